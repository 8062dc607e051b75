"""What limits how long a migration waits and works, and which of its steps make others wait."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.locks.impact import EXCLUSIVE_METADATA
from sqlreview.operations import AlterSequence, DetachPartition, LockTable, SetSetting
from sqlreview.queries import functions_of
from sqlreview.schema.durations import milliseconds_of
from sqlreview.subjects import Migration, Statement, Step


def limits_set(statement: Statement) -> frozenset[str]:
    """The settings to which a statement gives a value other than zero."""
    settings = (item for item in settings_of(statement) if _is_limit(item.value) and not item.everywhere)
    return frozenset(item.name for item in settings)


def settings_of(statement: Statement) -> Iterator[SetSetting]:
    """What a statement sets, by SET and RESET or by set_config(); a value worked out there stands as a variable."""
    yield from (operation for operation in statement.operations if isinstance(operation, SetSetting))
    for query in statement.queries:
        for call in functions_of(query):
            if call.name == "set_config" and len(call.arguments) > 1 and call.arguments[0].string:
                value = call.arguments[1]
                shown = value.string if value.string is not None else f"{value.kind}()"
                yield SetSetting(span=call.span, name=call.arguments[0].string.lower(), value=shown)


def unlimited_steps(migration: Migration, limits: frozenset[str]) -> Iterator[Step]:
    """The steps that make others wait while they wait for their own lock, before one of some settings limits that.

    A file that takes a limit away in its midst, as some do before CONCURRENTLY, found one set by whoever runs it.
    """
    steps: dict[int, list[Step]] = {}
    for step in _waiting_steps(migration):
        if limits.isdisjoint(_limits_around(step, migration)):
            steps.setdefault(migration.positions[step.at.statement], []).append(step)
    found: list[Step] = []
    for position, statement in enumerate(migration.statements if steps else ()):
        if not limits.isdisjoint(limits_set(statement)):
            break
        if _takes_away(statement, limits):
            found.clear()
        found += steps.get(position, ())
    yield from found


def _takes_away(statement: Statement, limits: frozenset[str]) -> bool:
    return any(
        isinstance(operation, SetSetting) and operation.name in limits and not _is_limit(operation.value)
        for operation in statement.operations
    )


def _limits_around(step: Step, migration: Migration) -> frozenset[str]:
    """The timeouts a file finds set: by its tool, or because earlier files store them for the role or database."""
    found = {**dict(migration.before.session.settings), **dict(step.timeouts)}
    return frozenset(name for name, value in found.items() if _is_limit(value))


def _waiting_steps(migration: Migration) -> Iterator[Step]:
    """The steps that take a strong lock on a table, but for those that say themselves how long they wait for it."""
    for step in migration.steps:
        if isinstance(step.operation, LockTable) and step.operation.nowait:
            continue
        if isinstance(step.operation, AlterSequence):
            continue
        if isinstance(step.operation, DetachPartition) and step.operation.concurrently:
            continue  # which a limit must not interrupt: it would have to be finished by hand
        if step.operation.online is not None and step.operation.online.wait is not None:
            continue
        if step.blocked or (EXCLUSIVE_METADATA in dict(step.impact.locks).values() and step.live):
            yield step


def _is_limit(value: str | None) -> bool:
    """Whether a value limits something; a variable is taken to do so."""
    return value is not None and milliseconds_of(value) != 0
