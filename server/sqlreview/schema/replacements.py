"""What a column that takes the place of another one was not given."""

from __future__ import annotations

from sqlreview.schema.records import Column, Table

_KINDS = (("primary key", "primary key"), ("unique", "uniqueness"), ("foreign key", "foreign key"))


def lost_properties(before: Table, old: Column, after: Table, new: Column) -> str:
    """What `old` was bound to in the table `before` and `new` is not in the table `after`, in words; "" for nothing."""
    lost = ["NOT NULL"] if old.not_null and not new.not_null else []
    if _has_value(old) and not _has_value(new):
        lost.append("default")
    lost += [
        word for kind, word in _KINDS if _is_bound(before, old.name, kind) and not _is_bound(after, new.name, kind)
    ]
    if _is_indexed(before, old.name) and not _is_indexed(after, new.name) and "uniqueness" not in lost:
        lost.append("index")
    return " and ".join(filter(None, (", ".join(lost[:-1]), *lost[-1:])))


def _has_value(column: Column) -> bool:
    return column.default is not None or column.identity is not None or column.generated is not None


def _is_bound(table: Table, column: str, kind: str) -> bool:
    by_index = kind == "unique" and any(item.unique and column in item.columns for item in table.indexes)
    return by_index or any(item.kind == kind and column in item.columns for item in table.constraints)


def _is_indexed(table: Table, column: str) -> bool:
    return any(column in item.columns for item in table.indexes if item.constraint is None)
