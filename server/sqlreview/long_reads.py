"""SELECT statements that keep a lock waiting which an earlier statement of their transaction took."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.context import Context
from sqlreview.operations import Name
from sqlreview.schema import Origin
from sqlreview.schema.row_selection import reads_whole_tables
from sqlreview.subjects import Migration, Step

_SERVERS_OWN = ("pg_catalog", "information_schema")


def reads_under_lock(migration: Migration, context: Context) -> Iterator[tuple[Step, Origin]]:
    """The first SELECT of each transaction that works through a table in use after a table was locked for everyone."""
    locks = {step.at.transaction: step for step in reversed(migration.steps) if step.sealed and not step.in_body}
    for place, statement in enumerate(migration.statements if locks else ()):
        at = migration.origins[place]
        step = locks.get(at.transaction)
        if step is None or step.at.statement >= at.statement or place in migration.downs:
            continue
        reading = statement.queries[0] if statement.queries and not statement.operations else None
        if reading and any(_is_in_use(name, migration, context) for name in reads_whole_tables(reading)):
            yield step, at
            del locks[at.transaction]


def _is_in_use(name: Name, migration: Migration, context: Context) -> bool:
    """Whether it may be a table with rows of others; a sequence holds one."""
    if name.schema in _SERVERS_OWN or name.text.startswith("pg_") or migration.before.sequence(name) is not None:
        return False
    return context.is_live(name)
