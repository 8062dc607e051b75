"""The values a CHECK admits for a column, where it lists them."""

from __future__ import annotations

from sqlreview.operations import Expression
from sqlreview.schema.records import Column, Table
from sqlreview.sql.cursor import unquoted
from sqlreview.sql.engines import engine_of
from sqlreview.sql.tokens import Tokens

_POSTGRES = engine_of("postgres")
_OTHER = frozenset(
    ("AND", "OR", "NOT", "LIKE", "BETWEEN", "<", ">", "<=", ">=", "<>", "!=", "~", "CASE", "IS", "+", "||")
)
_LETTERS = frozenset(("lower", "upper", "trim", "btrim"))


def listed_values(condition: Expression) -> tuple[str, ...]:
    """The literals of `c IN (...)` or `c = ANY (ARRAY[...])`; none for any other condition."""
    if len(condition.columns) != 1 or not _LETTERS.issuperset(condition.functions):
        return ()
    words = Tokens(condition.text, _POSTGRES).words
    if _OTHER.intersection(words) or not {"IN", "ANY"}.intersection(words):
        return ()
    found = [word for word in words if word[-1:] == "'" or word.isdecimal()]
    return tuple(unquoted(word) if word[-1:] == "'" else word for word in found)


def admitted_values(table: Table, column: Column) -> tuple[str, ...]:
    """The values a CHECK of the table lists for a column; none where no CHECK does."""
    checks = (item for item in table.constraints if item.kind == "check" and item.columns == (column.name,))
    return next((values for item in checks if item.expression and (values := listed_values(item.expression))), ())
