"""Measures one case on one server."""

from __future__ import annotations

from dataclasses import dataclass

import psycopg

from sqlreview.dev.measure.bench import Bench, attempt, lay, rows_read_so_far, session_of
from sqlreview.dev.measure.cases import Case, Facts, canonical
from sqlreview.dev.measure.observation import (
    IndexBuilds,
    Relations,
    Sight,
    held_locks,
    lock_facts,
    read_in_full,
    relations,
    renewed,
    row_counts,
    rows_read_here,
    work,
)
from sqlreview.dev.measure.probing import probe
from sqlreview.dev.measure.results import LeftOut, NotMeasured
from sqlreview.patterns import regex

_REFUSED_IN_TRANSACTION = "25001"
_SYNTAX_ERROR = "42601"
_NOT_BUILT_IN = regex(r'extension "[^"]++" is not available|could not open extension control|unsupported XML feature')


@dataclass(frozen=True, slots=True)
class _Inside:
    """What was seen of a case inside a transaction, which was rolled back."""

    before: Relations
    rows: dict[int, int]
    error: psycopg.Error | None
    facts: Facts


def measure(bench: Bench, case: Case) -> Facts | LeftOut | NotMeasured:
    """The facts of a case, or why there are none."""
    try:
        lay(bench, case)
    except psycopg.Error as error:
        return NotMeasured(f"the set-up fails: {_said(error)}")
    seen = _inside(bench, case)
    if seen.error is None:
        return seen.facts if _explains_scans(seen.facts) else _with_probed_locks(bench, case, seen)
    if seen.error.sqlstate == _REFUSED_IN_TRANSACTION:
        return _outside(bench, case, seen)
    if _is_syntax_error(seen.error):
        return LeftOut(_said(seen.error))
    if _NOT_BUILT_IN.match(_said(seen.error)):
        return NotMeasured(_said(seen.error))
    return _with_probed_locks(bench, case, seen)


def _is_syntax_error(error: psycopg.Error) -> bool:
    """Whether the version has no such syntax; some other refusals have the same code."""
    return error.sqlstate == _SYNTAX_ERROR and _said(error).startswith("syntax error")


def _said(error: psycopg.Error) -> str:
    return error.diag.message_primary or str(error).strip()


def _explains_scans(facts: Facts) -> bool:
    """Whether all tables that were read are locked still; up to PostgreSQL 12 COPY TO lets go of its lock."""
    return set(facts.get("scans", ())) <= set(facts.get("locks", ()))


def _with_probed_locks(bench: Bench, case: Case, seen: _Inside) -> Facts:
    locks = probe(bench, case, seen.before, in_transaction=True).locks
    return canonical({**seen.facts, "locks": {**locks, **seen.facts.get("locks", {})}})


def _inside(bench: Bench, case: Case) -> _Inside:
    """Runs a case in a transaction, looks at it from a second session, and rolls it back."""
    with session_of(bench, case) as session:
        before = relations(session)
        rows = row_counts(session, before.values())
        builds = IndexBuilds()
        builds.listen(session)
        session.execute("BEGIN")
        read_before = rows_read_here(session, before)
        error = attempt(session, case.run)
        if error is not None:
            if session.closed:
                return _Inside(before, rows, error, {})
            session.execute("ROLLBACK AND CHAIN")  # idle in between, the session would report its counters and forget
            read = _difference(read_before, rows_read_here(session, before))
            failed = {"error": error.sqlstate, "scans": read_in_full(before, rows, read)}
            return _Inside(before, rows, error, canonical(failed))
        held = held_locks(bench.watcher, session.info.backend_pid)
        read = _difference(read_before, rows_read_here(session, before))
        after = relations(session)
        sight = Sight(before, rows, after, row_counts(session, renewed(before, after)), read, builds.tables)
        late = attempt(session, ("SET CONSTRAINTS ALL IMMEDIATE",))  # as the commit would
        code = {"error": late.sqlstate} if late else {}
        return _Inside(before, rows, None, canonical({**code, **lock_facts(before, held), **work(sight)}))


def _difference(earlier: dict[int, int], later: dict[int, int]) -> dict[int, int]:
    return {oid: count - earlier.get(oid, 0) for oid, count in later.items()}


def _outside(bench: Bench, case: Case, refused: _Inside) -> Facts:
    """Runs a case that is refused inside a transaction, and then again with others in its way."""
    read_before = rows_read_so_far(bench, refused.before)
    bench.standing = None
    builds = IndexBuilds()
    with session_of(bench, case) as session:
        builds.listen(session)
        error = attempt(session, case.run)
    read = _difference(read_before, rows_read_so_far(bench, refused.before))
    with bench.server.connect() as reader:
        after = relations(reader)
        rows_after = row_counts(reader, renewed(refused.before, after))
    sight = Sight(refused.before, refused.rows, after, rows_after, read, builds.tables)
    found = probe(bench, case, refused.before, in_transaction=False)
    if error is not None:
        return canonical({"error": error.sqlstate, "refused_in_transaction": True, "locks": found.locks})
    return canonical({"refused_in_transaction": True, "waits": found.waits, "locks": found.locks, **work(sight)})
