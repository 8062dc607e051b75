"""Whether the letter case of what a column holds can make a difference."""

from __future__ import annotations

from sqlreview.operations import Expression, Name
from sqlreview.operations.written import words_of
from sqlreview.patterns import regex
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.keys import uses_column
from sqlreview.schema.records import Column, Index, Table
from sqlreview.schema.type_comparison import base_type

_NAMES = frozenset(("email", "username", "user_name", "login", "handle", "slug", "domain", "code"))
_TEXTS = frozenset(("text", "varchar", "char", "bpchar"))
_SMALL_LETTERS = regex(r"(?i)(?<!!)~\s*+E?+'(?!\*)([^']*+)'|\bGLOB\s++'([^']*+)'")
_NORMALISED = frozenset(("normalized", "normalised", "canonical", "lower", "lowercase"))


def is_typed_in(column: Column, catalog: Catalog) -> bool:
    """Whether people type its text in whatever letter case they like: names to sign in with, addresses, codes."""
    words = words_of(column.name)
    kind = base_type(column.type, catalog) if column.type else None
    if kind is None or kind.name.lower() not in _TEXTS or kind.dimensions or column.generated:
        return False
    return (words[-1:] == ("email",) and _NORMALISED.isdisjoint(words)) or "_".join(words) in _NAMES


def is_case_settled(table: Table, column: Column, index: Index, catalog: Catalog) -> bool:
    """Whether a unique index need not care: the collation, a CHECK, a foreign key or another unique index does."""
    key = next(key for key in index.keys if key.column and key.column.text == column.name)
    if key.collation is not None or column.collation is not None:
        return True  # also a binary one: somebody thought of it
    if any(column.name in item.columns and item.kind == "foreign key" for item in table.constraints):
        return True
    checks = [item.expression for item in table.constraints if item.kind == "check" and column.name in item.columns]
    kind = column.type
    domain = catalog.user_type(Name(kind.schema, kind.name, kind.span)) if kind else None
    checks += [item.expression for item in domain.checks] if domain else []
    if any(check is not None and _forces_case(check, column) for check in checks):
        return True
    folded = (other for other in table.indexes if other.unique and uses_column(other, column.name))
    return any(_folds(part.expression) for other in folded for part in other.keys)


def _folds(expression: Expression | None) -> bool:
    return expression is not None and not {"lower", "upper"}.isdisjoint(expression.functions)


def _forces_case(check: Expression, column: Column) -> bool:
    if _folds(check) or column.name == "code":
        return True
    patterns = [match[1] or match[2] or "" for match in _SMALL_LETTERS.finditer(check.text)]
    return any("a-z" in pattern and "A-Z" not in pattern for pattern in patterns)
