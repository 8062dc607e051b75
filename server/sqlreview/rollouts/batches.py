"""Changes of many rows, batch by batch in the order of the primary key, each batch in a transaction of its own."""

from __future__ import annotations

from collections.abc import Sequence

from sqlreview.rollouts.steps import listed
from sqlreview.schema.definition import relation_name
from sqlreview.schema.naming import quoted
from sqlreview.schema.records import Table

ROWS = 5000
"""How many rows a batch looks at."""


def batch_key(table: Table) -> tuple[str, ...]:
    """The columns of the primary key; () where none is known."""
    key = table.primary_key
    return key.columns if key is not None and all(map(table.column, key.columns)) else ()


def batched(table: Table, change: str, condition: str) -> str | None:
    """A DO block that makes a change of a table, `UPDATE t SET ...` or `DELETE FROM t`, for all rows of a condition.

    None where the table has no primary key, or has columns that the block could not tell from its variables.
    """
    key = batch_key(table)
    if not key or "$$" in change + condition or any(column.name.startswith("batch_") for column in table.columns):
        return None
    name, columns = relation_name(table.key), listed(key)
    begins = _variables("batch_from", key)
    ends = _variables("batch_to", key)
    declared = "".join(
        f"    {variable} {name}.{quoted(column)}%TYPE;\n"
        for variable, column in zip((*begins, *ends), (*key, *key), strict=True)
    )
    backwards = ", ".join(f"{quoted(column)} DESC" for column in key)
    first, last, row = _row(begins), _row(ends), _row([quoted(column) for column in key])
    bounds = f"{row} >= {first} AND {row} <= {last}"
    return (
        f"DO $$\nDECLARE\n{declared}BEGIN\n"
        f"    SELECT {columns} INTO {', '.join(begins)} FROM {name} ORDER BY {columns} LIMIT 1;\n"
        f"    WHILE FOUND LOOP\n"
        f"        SELECT {columns} INTO {', '.join(ends)}\n"
        f"        FROM (SELECT {columns} FROM {name} WHERE {row} >= {first} ORDER BY {columns} LIMIT {ROWS}) AS batch\n"
        f"        ORDER BY {backwards} LIMIT 1;\n"
        f"        {change}\n"
        f"        WHERE {bounds}{f' AND {condition}' if condition else ''};\n"
        f"        COMMIT;\n"
        f"        SELECT {columns} INTO {', '.join(begins)}\n"
        f"        FROM {name} WHERE {row} > {last} ORDER BY {columns} LIMIT 1;\n"
        f"    END LOOP;\nEND\n$$;"
    )


def _variables(name: str, key: Sequence[str]) -> list[str]:
    return [name] if len(key) == 1 else [f"{name}_{number}" for number in range(1, len(key) + 1)]


def _row(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"({', '.join(parts)})"
