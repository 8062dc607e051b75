"""Where objects are made and named, through all migrations of a project; nothing is kept between two questions.

Only statements whose text has one of the object's names are looked at, so that a question costs little more than a
search for these words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlreview.entries import Entry, FileState
from sqlreview.lsp.homes import Home
from sqlreview.lsp.mentions import Mention, mentions_of
from sqlreview.lsp.targets import Target, files_in
from sqlreview.lsp.things import Thing, catalogs_at, resolved
from sqlreview.schema import Catalog
from sqlreview.sql.engines import Engine
from sqlreview.text import Span


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that names an object; the span counts from the beginning of the file."""

    file: FileState
    span: Span
    makes: bool


def thing_at(target: Target, offset: int) -> tuple[Thing, Mention] | None:
    """What the name at a place means."""
    entry = target.entry_at(offset)
    if entry is None:
        return None
    inside = offset - entry.start
    engine = target.engine
    here = [item for item in mentions_of(entry.reading, entry.statement.text, engine) if item.span.contains(inside)]
    if not here:
        return None
    # a qualified name holds no other name, and of a column with its table the column is what is pointed at
    here.sort(key=lambda item: (item.span.end - item.span.start, not item.makes))
    before, after = next(catalogs_at(target.state, [target.state.entries.index(entry)]))
    undone = schemas_undone(target.home).get(target.state.path)
    found = ((resolved(item, before, after, undone), item) for item in here)
    return next(((thing, item) for thing, item in found if thing is not None), None)


def schemas_undone(home: Home) -> dict[str, Catalog]:
    """For every file that only undoes a migration, the final schema of the history that the migration is part of."""
    project = home.project
    finals: dict[str, Catalog] = {}
    for group in project.groups:
        if not group.down and not group.is_base:
            finals |= dict.fromkeys(group.paths, project.reviews[group.name].history.final)
    undoing = (file.path for group in project.groups if group.down for file in group.files)
    return {path: finals[path] for path in undoing if path in finals}


def references_of(home: Home, thing: Thing, name: str, files: Iterable[FileState] | None = None) -> list[Reference]:
    """Every place that names an object, which goes by `name` somewhere; in some files, or in the whole project."""
    searched = list(files_in(home) if files is None else files)
    undone = schemas_undone(home)
    origin = origin_of(home, thing)
    names = {name.lower(), *(() if origin is None else _names_in(home, *origin, thing))}
    found: dict[tuple[str, Span], Reference] = {}
    known: set[str] = set()
    while names - known:
        fresh = names - known
        known |= fresh
        for file in searched:
            engine = home.review_with(file).rules.engine
            for mention, entry in _naming(file, engine, fresh, thing, undone.get(file.path)):
                names.add(mention.name.text.lower())
                place = mention.span.shifted(entry.start)
                before = found.get((file.path, place))
                if not mention.is_alias and (before is None or mention.makes):
                    found[(file.path, place)] = Reference(file, place, mention.makes)
        if origin is not None:
            names |= _names_around(home, thing, searched, known)
    positions = {file.path: index for index, file in enumerate(searched)}
    return sorted(found.values(), key=lambda item: (positions[item.file.path], item.span))


def _names_around(home: Home, thing: Thing, searched: list[FileState], known: set[str]) -> set[str]:
    """The other names of an object in statements that rename it."""
    found: set[str] = set()
    for file in searched:
        engine = home.review_with(file).rules.engine
        for index in _indexes_with(file, known):
            entry = file.entries[index]
            renames = any(type(item).__name__.startswith(("Rename", "Alter")) for item in entry.statement.operations)
            if renames:
                found |= _names_of(file, entry, index, engine, thing)
    return found


def definition_of(home: Home, thing: Thing) -> Reference | None:
    """Where an object was made, or first named; None for what no statement of the project says."""
    made = origin_of(home, thing)
    if made is None or thing.origin is None:
        return None
    file, entry = made
    engine = home.review_with(file).rules.engine
    index = file.entries.index(entry)
    found = list(_resolved_in(file, entry, index, engine, thing))
    best = min(found, key=lambda item: (not item.makes, item.span), default=None)
    span = best.span if best is not None else thing.origin.span
    return Reference(file, span.shifted(entry.start), True)


def origin_of(home: Home, thing: Thing) -> tuple[FileState, Entry] | None:
    """The file and statement that made an object."""
    if thing.origin is None:
        return None
    for review in home.project.reviews.values():
        known = review.history.by_serial.get(thing.origin.statement)
        if known is not None:
            return known if known[0].path in home.paths else None
    return None


def _names_in(home: Home, file: FileState, entry: Entry, thing: Thing) -> set[str]:
    engine = home.review_with(file).rules.engine
    return _names_of(file, entry, file.entries.index(entry), engine, thing)


def _names_of(file: FileState, entry: Entry, index: int, engine: Engine, thing: Thing) -> set[str]:
    return {item.name.text.lower() for item in _resolved_in(file, entry, index, engine, thing)}


def _resolved_in(file: FileState, entry: Entry, index: int, engine: Engine, thing: Thing) -> Iterator[Mention]:
    """The names of a statement that mean an object."""
    before, after = next(catalogs_at(file, [index]))
    for mention in mentions_of(entry.reading, entry.statement.text, engine):
        if resolved(mention, before, after) == thing:
            yield mention


def _naming(
    file: FileState, engine: Engine, names: set[str], thing: Thing, undone: Catalog | None
) -> Iterator[tuple[Mention, Entry]]:
    """The places of a file at which an object is meant by one of these names."""
    candidates: list[tuple[int, list[Mention]]] = []
    for index in _indexes_with(file, names):
        entry = file.entries[index]
        mentions = mentions_of(entry.reading, entry.statement.text, engine)
        wanted = [item for item in mentions if item.name.text.lower() in names]
        if wanted:
            candidates.append((index, wanted))
    catalogs = catalogs_at(file, [index for index, _ in candidates])
    for (index, wanted), (before, after) in zip(candidates, catalogs, strict=True):
        for mention in wanted:
            if resolved(mention, before, after, undone) == thing:
                yield mention, file.entries[index]


def _indexes_with(file: FileState, names: Iterable[str]) -> list[int]:
    """Positions of the statements whose text has one of these words."""
    spelled = {spelling for name in names for spelling in (name, name.replace('"', '""')) if spelling}
    if not spelled or not file.entries:
        return []
    words = "|".join(re.escape(name) for name in sorted(spelled))
    found: dict[int, None] = {}
    starts = [entry.start for entry in file.entries]
    for match in re.finditer(rf"(?<!\w)(?:{words})(?!\w)", file.text, re.IGNORECASE):
        index = bisect_right(starts, match.start()) - 1
        if index >= 0 and match.start() < file.entries[index].end:
            found[index] = None
    return list(found)
