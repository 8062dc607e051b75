"""Finds out which locks a statement asks for by getting in its way.

Statements that fail, or that end their own transaction, have dropped their locks before anybody could look. So another
session holds a lock on one table, and the statement is run with a short lock_timeout: the server's own message about
the wait (log_lock_waits) names the relation and the mode it asks for. The weakest lock that stops it tells the
strongest mode. A wait for a transaction instead of a relation means that it waits until others have ended.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from psycopg.errors import Diagnostic

from sqlreview.dev.measure.bench import Bench, attempt, lay, session_of
from sqlreview.dev.measure.cases import Case
from sqlreview.dev.measure.observation import Relation, Relations, mode_named
from sqlreview.locks.impact import LOCK_MODES
from sqlreview.patterns import regex

_WAIT = regex(r"process \d++ (?:still waiting for|acquired) (\w++) on (relation (\d++)|virtual transaction)")
_STOPPED_FIRST_BY = {
    "ROW SHARE": "EXCLUSIVE",
    "ROW EXCLUSIVE": "SHARE ROW EXCLUSIVE",
    "SHARE UPDATE EXCLUSIVE": "SHARE UPDATE EXCLUSIVE",
    "SHARE": "ROW EXCLUSIVE",
    "EXCLUSIVE": "ROW SHARE",
}
"""Lock that is held, weakest first: the strongest mode that it stops and those before it do not."""
_HOLDING_VIEWS = {
    "ACCESS SHARE": "SELECT 1 FROM {} LIMIT 0",
    "SHARE UPDATE EXCLUSIVE": "ANALYZE {}",
    "ACCESS EXCLUSIVE": "ALTER MATERIALIZED VIEW {} OWNER TO CURRENT_USER",
}
"""LOCK TABLE refuses materialized views; these statements take some modes."""
_SNAPSHOT = ("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", "SELECT 1")
_TIMEOUTS = (60, 300, 1500)
"""Milliseconds until a stuck statement gives up; longer ones when it gave up before the server said on what."""


@dataclass(frozen=True, slots=True)
class Wait:
    """What a statement waited for: a relation in a mode, or the end of another transaction."""

    oid: int | None
    mode: str


@dataclass(slots=True)
class Probe:
    """What getting in the way has shown."""

    locks: dict[str, str] = field(default_factory=dict)
    """Of tables and materialized views; the strongest lock asked for."""
    waits: bool = False
    """Whether it waits until other transactions end."""


def probe(bench: Bench, case: Case, before: Relations, *, in_transaction: bool) -> Probe:
    """The locks a case asks for until it ends, or fails."""
    found = Probe()
    for relation in sorted((item for item in before.values() if item.kind in "rpm"), key=lambda item: item.label):

        def mode_stopped_by(held: str, relation: Relation = relation) -> str | None:
            hold = _holding(relation, held)
            wait = _stopped_by(bench, case, (hold,), in_transaction=in_transaction) if hold else None
            found.waits = found.waits or (wait is not None and wait.oid is None)
            return wait.mode if wait is not None and wait.oid == bench.oids.get(relation.label) else None

        mode = _strongest(mode_stopped_by)
        if mode is not None:
            found.locks[relation.label] = mode
    if not in_transaction:
        wait = _stopped_by(bench, case, _SNAPSHOT, in_transaction=False)
        found.waits = found.waits or (wait is not None and wait.oid is None)
    return found


def _strongest(mode_stopped_by: Callable[[str], str | None]) -> str | None:
    """The strongest mode asked for, from what is stopped by locks held by others; None if there is no lock at all."""
    strongest = mode_stopped_by("ACCESS SHARE")
    if strongest is not None:
        return strongest
    first = mode_stopped_by("ACCESS EXCLUSIVE")
    if first is None:
        return None
    for held, stopped in _STOPPED_FIRST_BY.items():
        if LOCK_MODES.index(stopped) <= LOCK_MODES.index(first):
            break
        if mode := mode_stopped_by(held):
            return mode
    return first


def _holding(relation: Relation, mode: str) -> str | None:
    """A statement that takes a lock on a relation, and nothing more; None where there is none."""
    if relation.kind != "m":
        return f"LOCK TABLE ONLY {relation.quoted} IN {mode} MODE"
    statement = _HOLDING_VIEWS.get(mode) if relation.populated else None
    return statement.format(relation.quoted) if statement else None


def _stopped_by(bench: Bench, case: Case, hold: tuple[str, ...], *, in_transaction: bool) -> Wait | None:
    """What the case waits for while another session has run `hold`; None when nothing stops it."""
    for timeout in _TIMEOUTS:
        waits, gave_up = _run_against(bench, case, hold, timeout, in_transaction=in_transaction)
        if waits or not gave_up:
            return waits[0] if waits else None
    return None


def _run_against(
    bench: Bench, case: Case, hold: tuple[str, ...], timeout: int, *, in_transaction: bool
) -> tuple[list[Wait], bool]:
    lay(bench, case)
    waits: list[Wait] = []

    def take(message: Diagnostic) -> None:
        if found := _WAIT.match(message.message_primary or ""):
            waits.append(Wait(int(found[3]) if found[3] else None, mode_named(found[1])))

    with bench.server.connect() as holder, session_of(bench, case) as session:
        holder.execute("BEGIN")
        for statement in hold:
            holder.execute(statement)
        session.add_notice_handler(take)
        session.execute(
            "SET client_min_messages = log; SET log_lock_waits = on;"
            f" SET deadlock_timeout = '5ms'; SET lock_timeout = '{timeout}ms'"
        )
        if in_transaction:
            session.execute("BEGIN")
        else:
            bench.standing = None
        error = attempt(session, case.run)
        session.close()  # which rolls back
        holder.execute("ROLLBACK")
    return waits, error is not None and error.sqlstate == "55P03"
