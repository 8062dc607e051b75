"""Measures one case on the SQLite of this Python: what it locks, whom it waits for, what it reads and writes again.

Every observation has a copy of the file of its own. Locks are tried out by a second connection, with a rollback journal
and with a write-ahead log. Pages in that log tell what was written. A table counts as read when the statements take
at least one step fewer for each of its rows once it is empty.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlreview.dev.measure.cases import Case, Facts, canonical
from sqlreview.dev.measure.results import LeftOut, NotMeasured
from sqlreview.dev.measure.sqlite_pages import Tree, pages_written, trees_in

_JOURNALS = {"delete": "", "wal": "_wal"}
"""Journal modes, with what is added to the names of their facts."""
_READER = ("BEGIN", "SELECT count(*) FROM sqlite_master")
_WRITER = ("BEGIN IMMEDIATE",)
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 AND name NOT LIKE 'sqlite%'"
_OWN_TRANSACTION = ("BEGIN", "COMMIT", "END", "ROLLBACK")


def series() -> str:
    """The release series of the SQLite of this Python: "3.40"."""
    return ".".join(str(number) for number in sqlite3.sqlite_version_info[:2])


def measure_sqlite(case: Case) -> Facts | LeftOut | NotMeasured:
    """The facts of a case, or why there are none."""
    with tempfile.TemporaryDirectory(prefix="sqlreview-") as name:
        home = Path(name)
        start = home / "start"
        error = _made(start, case.setup)
        if error is not None:
            return NotMeasured(f"the set-up fails: {error}")
        return _measured(home, start, case)


def _measured(home: Path, start: Path, case: Case) -> Facts | LeftOut:
    with _opened(home, start, "delete") as session:
        error = _run(session, (*case.session, *_begun(case)))
    if error is not None and _is_syntax_error(error):
        return LeftOut(str(error))
    refused = error is not None and "within a transaction" in str(error)
    if refused:
        with _opened(home, start, "delete") as session:
            error = _run(session, (*case.session, *case.run))
    found: Facts = {"refused_in_transaction": refused}
    if error is not None:
        return canonical({**found, "error": error.sqlite_errorname})
    for journal, suffix in _JOURNALS.items():
        if not refused:
            found[f"lock{suffix}"] = _lock(home, start, case, journal)
        found[f"waits_for{suffix}"] = _waits(home, start, case, journal, refused)
    return canonical({**found, **_work(home, start, case, refused)})


def _begun(case: Case) -> tuple[str, ...]:
    """The statements in a transaction, unless they begin one themselves."""
    own = case.run[0].split()[0].upper() in _OWN_TRANSACTION
    return case.run if own else ("BEGIN", *case.run)


def _made(path: Path, statements: Sequence[str]) -> sqlite3.Error | None:
    session = sqlite3.connect(path, isolation_level=None)
    try:
        return _run(session, statements)
    finally:
        session.close()


@contextmanager
def _opened(home: Path, start: Path, journal: str) -> Iterator[sqlite3.Connection]:
    """A connection to a copy of the database, which waits for nobody."""
    path = home / "copy"
    for old in home.glob("copy*"):
        old.unlink()
    shutil.copyfile(start, path)
    session = sqlite3.connect(path, isolation_level=None, timeout=0)
    try:
        session.execute(f"PRAGMA journal_mode = {journal}").fetchone()
        session.execute("PRAGMA wal_autocheckpoint = 0").fetchone()
        yield session
    finally:
        session.close()


@contextmanager
def _beside(home: Path) -> Iterator[sqlite3.Connection]:
    other = sqlite3.connect(home / "copy", isolation_level=None, timeout=0)
    try:
        yield other
    finally:
        other.close()


def _run(session: sqlite3.Connection, statements: Sequence[str]) -> sqlite3.Error | None:
    try:
        for statement in statements:
            session.execute(statement).fetchall()
    except sqlite3.Error as error:
        return error
    return None


def _is_busy(error: sqlite3.Error | None) -> bool:
    return error is not None and error.sqlite_errorname.startswith("SQLITE_BUSY")


def _is_syntax_error(error: sqlite3.Error) -> bool:
    return "syntax error" in str(error) or "incomplete input" in str(error)


def _lock(home: Path, start: Path, case: Case, journal: str) -> str | None:
    """The lock that is held while the transaction is open, told by whom it stops."""
    with _opened(home, start, journal) as session:
        _run(session, (*case.session, *_begun(case)))
        with _beside(home) as other:
            if _is_busy(_run(other, _READER)):
                return "EXCLUSIVE"
        with _beside(home) as other:
            return "RESERVED" if _is_busy(_run(other, _WRITER)) else None


def _waits(home: Path, start: Path, case: Case, journal: str, refused: bool) -> list[str]:
    """Those whose open transactions keep the statements, or their commit, from going on."""
    statements = case.run if refused else (*_begun(case), "COMMIT")
    found = []
    for name, does in (("readers", _READER), ("writers", _WRITER)):
        with _opened(home, start, journal) as session, _beside(home) as other:
            _run(other, does)
            if _is_busy(_run(session, (*case.session, *statements))):
                found.append(name)
    return found


def _work(home: Path, start: Path, case: Case, refused: bool) -> Facts:
    statements = case.run if refused else (*_begun(case), "COMMIT")
    before = trees_in(start)
    with _opened(home, start, "wal") as session:
        _run(session, (*case.session, *statements))
        written = pages_written(home / "copy")
    after, after_counts, counts = trees_in(home / "copy"), _counted(home / "copy"), _counted(start)
    anew = {name for name, tree in after.items() if tree.leaves <= written}
    changed = {name for name, tree in after.items() if tree.leaves & written}
    kept = {name for name, rows in after_counts.items() if rows and counts.get(name)}
    return {
        "rewrites": anew & kept,
        "emptied": {name for name, rows in counts.items() if rows and after_counts.get(name) == 0},
        "index_builds": {after[name].table for name in anew if _is_index_of(after[name], kept)} - changed,
        "scans": _scanned(
            home, start, case, statements, {name: rows for name, rows in counts.items() if name in before}
        ),
    }


def _is_index_of(tree: Tree, tables: set[str]) -> bool:
    return not tree.is_table and tree.table in tables


def _counted(path: Path) -> dict[str, int]:
    """The rows of every table."""
    session = sqlite3.connect(path, isolation_level=None)
    try:
        names = [name for (name,) in session.execute(_TABLES).fetchall()]
        return {name: session.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
    finally:
        session.close()


def _scanned(
    home: Path, start: Path, case: Case, statements: Sequence[str], counts: dict[str, int]
) -> Iterator[str] | list[str]:
    """The tables whose rows cost at least a step each."""
    whole = _steps(home, start, case, statements)
    found = []
    for name, rows in counts.items():
        empty = home / "empty"
        shutil.copyfile(start, empty)
        _made(empty, (f'DELETE FROM "{name}"',))
        if rows and whole - _steps(home, empty, case, statements) >= rows:
            found.append(name)
        empty.unlink()
    return found


def _steps(home: Path, start: Path, case: Case, statements: Sequence[str]) -> int:
    taken = 0

    def count() -> int:
        nonlocal taken
        taken += 1
        return 0

    with _opened(home, start, "delete") as session:
        _run(session, case.session)
        session.set_progress_handler(count, 1)
        _run(session, statements)
        session.set_progress_handler(None, 0)
    return taken
