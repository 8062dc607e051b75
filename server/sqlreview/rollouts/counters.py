"""What gives a column its values, default, sequence or identity, handed over to the column that replaces it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlreview.rollouts.steps import alteration, is_free, marked
from sqlreview.schema import Catalog
from sqlreview.schema.definition import relation_name
from sqlreview.schema.naming import quoted
from sqlreview.schema.records import Column, Sequence, Table

_INTEGERS = ("smallint", "integer", "bigint")


@dataclass(frozen=True, slots=True)
class Source:
    """Where the values of a column come from when a row does not say them."""

    table: Table
    column: Column
    sequence: Sequence | None = None

    def handed_over(self, taker: str, type_name: str, giver: str) -> list[str]:
        """The statements after which `taker` gets its values as `giver` did; identity wants it to be NOT NULL."""
        if self.column.identity is not None and self.sequence is not None:
            return _identity(self.table, self.column.identity.always, self.sequence, taker, giver)
        if self.column.default is None:
            return []
        change = (
            f"ALTER COLUMN {quoted(giver)} DROP DEFAULT",
            f"ALTER COLUMN {quoted(taker)} SET DEFAULT {self.column.default.text}",
        )
        owned = [] if self.sequence is None else [_owned(self.table, self.sequence, taker, type_name)]
        return [*owned, *alteration(self.table, change)]


def source_of(catalog: Catalog, table: Table, column: Column) -> Source | None:
    """Where the values of a column come from; None where that cannot be handed over."""
    found = [item for key in table.sequences if isinstance(item := catalog.get(key), Sequence)]
    owned = [item for item in found if item.owned_by == (table.key, column.name)]
    if column.identity is None:
        return Source(table, column, owned[0] if owned else None) if len(owned) < 2 else None
    is_clear = (
        not column.identity.has_options and len(owned) == 1 and is_free(catalog, table, marked(owned[0].name, "new"))
    )
    return Source(table, column, owned[0]) if is_clear else None


def _owned(table: Table, sequence: Sequence, taker: str, type_name: str) -> str:
    kind = f" AS {type_name}" if type_name in _INTEGERS else ""
    owner = f"{relation_name(table.key)}.{quoted(taker)}"
    return f"ALTER SEQUENCE {relation_name(('relation', sequence.schema, sequence.name))}{kind} OWNED BY {owner};"


def _identity(table: Table, always: bool, sequence: Sequence, taker: str, giver: str) -> list[str]:
    kind = "ALWAYS" if always else "BY DEFAULT"
    fresh = marked(sequence.name, "new")
    known, made = (relation_name(("relation", sequence.schema, name)) for name in (sequence.name, fresh))
    return [
        *alteration(table, [f"ALTER COLUMN {quoted(taker)} ADD GENERATED {kind} AS IDENTITY (SEQUENCE NAME {made})"]),
        f"SELECT setval('{_literal(made)}', last_value, is_called) FROM {known};",
        *alteration(table, [f"ALTER COLUMN {quoted(giver)} DROP IDENTITY"]),
        f"ALTER SEQUENCE {made} RENAME TO {quoted(sequence.name)};",
    ]


def _literal(text: str) -> str:
    return text.replace("'", "''")
