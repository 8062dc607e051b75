"""Work on partitioned tables that is done partition by partition, or proven beforehand, while they are in use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlreview.context import Context
from sqlreview.findings import Fix, FixKind, FollowUp, Undo
from sqlreview.operations import AttachPartition, CreateIndex
from sqlreview.rollouts.steps import alteration, ignoring, together, working
from sqlreview.schema.bound_text import bound_condition
from sqlreview.schema.definition import relation_name
from sqlreview.schema.naming import addition_of, free_relation_name, index_column_names, object_name, quoted
from sqlreview.schema.partition_bounds import default_partition, partitions_of
from sqlreview.schema.records import Table
from sqlreview.staging import may_follow
from sqlreview.text import Edit, Span

BOUNDS_SAY_IT = ignoring("data/drop-constraint", "the bounds of the partition say the same")
"""Goes above the statement that drops the check by which a partition has proven to fit."""
_STAYS = "-- It stays attached until the index of the partitioned table is dropped.\nSELECT 1;"
_TITLE = "Build the index of every partition"


def index_of_partitions(context: Context, create: CreateIndex) -> tuple[Fix, ...]:
    """Creates the index of a partitioned table alone, then that of every partition CONCURRENTLY, and attaches them.

    Only where every partition is known, and none has partitions of its own.
    """
    table = context.catalog.table(create.table)
    partitions = partitions_of(context.catalog, table) if table else ()
    if table is None or context.body or not _are_leaves(table, partitions) or create.name is None:
        return ()
    sql, name = context.statement.text, create.name.span.of(context.statement.text)
    builds = tuple(_builds(context, create, partitions))
    parent = f"{sql[: create.index_word.end]} {name} ON ONLY {sql[create.table.span.start :]}"
    index = relation_name(("relation", table.schema, create.name.text))
    attached = [
        f"ALTER INDEX {index} ATTACH PARTITION {relation_name(('relation', owner.schema, part))}"
        for owner, part, _ in builds
    ]
    at_once = list[Fix]()
    if not context.in_transaction:
        lines = [line for (*_, build), attach in zip(builds, attached, strict=True) for line in (build, attach)]
        text = ";\n".join((parent, *lines))
        # unsafe, as partitions the migrations do not show would be left out, and the index would stay invalid
        at_once.append(Fix(_TITLE, (Edit.replace(create.span, text),), FixKind.UNSAFE, apart=True))
    if not may_follow(context):
        return tuple(at_once)
    steps = [
        FollowUp("create", part, f"{build};", _dropped(owner, part), in_transaction=False)
        for owner, part, build in builds
    ]
    # an attached index cannot be taken away from the other one, which takes all of them along when it goes
    gone = f"DROP INDEX {index};\n{parent};"
    for number, ((_, part, _), attach) in enumerate(zip(builds, attached, strict=True)):
        steps.append(together("attach", part, (f"{attach};",), (_STAYS if number else gone,)))
    edit = Edit.replace(create.span, parent)
    return (*at_once, Fix(f"{_TITLE} later", (edit,), FixKind.UNSAFE, tuple(steps)))


def _are_leaves(table: Table, partitions: tuple[Table, ...]) -> bool:
    return (
        table.partition_by is not None
        and len(partitions) == len(table.partitions) > 0
        and not any(item.partition_by or item.foreign for item in partitions)
    )


def _builds(context: Context, create: CreateIndex, partitions: Iterable[Table]) -> Iterator[tuple[Table, str, str]]:
    """Each partition with the name of its index, and the statement that builds it."""
    sql = context.statement.text
    columns = index_column_names(create.keys, (column.text for column in create.include))
    head, tail = sql[: create.index_word.end], sql[create.table.span.end :]
    for item in partitions:
        part = free_relation_name(context.catalog, item, addition_of(columns), "idx")
        yield item, part, f"{head} CONCURRENTLY {quoted(part)} ON {relation_name(item.key)}{tail}"


def _dropped(owner: Table, name: str) -> str:
    return f"DROP INDEX CONCURRENTLY IF EXISTS {relation_name(('relation', owner.schema, name))};"


def attached_when_proven(context: Context, attach: AttachPartition) -> tuple[Fix, ...]:
    """Proves by a validated CHECK that the rows of a table fit its bounds, so that ATTACH PARTITION need not look."""
    parent, table = context.catalog.table(attach.table), context.catalog.table(attach.partition)
    if parent is None or table is None or context.body or len(context.statement.operations) != 1:
        return ()
    condition = bound_condition(parent, table, attach.bound)
    name = object_name(table.name, None, "bounds")
    if condition is None or table.constraint(name) or default_partition(context.catalog, parent):
        return ()
    added = alteration(table, [f"ADD CONSTRAINT {quoted(name)} CHECK ({condition}) NOT VALID"])[0]
    checked = alteration(table, [f"VALIDATE CONSTRAINT {quoted(name)}"])[0]
    dropped = alteration(table, [f"DROP CONSTRAINT {quoted(name)}"])[0]
    sql, at_once = context.statement.text, list[Fix]()
    if not context.in_transaction:
        edits = (Edit.insert(0, f"{added}\n{checked}\n"), Edit.insert(len(sql), f";\n{dropped.rstrip(';')}"))
        at_once.append(Fix("Prove the bounds with a CHECK first", edits, FixKind.SAFE, apart=True))
    if not may_follow(context):
        return tuple(at_once)
    back = alteration(parent, [f"DETACH PARTITION {relation_name(table.key)}"])
    steps = (
        working("validate", name, checked),
        together("attach", table.name, (f"{sql};", f"{BOUNDS_SAY_IT}{dropped}"), (*back, added)),
    )
    edit = Edit.replace(Span(0, len(sql)), added.rstrip(";"))
    undo = Undo(attach, dropped.rstrip(";"), whole=True)
    return (*at_once, Fix("Prove the bounds in earlier migrations", (edit,), FixKind.UNSAFE, steps, undo=undo))
