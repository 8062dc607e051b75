"""Partitions of MySQL: PARTITION BY with its definitions, and what ALTER TABLE does to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from sqlreview.operations.parts import IndexKey, Operation, Partition, PartitionBound, PartitionBy
from sqlreview.operations.readers.expressions import read_expression
from sqlreview.operations.readers.mysql.table_options import accept_table_option
from sqlreview.operations.readers.mysql.words import closed_group, read_count, rest_of
from sqlreview.operations.tables import ChangePartitions, ExchangePartition
from sqlreview.sql.cursor import Cursor, Identifier, Name, Unreadable
from sqlreview.text import Span


def read_partition_by(cursor: Cursor) -> tuple[PartitionBy, tuple[Partition, ...]]:
    """Reads PARTITION BY with subpartitions and definitions."""
    first = cursor.at
    cursor.expect("PARTITION", "BY")
    strategy, keys = _read_method(cursor)
    count = read_count(cursor) if cursor.accept("PARTITIONS") else None
    if cursor.accept("SUBPARTITION", "BY"):
        _read_method(cursor)
        if cursor.accept("SUBPARTITIONS"):
            read_count(cursor)
    partitions = read_definitions(cursor) if cursor.word == "(" else ()
    return PartitionBy(span=cursor.span_from(first), strategy=strategy, keys=keys, count=count), partitions


_Strategy = Literal["range", "list", "hash", "key", "system_time"]


def _read_method(cursor: Cursor) -> tuple[_Strategy, tuple[IndexKey, ...]]:
    cursor.accept("LINEAR")
    match cursor.next():
        case "HASH":
            return "hash", (_expression_key(closed_group(cursor)),)
        case "KEY":
            if cursor.accept("ALGORITHM"):
                cursor.accept("=")
                cursor.next()
            return "key", _column_keys(closed_group(cursor))
        case "RANGE" | "LIST" as word:
            strategy: _Strategy = "range" if word == "RANGE" else "list"
            if cursor.accept("COLUMNS"):
                return strategy, _column_keys(closed_group(cursor))
            return strategy, (_expression_key(closed_group(cursor)),)
        case "SYSTEM_TIME":
            while not cursor.done and cursor.word not in ("(", "PARTITIONS"):
                cursor.at += 1
            return "system_time", ()
        case word:
            raise Unreadable(f"expected RANGE, LIST, HASH or KEY, found {word}")


def _expression_key(inside: Cursor) -> IndexKey:
    first = inside.at
    if inside.sees_identifier() and inside.at + 1 == inside.stop:
        column = inside.identifier()
        return IndexKey(span=inside.span_from(first), column=column)
    expression = read_expression(inside)
    return IndexKey(span=expression.span, column=None, expression=expression)


def _column_keys(inside: Cursor) -> tuple[IndexKey, ...]:
    columns = [item.identifier() for item in inside.items()]
    return tuple(IndexKey(span=column.span, column=column) for column in columns)


def read_definitions(cursor: Cursor) -> tuple[Partition, ...]:
    """Reads `(PARTITION p VALUES ..., ...)`."""
    return tuple(_read_definition(item) for item in closed_group(cursor).items())


def _read_definition(cursor: Cursor) -> Partition:
    first = cursor.at
    cursor.expect("PARTITION")
    cursor.accept("IF", "NOT", "EXISTS")
    name = cursor.identifier()
    bound = _read_bound(cursor)
    options: list[tuple[str, str]] = []
    while not cursor.done:
        if cursor.word == "(":  # subpartitions
            closed_group(cursor)
        elif not accept_table_option(cursor, options):
            raise Unreadable(f"unexpected {cursor.word} in partition {name}")
    return Partition(span=cursor.span_from(first), name=name, bound=bound, options=tuple(options))


def _read_bound(cursor: Cursor) -> PartitionBound | None:
    first = cursor.at
    if cursor.accept("VALUES", "LESS", "THAN"):
        upper = ("MAXVALUE",) if cursor.accept("MAXVALUE") else _values(cursor)
        return PartitionBound(span=cursor.span_from(first), strategy="range", upper=upper)
    if cursor.accept("VALUES", "IN"):
        values = _values(cursor)
        return PartitionBound(span=cursor.span_from(first), strategy="list", values=values)
    if cursor.accept("DEFAULT"):
        return PartitionBound(span=cursor.span_from(first), strategy="default")
    cursor.accept_any("HISTORY", "CURRENT")
    return None


def _values(cursor: Cursor) -> tuple[str, ...]:
    return tuple(item.span.of(cursor.tokens.sql) for item in closed_group(cursor).items())


def read_partition_action(cursor: Cursor, table: Name) -> Operation | None:
    """Reads an action of ALTER TABLE on partitions, up to its end; None where another action stands."""
    span = cursor.span
    if cursor.sees("PARTITION", "BY"):
        partition_by, partitions = read_partition_by(cursor)
        return ChangePartitions(
            span=span, table=table, action="partition by", partitions=partitions, partition_by=partition_by
        )
    if cursor.accept("REMOVE", "PARTITIONING"):
        return ChangePartitions(span=span, table=table, action="remove")
    reader = _ACTIONS.get(cursor.word)
    if reader is None or cursor.peek() not in ("PARTITION", "TABLE"):
        return None
    if cursor.peek() == "TABLE" and cursor.word != "CONVERT":
        return None
    return reader(cursor, table, span)


def _read_add(cursor: Cursor, table: Name, span: Span) -> Operation:
    cursor.expect("ADD", "PARTITION")
    cursor.accept("IF", "NOT", "EXISTS")
    _accept_no_log(cursor)
    count = read_count(cursor) if cursor.accept("PARTITIONS") else None
    partitions = read_definitions(cursor) if count is None else ()
    return ChangePartitions(span=span, table=table, action="add", partitions=partitions, count=count)


def _read_drop(cursor: Cursor, table: Name, span: Span) -> Operation:
    cursor.expect("DROP", "PARTITION")
    if_exists = cursor.accept("IF", "EXISTS")
    return ChangePartitions(span=span, table=table, action="drop", names=_names(cursor), if_exists=if_exists)


def _read_reorganize(cursor: Cursor, table: Name, span: Span) -> Operation:
    cursor.expect("REORGANIZE", "PARTITION")
    _accept_no_log(cursor)
    names = _names(cursor) if not cursor.done else ()
    partitions = read_definitions(cursor) if cursor.accept("INTO") else ()
    return ChangePartitions(span=span, table=table, action="reorganize", names=names, partitions=partitions)


def _read_coalesce(cursor: Cursor, table: Name, span: Span) -> Operation:
    cursor.expect("COALESCE", "PARTITION")
    _accept_no_log(cursor)
    return ChangePartitions(span=span, table=table, action="coalesce", count=read_count(cursor))


def _read_exchange(cursor: Cursor, table: Name, span: Span) -> Operation:
    cursor.expect("EXCHANGE", "PARTITION")
    partition = cursor.identifier()
    cursor.expect("WITH", "TABLE")
    other = cursor.name()
    validation = not cursor.accept("WITHOUT", "VALIDATION")
    cursor.accept("WITH", "VALIDATION")
    return ExchangePartition(span=span, table=table, partition=partition, other=other, validation=validation)


def _read_convert(cursor: Cursor, table: Name, span: Span) -> Operation:
    cursor.expect("CONVERT")
    if cursor.accept("TABLE"):
        other = cursor.name()
        cursor.expect("TO")
        partition = _read_definition(Cursor(cursor.tokens, cursor.at, cursor.stop))
        rest_of(cursor)
        return ChangePartitions(span=span, table=table, action="convert in", partitions=(partition,), other=other)
    cursor.expect("PARTITION")
    name = cursor.identifier()
    cursor.expect("TO", "TABLE")
    return ChangePartitions(span=span, table=table, action="convert out", names=(name,), other=cursor.name())


_Maintenance = Literal["truncate", "rebuild", "discard", "import", "analyze", "check", "optimize", "repair"]


def _maintenance(action: _Maintenance) -> Callable[[Cursor, Name, Span], Operation]:
    def read(cursor: Cursor, table: Name, span: Span) -> Operation:
        cursor.at += 2
        names = _names(cursor)
        if action in ("discard", "import"):
            cursor.expect("TABLESPACE")
        else:
            while cursor.accept_any("QUICK", "EXTENDED", "FAST", "MEDIUM", "CHANGED", "USE_FRM", "FOR", "UPGRADE"):
                pass
        return ChangePartitions(span=span, table=table, action=action, names=names)

    return read


def _accept_no_log(cursor: Cursor) -> None:
    cursor.accept_any("NO_WRITE_TO_BINLOG", "LOCAL")


def _names(cursor: Cursor) -> tuple[Identifier, ...]:
    _accept_no_log(cursor)
    if cursor.accept("ALL"):
        return ()
    names = [cursor.identifier()]
    while cursor.accept(","):
        names.append(cursor.identifier())
    return tuple(names)


_ACTIONS: dict[str, Callable[[Cursor, Name, Span], Operation]] = {
    "ADD": _read_add,
    "DROP": _read_drop,
    "REORGANIZE": _read_reorganize,
    "COALESCE": _read_coalesce,
    "EXCHANGE": _read_exchange,
    "CONVERT": _read_convert,
    "TRUNCATE": _maintenance("truncate"),
    "REBUILD": _maintenance("rebuild"),
    "DISCARD": _maintenance("discard"),
    "IMPORT": _maintenance("import"),
    "ANALYZE": _maintenance("analyze"),
    "CHECK": _maintenance("check"),
    "OPTIMIZE": _maintenance("optimize"),
    "REPAIR": _maintenance("repair"),
}
