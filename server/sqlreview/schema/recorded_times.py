"""Which moments of the life of its rows a table records."""

from __future__ import annotations

from sqlreview.operations.written import words_of
from sqlreview.schema.records import Column, Table

_CREATED = frozenset((("created", "at"), ("created", "on"), ("inserted", "at"), ("created",), ("date", "created")))
_CREATED |= {("creation", "date"), ("created", "date"), ("create", "time"), ("created", "time"), ("insert", "time")}
_CHANGED = frozenset((("updated", "at"), ("modified", "at"), ("updated", "on"), ("modified", "on"), ("updated",)))
_CHANGED |= {("last", "modified"), ("modified",), ("update", "time"), ("last", "updated"), ("changed", "at")}
_OTHER_TIMES_WORDS = """
    at timestamp ts time occurred recorded happened logged sent received posted published uploaded started
    issued placed ordered joined registered submitted granted requested measured taken
"""
_OTHER_TIMES = frozenset(_OTHER_TIMES_WORDS.split())
_TIMES = ("timestamp", "timestamptz", "date", "datetime", "time")
_STATES = frozenset(("status", "state"))
_MUTABLE = frozenset(("status", "state", "name", "title", "price", "quantity", "balance", "stock", "enabled"))
_NOW = frozenset(("now", "current_timestamp", "localtimestamp", "clock_timestamp", "datetime", "strftime", "unixepoch"))


def records_creation(table: Table) -> bool:
    """Whether a column says when a row was created."""
    return _has(table, _CREATED)


def records_change(table: Table) -> bool:
    """Whether a column says when a row was last changed."""
    return _has(table, _CHANGED)


def is_time_of_change(column: Column) -> bool:
    """Whether a column is meant to say when its row was last changed, and begins with the time of the INSERT."""
    is_filled = column.default is not None and not _NOW.isdisjoint(column.default.functions)
    return is_filled and not column.copied and words_of(column.name) in _CHANGED


def is_moment_of_row(column: Column) -> bool:
    """Whether a column says when its row was created or changed."""
    return words_of(column.name) in _CREATED or words_of(column.name) in _CHANGED


def _has(table: Table, names: frozenset[tuple[str, ...]]) -> bool:
    return any(_ends_with(column, names) for column in table.columns)


def _ends_with(column: Column, names: frozenset[tuple[str, ...]]) -> bool:
    """Whether a column is called so, with the name of its table before it where there is a habit: `invoice_created`."""
    words = words_of(column.name)
    is_flag = column.type is not None and column.type.name in ("boolean", "bool", "tinyint")
    return words[-2:] in names or (words[-1:] in names and not is_flag)


def is_changed_later(table: Table, *, strictly: bool = False) -> bool:
    """Whether it has the time of creation, and columns that other statements change later."""
    words = {word for column in table.columns for word in words_of(column.name)[-1:]}
    return records_creation(table) and not words.isdisjoint(_STATES if strictly else _MUTABLE)


def records_other_time(table: Table) -> bool:
    """Whether a column says when something happened, which does as well."""
    times = (column for column in table.columns if column.type and column.type.name.startswith(_TIMES))
    return any(column.not_null or not _OTHER_TIMES.isdisjoint(words_of(column.name)) for column in times)
