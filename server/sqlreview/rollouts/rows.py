"""Changes of many rows that are made batch by batch, and columns whose values are computed that way."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.context import Context
from sqlreview.findings import Fix, FixKind
from sqlreview.patterns import regex
from sqlreview.queries import Delete, Update
from sqlreview.rollouts.batches import batch_key, batched
from sqlreview.rollouts.steps import batches
from sqlreview.schema.naming import quoted
from sqlreview.schema.records import Table
from sqlreview.staging import is_alone_in_wrapper
from sqlreview.text import Edit, Span

_TELLING = regex(r"(?i)--|/\*|\bselect\b|\btable\b")
_COUNTED = ("bigint", "integer", "bigserial", "serial")


def changed_in_batches(context: Context, query: Update | Delete) -> tuple[Fix, ...]:
    """Makes the change of an UPDATE or DELETE batch by batch, or binds it to keys where a person has to go on.

    Batches follow the primary key, and only where one that is made twice does no harm: what has failed half-way can be
    run again.
    """
    table = context.catalog.table(query.target.name) if query.target.name else None
    if table is None:
        return ()
    return (*_bound_to_keys(query, table), *_in_batches(context, query, table))


def _bound_to_keys(query: Update | Delete, table: Table) -> Iterator[Fix]:
    """A range of keys to start from, where the table has a plain primary key."""
    key = table.primary_key
    column = table.column(key.columns[0]) if key and len(key.columns) == 1 else None
    if column is None or column.type is None or column.type.name not in _COUNTED or query.from_span:
        return
    bounds = f" {quoted(column.name)} >= 1 AND {quoted(column.name)} < 10001"
    if query.where is not None and query.where.predicate.kind != "or":
        edit = Edit.insert(query.where.span.end, f" AND{bounds}")
        yield Fix("Bind it to a range of keys", (edit,), FixKind.GUIDANCE)
    elif query.where is None and not query.returning:
        yield Fix("Bind it to a range of keys", (Edit.insert(query.span.end, f" WHERE{bounds}"),), FixKind.GUIDANCE)


def _in_batches(context: Context, query: Update | Delete, table: Table) -> tuple[Fix, ...]:
    if not table.complete or not _is_plain(context, query) or not _is_repeatable(query, table):
        return ()
    sql = context.statement.text
    end = query.where.span.start if query.where else len(sql)
    condition = f"({query.where.predicate.span.of(sql)})" if query.where else ""
    block = batched(table, sql[:end].rstrip(), condition)
    if block is None:
        return ()
    whole, edit = Span(0, len(sql)), block.removesuffix(";")
    if not context.in_transaction:
        return (Fix("Change the rows in batches", (Edit.replace(whole, edit),), FixKind.UNSAFE, apart=True),)
    if not is_alone_in_wrapper(context):
        return ()
    step = batches(_title(query, table), block)
    moved = Fix("Change the rows in batches, later", (Edit.delete(whole),), FixKind.UNSAFE, (step,))
    alone = Fix("Change the rows in batches", (Edit.replace(whole, edit),), FixKind.UNSAFE, unwraps=True)
    return (moved, alone)


def _title(query: Update | Delete, table: Table) -> str:
    column = query.assignments[0].columns[0].text if isinstance(query, Update) else "without_some"
    return f"{table.name}_{column}"


def _is_plain(context: Context, query: Update | Delete) -> bool:
    """Whether the statement is an UPDATE or DELETE of one table and nothing else."""
    sql = context.statement.text
    is_whole = context.engine.family == "postgres" and context.body is None and query.keyword.start == 0
    is_single = not query.from_span and not query.returning and len(query.sources) == 1 and not query.limit
    # what it reads elsewhere may have changed when its turn comes, and so may what it reads of its own table
    is_told = not _TELLING.search(sql)
    return is_whole and is_single and is_told and len(context.statement.operations) == 1


def _is_repeatable(query: Update | Delete, table: Table) -> bool:
    """Whether the second run over a row leaves it as the first one did: no value depends on one that is written."""
    if isinstance(query, Delete):
        return True
    written = {column.text for item in query.assignments for column in item.columns}
    read = {reference.column for item in query.assignments for reference in item.value.columns}
    has_subquery = any(item.value.subqueries for item in query.assignments)
    return not has_subquery and written.isdisjoint((*read, *batch_key(table)))
