"""The names MySQL and MariaDB give to indexes and constraints that a statement leaves unnamed."""

from __future__ import annotations

from collections.abc import Collection
from itertools import chain, count

from sqlreview.operations import Check, IndexKey
from sqlreview.patterns import regex
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.records import Table
from sqlreview.sql.cursor import Caseless

PRIMARY = Caseless("PRIMARY")
"""The name of every primary key and of its index."""


def is_mariadb(catalog: Catalog) -> bool:
    """Whether the engine is MariaDB rather than MySQL."""
    engine = catalog.session.engine
    return engine is not None and engine.name == "mariadb"


def are_checks_ignored(catalog: Catalog) -> bool:
    """Whether CHECK is read and forgotten, as MySQL did before 8.0.16."""
    engine = catalog.session.engine
    return engine is not None and engine.name == "mysql" and engine.release < (8, 0)


def free_index_name(table: Table, keys: tuple[IndexKey, ...]) -> str:
    """The name of the first column, or with _2, _3 ... behind it the first that no index of the table has."""
    first = keys[0].column if keys else None
    column = table.column(first.text) if first else None
    stem = column.name if column else first.text if first else Caseless("functional_index")
    taken = {index.name for index in table.indexes}
    if stem not in taken and stem != PRIMARY:
        return stem
    return next(name for number in count(2) if (name := Caseless(f"{stem}_{number}")) not in taken)


def free_foreign_key_name(table: Table) -> str:
    """`t_ibfk_3` after `t_ibfk_2`, whatever numbers below are free."""
    return _numbered(f"{table.name}_ibfk_", [item.name for item in table.constraints])


def free_check_name(catalog: Catalog, table: Table, check: Check, column: str | None) -> str:
    """`t_chk_1` in MySQL; in MariaDB CONSTRAINT_1, or the name of the column at which the check stands."""
    taken = [item.name for item in table.constraints]
    if not is_mariadb(catalog):
        return _numbered(f"{table.name}_chk_", taken)
    return Caseless(column) if column is not None else _first_free("CONSTRAINT_", taken)


def _first_free(stem: str, taken: Collection[str]) -> str:
    return next(name for number in count(1) if (name := Caseless(f"{stem}{number}")) not in taken)


def _numbered(stem: str, taken: Collection[str]) -> str:
    """One more than the highest number behind this stem."""
    numbers = (_number_behind(stem, name) for name in taken)
    return Caseless(f"{stem}{max(chain((0,), numbers)) + 1}")


_NUMBER = regex(r"\d{1,9}")


def _number_behind(stem: str, name: str) -> int:
    if name[: len(stem)].lower() != stem.lower() or not _NUMBER.fullmatch(name[len(stem) :]):
        return 0
    return int(name[len(stem) :])


def renamed_with_table(name: str, old: str, new: str) -> str:
    """The name of a foreign key or check after its table was renamed: numbered ones take the new name of the table."""
    for label in ("_ibfk_", "_chk_"):
        if _number_behind(f"{old}{label}", name):
            return Caseless(f"{new}{name[len(old) :]}")
    return name
