"""What statements lock on PostgreSQL, and what they do to a table meanwhile, seen from a second session."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from threading import Thread
from typing import Any

from postgres_laboratory import Laboratory, database
from proof_cases import Step
from proof_outcomes import Rows

from sqlreview.dev.measure.observation import (
    IndexBuilds,
    Relation,
    Sight,
    held_locks,
    mode_named,
    relations,
    row_counts,
    rows_read_here,
    stronger,
    work,
)
from sqlreview.locks.impact import LOCK_MODES

_CONTROL = re.compile(r"(?i)\s*+(?:BEGIN|START|COMMIT|END|ROLLBACK|ABORT|SAVEPOINT|RELEASE|PREPARE TRANSACTION)\b")
_SETTING = re.compile(r"(?i)\s*+(?:SET|RESET|LOCK|FETCH|CLOSE|DECLARE)\b")
"""Statements that mean something else in a transaction of their own."""
_REFUSED_IN_TRANSACTION = ("25001", "2D000")
"""The second one is that of COMMIT in a block."""
_ASKED = """
SELECT relation, mode FROM pg_locks WHERE pid = %s AND locktype = 'relation'
AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
_BLOCKS_WRITES = ("SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE")
_PATIENCE = 0.4


@dataclass(slots=True)
class Seen:
    """What one statement did to relations that were there, by their names "schema.table"."""

    step: Step
    before: dict[str, str] = field(default_factory=dict)
    """The locks its transaction held already."""
    locks: dict[str, str] = field(default_factory=dict)
    """The strongest locks its transaction holds after it."""
    rewrites: set[str] = field(default_factory=set)
    scans: set[str] = field(default_factory=set)
    builds: set[str] = field(default_factory=set)
    """Tables with an index that is built."""
    error: str = ""

    @property
    def work(self) -> set[str]:
        """The tables that are read or written from end to end."""
        return self.rewrites | self.scans | self.builds


@dataclass(slots=True)
class _Room:
    """A session under observation."""

    lab: Laboratory
    session: Any
    watcher: Any
    rows: dict[int, int]
    start: dict[int, Relation]
    builds: IndexBuilds


def observe(lab: Laboratory, setup: Sequence[Step], steps: Iterable[Step], *, rows: Rows = "plain") -> list[Seen]:
    """Runs statements, those that come after one that fails as well, and watches each of them."""
    with database(lab, list(setup), rows=rows) as session, lab.server.connect(session.info.dbname) as watcher:
        start = relations(session)
        builds = IndexBuilds()
        builds.listen(session)
        room = _Room(lab, session, watcher, row_counts(session, start.values()), start, builds)
        return [_watched(room, step) for step in steps]


def _watched(room: _Room, step: Step) -> Seen:
    idle = room.session.info.transaction_status == 0
    if _CONTROL.match(step.sql) or (idle and _SETTING.match(step.sql)):
        return Seen(step, error=_attempt(room.session, step.sql))
    if idle:
        room.session.execute("BEGIN")
    seen = _inside(room, step)
    if not idle:
        return seen
    if seen.error in _REFUSED_IN_TRANSACTION:
        room.session.execute("ROLLBACK")
        return _outside(room, step)
    room.session.execute("ROLLBACK" if seen.error else "COMMIT")
    return seen


def _attempt(session: Any, sql: str) -> str:
    import psycopg

    try:
        session.execute(sql)
    except psycopg.Error as error:
        return error.sqlstate or "?"
    return ""


def _named(room: _Room, locks: dict[int, str]) -> dict[str, str]:
    return {room.start[oid].label: mode for oid, mode in locks.items() if oid in room.start}


def _inside(room: _Room, step: Step) -> Seen:
    session, pid = room.session, room.session.info.backend_pid
    held = _named(room, held_locks(room.watcher, pid))
    before = relations(session)
    read_before = rows_read_here(session, before)
    room.builds.tables.clear()
    session.execute("SAVEPOINT proof")
    error = _attempt(session, step.sql)
    if error:
        session.execute("ROLLBACK TO SAVEPOINT proof")
        return Seen(step, held, held, error=error)
    locks = _named(room, held_locks(room.watcher, pid))
    read = {oid: count - read_before.get(oid, 0) for oid, count in rows_read_here(session, before).items()}
    return _seen(room, step, held, locks, before, read)


def _seen(
    room: _Room, step: Step, held: dict[str, str], locks: dict[str, str], before: dict[int, Relation],
    read: dict[int, int],
) -> Seen:  # fmt: skip
    after = relations(room.session)
    rows_after = dict.fromkeys(after, 1)  # a table that is emptied is not written anew
    for oid, relation in after.items():
        if oid in before and relation.file != before[oid].file and relation.has_rows:
            rows_after.update(row_counts(room.session, [relation]))
    facts = work(Sight(before, room.rows, after, rows_after, read, list(room.builds.tables)))
    known = {relation.label for oid, relation in before.items() if oid in room.start}
    rewrites, scans, builds = (set(facts.get(key, ())) & known for key in ("rewrites", "scans", "index_builds"))
    return Seen(step, held, locks, rewrites, scans, builds - rewrites)


def _outside(room: _Room, step: Step) -> Seen:
    """Runs what is refused in a transaction, first with writers in its way, so that its locks can be seen."""
    before = relations(room.session)
    room.builds.tables.clear()
    asked: dict[int, str] = {}
    errors: list[str] = []
    thread = Thread(target=lambda: errors.append(_attempt(room.session, step.sql)))
    with room.lab.server.connect(room.session.info.dbname) as writer:
        writer.execute("BEGIN")
        for relation in before.values():
            if relation.kind in "rp":
                writer.execute(f"LOCK TABLE ONLY {relation.quoted} IN ROW EXCLUSIVE MODE")
        thread.start()
        _collect(room, asked, thread, time.monotonic() + _PATIENCE)
        writer.execute("ROLLBACK")
    _collect(room, asked, thread, None)
    thread.join()
    if errors[0]:
        return Seen(step, error=errors[0])
    return _seen(room, step, {}, _named(room, asked), before, {})


def _collect(room: _Room, asked: dict[int, str], thread: Thread, until: float | None) -> None:
    pid, quiet, known = room.session.info.backend_pid, 0, -1
    while thread.is_alive() and (until is None or (time.monotonic() < until and quiet < 10)):
        for oid, name in room.watcher.execute(_ASKED, [pid]).fetchall():
            mode = mode_named(name)
            asked[oid] = stronger(mode, asked.get(oid, mode))
        quiet, known = (quiet + 1, known) if len(asked) == known and asked else (0, len(asked))
        time.sleep(0.004)


def hardness(seen: Sequence[Seen]) -> tuple[int, int, int, int]:
    """How hard statements are on others, to be compared.

    Tables that are worked through while nobody reads them, while nobody writes them, the strength of the locks that
    stop writers, and how many statements run under such locks.
    """
    no_reads = sum(one.locks.get(table) == "ACCESS EXCLUSIVE" for one in seen for table in one.work)
    no_writes = sum(one.locks.get(table) in _BLOCKS_WRITES[:-1] for one in seen for table in one.work)
    strongest: dict[str, str] = {}
    for one in seen:
        for table, mode in one.locks.items():
            strongest[table] = stronger(mode, strongest.get(table, mode))
    strength = sum(LOCK_MODES.index(mode) for mode in strongest.values() if mode in _BLOCKS_WRITES)
    under = sum(mode in _BLOCKS_WRITES for one in seen for mode in one.before.values())
    return no_reads, no_writes, strength, under
