"""The bounds of a partition written as SQL."""

from __future__ import annotations

from sqlreview.operations import PartitionBound
from sqlreview.schema.naming import quoted
from sqlreview.schema.partition_bounds import partition_columns
from sqlreview.schema.records import Table


def bound_condition(parent: Table, partition: Table, bound: PartitionBound) -> str | None:
    """What the bounds of a partition say as a condition of its rows; None for hashes, NULL and several columns."""
    columns = partition_columns(parent)
    if columns is None or len(columns) != 1:
        return None
    column, known = quoted(columns[0]), partition.column(columns[0])
    filled = [] if known is not None and known.not_null else [f"{column} IS NOT NULL"]
    if bound.strategy == "list" and bound.values and not any(item.strip().upper() == "NULL" for item in bound.values):
        return " AND ".join((*filled, f"{column} IN ({', '.join(bound.values)})"))
    if bound.strategy != "range" or len(bound.lower) != 1 or len(bound.upper) != 1:
        return None
    conditions = filled
    if bound.lower[0].strip().upper() != "MINVALUE":
        conditions.append(f"{column} >= {bound.lower[0]}")
    if bound.upper[0].strip().upper() != "MAXVALUE":
        conditions.append(f"{column} < {bound.upper[0]}")
    return " AND ".join(conditions) or None


def bound_clause(bound: PartitionBound) -> str | None:
    """The bound as ATTACH PARTITION writes it; None where it is not known."""
    match bound.strategy:
        case "default":
            return "DEFAULT"
        case "list" if bound.values:
            return f"FOR VALUES IN ({', '.join(bound.values)})"
        case "range" if bound.lower and bound.upper:
            return f"FOR VALUES FROM ({', '.join(bound.lower)}) TO ({', '.join(bound.upper)})"
    return None
