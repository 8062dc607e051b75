"""Which file undoes which migration, by their names."""

from __future__ import annotations

from collections.abc import Sequence

from sqlreview.migrations.conventions.convention import is_down
from sqlreview.patterns import regex

UNDONE_INSIDE = frozenset({"goose", "dbmate", "sql-migrate"})
"""Tools that keep what undoes a migration in a section of its file."""
_UNDONE_BESIDE = frozenset({"golang-migrate", "diesel", "sqlx", "pop", "hasura"})
_UP = regex(r"(?im)^[ \t]*+--[ \t]*+(?:\+goose|\+migrate|migrate:)[ \t]*+up\b")
_VERSION = regex(r"[VU]?(\d[\d._-]*)")


def undoes(path: str, other: str) -> bool:
    """Whether a file that undoes some migration undoes the one of another file.

    `up.sql` and `down.sql` of one folder, files of one folder with one number, `deploy/a.sql` and `revert/a.sql`.
    """
    folder, _, name = path.rpartition("/")
    other_folder, _, other_name = other.rpartition("/")
    if folder != other_folder:
        return name == other_name and f"/{folder}".endswith("/revert") and _is_beside(folder, other_folder)
    if (name.lower(), other_name.lower()) == ("down.sql", "up.sql"):
        return True
    version, other_version = _VERSION.match(name), _VERSION.match(other_name)
    return version is not None and other_version is not None and version[1] == other_version[1] and name != other_name


def _is_beside(folder: str, other: str) -> bool:
    return folder.removesuffix("revert") == other.removesuffix("deploy") and other.endswith("deploy")


def asks_for_undo(text: str) -> bool:
    """Whether a file is marked as one that is applied, so that what undoes it is looked for."""
    return _UP.search(text) is not None


def without_undo(convention: str, paths: Sequence[str]) -> frozenset[str]:
    """The migrations of a folder that no file undoes, although others of the folder are undone by files."""
    if convention not in _UNDONE_BESIDE:
        return frozenset()
    undone = {_migration_of(path) for path in paths if is_down(path)}
    return frozenset(path for path in paths if undone and not is_down(path) and _migration_of(path) not in undone)


def _migration_of(path: str) -> str:
    """What the files of both directions have in common."""
    folder, _, name = path.rpartition("/")
    version = _VERSION.match(name)
    return f"{folder}/{version[1].rstrip('._-')}" if version is not None else folder
