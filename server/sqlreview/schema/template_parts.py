"""What names of constraints and indexes are made of."""

from __future__ import annotations

from sqlreview.operations import Check, Constraint, Exclusion, ForeignKey, IndexKey, PrimaryKey, Unique


def kind_of(constraint: Constraint) -> str:
    """The kind of a constraint as one word: primary_key, unique, foreign_key, check_, exclusion, or not_null."""
    match constraint:
        case PrimaryKey():
            return "primary_key"
        case Unique():
            return "unique"
        case ForeignKey():
            return "foreign_key"
        case Check():
            return "check_"
        case Exclusion():
            return "exclusion"
    return "not_null"


def columns_named(constraint: Constraint) -> tuple[str, ...]:
    """The columns of a constraint, as they are written; of a check those its condition mentions."""
    match constraint:
        case Check(expression=expression):
            return expression.columns
        case Exclusion(keys=keys):
            return key_columns(keys)
    return tuple(column.text for column in constraint.columns)


def key_columns(keys: tuple[IndexKey, ...]) -> tuple[str, ...]:
    """The plain columns among the keys of an index."""
    return tuple(key.column.text for key in keys if key.column)
