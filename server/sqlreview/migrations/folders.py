"""Which files may make one schema: those of a folder, or of the folders that hold one version each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlreview.migrations.conventions.convention import Folder
from sqlreview.migrations.conventions.plain import is_dumped
from sqlreview.migrations.conventions.rails_structure import is_structure
from sqlreview.migrations.engine_detection import named_engine
from sqlreview.migrations.next_migrations import is_numbered
from sqlreview.migrations.products import product_of
from sqlreview.migrations.queries import created_tables, query_loader_of
from sqlreview.migrations.sources import SourceFile

_STEPS = ("deploy", "revert", "verify")
_SIGNS = ("-- +goose ", "-- +migrate ", "-- migrate:", "liquibase formatted sql", "create above / drop below")


def folders_of(files: Sequence[SourceFile]) -> list[Folder]:
    """The files in the folders whose files belong together, each in the order given."""
    sqitch = _sqitch_roots(files)
    found: dict[tuple[str, bool], list[SourceFile]] = {}
    places: dict[str, tuple[str, bool]] = {}
    for file in files:
        folder = file.folder
        if folder not in places:
            places[folder] = _place_of(folder, sqitch)
        found.setdefault(places[folder], []).append(file)
    return [part for (path, _), members in found.items() for part in _parts(path, members)]


def _place_of(folder: str, sqitch: frozenset[str]) -> tuple[str, bool]:
    """The folder that makes one schema with this one, and whether this one is a version of it."""
    root = _sqitch_root(folder)
    if root is not None and root in sqitch:
        return root, True
    parts = folder.split("/")
    engine = parts.pop() if len(parts) > 1 and named_engine(parts[-1]) and _is_version(parts[-2]) else None
    depth = len(parts)
    while parts and _is_version(parts[-1]):
        parts.pop()
    return "/".join([*parts, engine] if engine else parts), depth > len(parts)


def _is_version(name: str) -> bool:
    return name[:1].isdecimal() or (name[:1] in ("v", "V") and name[1:2].isdecimal())


def _sqitch_root(folder: str) -> str | None:
    parts = folder.split("/")
    at = next((place for place in range(len(parts) - 1, -1, -1) if parts[place] in _STEPS), None)
    return "/".join(parts[:at]) if at is not None else None


def _sqitch_roots(files: Iterable[SourceFile]) -> frozenset[str]:
    """Folders with `deploy` and one of its counterparts, or with `deploy` and a plan."""
    steps: dict[str, set[str]] = {}
    for folder in {file.folder for file in files}:
        root = _sqitch_root(folder)
        if root is not None:
            below = folder[len(root) :].lstrip("/")
            steps.setdefault(root, set()).add(below.partition("/")[0])
    planned = {
        root
        for file in files
        if any(name.endswith("sqitch.plan") for name, _ in file.beside)
        if (root := _sqitch_root(file.folder)) is not None
    }
    return frozenset(root for root, found in steps.items() if "deploy" in found and (len(found) > 1 or root in planned))


def _parts(path: str, files: list[SourceFile]) -> list[Folder]:
    """The folder, without the files in it that stand for a whole schema of their own."""
    if len(files) < 2:
        return [Folder(path, tuple(files))]
    if not any(is_numbered(file.name) for file in files):
        products = _by_product(files)
        if len(products) > 1:
            return [part for members in products.values() for part in _parts(path, members)]
    counted = {file.path: file for file in files if _is_counted(file, path)}
    if 2 * len(counted) >= len(files):
        alone = _dumps_beside(list(counted.values()), [file for file in files if file.path not in counted])
        rest = tuple(file for file in files if not any(file is other for other in alone))
        return [Folder(path, rest), *(Folder(path, (file,)) for file in alone)]
    return _alternatives(path, files)


def _is_counted(file: SourceFile, path: str) -> bool:
    """Whether it is one of several by its name: numbered, or in a folder of its own."""
    name = file.name
    return file.folder != path or is_numbered(name) or name.startswith("R__") or name in ("up.sql", "down.sql")


def _dumps_beside(counted: Sequence[SourceFile], others: Sequence[SourceFile]) -> list[SourceFile]:
    """Of the files beside numbered ones those that say the whole schema again."""
    if not others:
        return []
    known = created_tables(counted)
    return [
        file for file in others if is_dumped(file.text) or (not _is_marked(file) and known & created_tables([file]))
    ]


def _is_marked(file: SourceFile) -> bool:
    """Whether it bears the marks of a tool that reads files of any name."""
    return any(sign in file.text for sign in _SIGNS)


def _by_product(files: Iterable[SourceFile]) -> dict[str | None, list[SourceFile]]:
    """Files by the product their names name, if they name several."""
    found: dict[str | None, list[SourceFile]] = {}
    for file in files:
        found.setdefault(product_of(file.name), []).append(file)
    if sum(product is not None for product in found) < 2:
        return {None: list(files)}
    return found


def _alternatives(path: str, files: list[SourceFile]) -> list[Folder]:
    """One folder, or one for each file that creates tables when two of them create the same."""
    tables = {file.path: created_tables([file]) for file in files if not query_loader_of(file.text)}
    seen: set[str] = set()
    repeated = False
    for created in tables.values():
        repeated |= not seen.isdisjoint(created)
        seen |= created
    if not repeated and not any(is_structure(file) for file in files):
        return [Folder(path, tuple(files))]
    alone = [file for file in files if tables.get(file.path)]
    rest = tuple(file for file in files if not tables.get(file.path))
    return [*(Folder(path, (file,)) for file in alone), *([Folder(path, rest)] if rest else [])]
