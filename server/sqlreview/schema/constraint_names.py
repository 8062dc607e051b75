"""The name a constraint of ALTER TABLE will have."""

from __future__ import annotations

from sqlreview.operations import Check, ForeignKey, Name, NotNull, PrimaryKey, Unique
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.naming import addition_of, free_constraint_name, free_relation_name, object_name, quoted


def name_to_be(
    catalog: Catalog, table: Name, constraint: ForeignKey | Check | NotNull | Unique | PrimaryKey, added: str = ""
) -> str:
    """The name a constraint has or, left unnamed, gets from PostgreSQL, as SQL has to write it.

    What PostgreSQL gives is certain only for tables the history knows completely; `added` is the column of ADD COLUMN.
    """
    if constraint.name is not None:
        return quoted(constraint.name.text)
    known = catalog.table(table)
    taken = {item.name for item in known.constraints} if known else set()
    addition, label = _parts(catalog, table, constraint, added)
    if known is not None and isinstance(constraint, PrimaryKey | Unique):
        return quoted(free_relation_name(catalog, known, addition, label, taken))
    if isinstance(constraint, PrimaryKey | Unique):
        return quoted(object_name(table.text, addition, label))
    return quoted(free_constraint_name(table.text, addition, label, taken))


def _parts(
    catalog: Catalog, table: Name, constraint: ForeignKey | Check | NotNull | Unique | PrimaryKey, added: str
) -> tuple[str | None, str]:
    match constraint:
        case ForeignKey(columns=columns):
            return addition_of(column.text for column in columns), "fkey"
        case NotNull(columns=columns):
            return addition_of(column.text for column in columns), "not_null"
        case Unique(columns=columns):
            return addition_of(column.text for column in columns), "key"
        case PrimaryKey():
            return None, "pkey"
        case Check():
            return _only_column(catalog, table, constraint, added), "check"


def _only_column(catalog: Catalog, table: Name, constraint: Check, added: str) -> str | None:
    known = catalog.table(table)
    names = set(constraint.expression.columns)
    if known is not None and known.complete:
        names &= {added, *(column.name for column in known.columns)}
    return names.pop() if len(names) == 1 else None
