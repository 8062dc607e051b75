"""Partitions of MySQL tables."""

from __future__ import annotations

from dataclasses import replace

from sqlreview.operations import ChangePartitions, ExchangePartition, Partition
from sqlreview.schema.catalog import CatalogEditor
from sqlreview.schema.mentions import table_or_mention
from sqlreview.schema.origins import Origin
from sqlreview.schema.records import Table


def change_partitions(editor: CatalogEditor, operation: ChangePartitions, origin: Origin) -> None:
    """Everything ALTER TABLE does to partitions that changes which there are."""
    table = table_or_mention(editor, operation.table, origin)
    if table is None:
        return
    match operation.action:
        case "partition by":
            table = replace(table, partition_by=operation.partition_by, partition_definitions=operation.partitions)
        case "remove":
            table = replace(table, partition_by=None, partition_definitions=())
        case "add" | "convert in":
            table = _with_count(table, operation.count)
            table = replace(table, partition_definitions=(*table.partition_definitions, *operation.partitions))
        case "drop" | "convert out":
            table = replace(table, partition_definitions=_replaced(table, operation))
        case "reorganize" if operation.names:
            table = replace(table, partition_definitions=_replaced(table, operation))
        case "coalesce":
            table = _with_count(table, -operation.count if operation.count else None)
        case _:
            pass
    editor.put(table.key, table)


def _replaced(table: Table, operation: ChangePartitions) -> tuple[Partition, ...]:
    """The partitions without those the operation names; what it makes of them stands in their place."""
    named = {name.text for name in operation.names}
    kept = tuple(item for item in table.partition_definitions if item.name.text not in named)
    at = next((at for at, item in enumerate(table.partition_definitions) if item.name.text in named), len(kept))
    return (*kept[:at], *operation.partitions, *kept[at:])


def _with_count(table: Table, more: int | None) -> Table:
    method = table.partition_by
    if method is None or method.count is None or more is None:
        return table
    return replace(table, partition_by=replace(method, count=max(method.count + more, 1)))


def exchange_partition(editor: CatalogEditor, operation: ExchangePartition, origin: Origin) -> None:
    """EXCHANGE PARTITION, after which each table may have the rows of the other."""
    for name in (operation.table, operation.other):
        table = table_or_mention(editor, name, origin)
        if table is not None:
            editor.put(table.key, replace(table, written=origin, emptied=None))
