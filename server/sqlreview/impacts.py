"""What migrations do to those who use the database meanwhile: every statement's impact, transaction by transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from itertools import groupby
from typing import Any, Literal

from sqlreview.config import Config
from sqlreview.history import Entry, FileState
from sqlreview.locks import SQLITE_LOCKS, STOPPING_MODES, Impact, OnlineImpact, combined, strength
from sqlreview.migrations.project import SourceFile
from sqlreview.operations import Begin, Commit, Operation, Rollback, SetSetting, Unknown, WriteRows
from sqlreview.placement import range_of
from sqlreview.project import Project
from sqlreview.report import Range
from sqlreview.review import Review
from sqlreview.subjects import Step
from sqlreview.table_sizes import TableSizes, parted, worked_through
from sqlreview.text import LineIndex, Span

FORMAT_VERSION: Literal[1] = 1
"""Grows when a reader of the JSON document must change; new keys alone do not make it grow."""

_TIMEOUTS = ("lock_timeout", "statement_timeout", "lock_wait_timeout", "max_statement_time")


@dataclass(frozen=True, slots=True)
class StatementImpact:
    """What one statement does, and what it still holds up while it runs.

    Relations are named "schema.table". Those the same run creates are in `locks` and not in `live`.
    """

    range: Range
    operation: str
    """What it does, in a few words: "add column orders.total"."""
    locks: dict[str, str]
    """Strongest mode it takes, by relation."""
    live: tuple[str, ...]
    """The locked relations that others may be using."""
    rewrites: tuple[str, ...]
    scans: tuple[str, ...]
    index_builds: tuple[str, ...]
    in_transaction: bool
    """Whether it runs in a transaction with other statements, so that its locks outlive it."""
    transaction_allowed: bool
    waits_for: tuple[str, ...]
    """Whose end it waits for before it can finish, beside the locks it asks for."""
    blocked: dict[str, str]
    """Locks on relations in use that stop their writers while it runs, taken by it or earlier in its transaction."""
    unknown: tuple[str, ...]
    """What could not be decided from the text."""
    explain: str
    online: OnlineImpact | None = None
    """Of MySQL and MariaDB, for statements that take ALGORITHM= and LOCK=."""
    commits: bool = False
    """Whether it commits the open transaction before it runs, so that its locks end with it."""


@dataclass(frozen=True, slots=True)
class TransactionImpact:
    """Statements that keep their locks until they end together."""

    kind: Literal["statement", "explicit", "wrapped"]
    """A statement of its own, BEGIN ... COMMIT in the file, or a transaction the migration tool opens."""
    statements: tuple[StatementImpact, ...]
    strongest: dict[str, str]
    """The strongest mode on every relation in use at its end."""
    queue_risk: tuple[str, ...]
    """Relations in use for whose lock it may wait without a lock_timeout; all later statements on them queue behind."""


@dataclass(frozen=True, slots=True)
class FileImpact:
    """One migration."""

    path: str
    engine: str
    modelled: bool
    """Whether locks of its engine are known; where they are not, nothing is said about them."""
    transactions: tuple[TransactionImpact, ...]
    not_analysed: tuple[Range, ...] = ()
    """Statements of which nothing is known."""
    large_tables: dict[str, int | None] = field(default_factory=dict)
    """The tables it works through that are large by the configuration, with their rows where those are known."""


@dataclass(frozen=True, slots=True)
class ImpactReport:
    """The impact of some migrations, in their order."""

    files: tuple[FileImpact, ...]


@dataclass(frozen=True, slots=True)
class ImpactDocument:
    """The report as programs get it."""

    version: Literal[1]
    files: tuple[FileImpact, ...]


def impact_document(report: ImpactReport) -> dict[str, Any]:
    """The report in plain dictionaries and lists, as `sqlreview impact --format json` prints it."""
    document: dict[str, Any] = json.loads(json.dumps(asdict(ImpactDocument(FORMAT_VERSION, report.files))))
    return document


def impacts_of(files: Sequence[SourceFile], config: Config, *, schema_sql: str | None = None) -> ImpactReport:
    """The impact of every statement of the files, with the schema the earlier ones build; no rule is applied."""
    project = Project(files, replace(config, rules=()), schema_sql=schema_sql)
    return ImpactReport(tuple(file_impact(review, file) for review, file in project.files()))


def file_impact(review: Review, file: FileState) -> FileImpact:
    """The impact of one file of a review."""
    lines = LineIndex(file.text)
    engine = review.rules.engine
    entries = [entry for entry in file.entries if not entry.down]
    grouped = groupby(entries, key=lambda entry: entry.done().origin.transaction)
    transactions = tuple(_transaction(tuple(members), file, lines) for _, members in grouped)
    broken = tuple(
        range_of(_span(entry), lines)
        for entry in entries
        if any(isinstance(operation, Unknown) for operation in entry.statement.operations)
    )
    sizes = (file.rules or review.rules).sizes
    large = _large_tables(entries, sizes) if sizes else {}
    return FileImpact(file.path, str(engine), True, transactions, broken, large)


def _large_tables(entries: Iterable[Entry], sizes: TableSizes) -> dict[str, int | None]:
    """The large ones among the tables that others may be using, all of whose rows are read or written."""
    steps = (step for entry in entries for step in entry.done().steps)
    names = sorted({name for step in steps for name in worked_through(step.impact) if name in step.live})
    return {name: size.rows for name in names if (size := sizes.of(parted(name))).kind == "large"}


def statement_impact(entry: Entry, before: Sequence[Entry], together: bool, lines: LineIndex) -> StatementImpact:
    """The impact of one statement; `before` are those that precede it in its transaction."""
    steps = entry.done().steps
    impact = combined(*(step.impact for step in steps))
    held = _strongest(step for item in (*before, entry) for step in item.done().steps)
    return StatementImpact(
        range=range_of(_span(entry), lines),
        operation=_words(entry),
        locks=dict(impact.locks),
        live=tuple(dict.fromkeys(name for step in steps for name in step.live)),
        rewrites=impact.rewrites,
        scans=impact.scans,
        index_builds=impact.index_builds,
        in_transaction=together and not impact.commits,
        transaction_allowed=impact.transaction_allowed,
        waits_for=_waits(impact),
        blocked={relation: mode for relation, mode in held.items() if mode in STOPPING_MODES} | _at_work(impact, steps),
        unknown=impact.unknown,
        explain=_explained(impact, steps, together and not impact.commits),
        online=impact.online,
        commits=impact.commits,
    )


def _at_work(impact: Impact, steps: Sequence[Step]) -> dict[str, str]:
    """LOCK=SHARED or EXCLUSIVE of the tables in use that MySQL works through."""
    if impact.online is None or impact.online.lock == "NONE":
        return {}
    live = {name for step in steps for name in step.live}
    return {name: impact.online.lock for name in (*impact.rewrites, *impact.index_builds) if name in live}


def _transaction(members: tuple[Entry, ...], file: FileState, lines: LineIndex) -> TransactionImpact:
    explicit = any(isinstance(operation, Begin) for operation in members[0].statement.operations)
    kind: Literal["statement", "explicit", "wrapped"] = "statement"
    if explicit:
        kind = "explicit"
    elif members[0].done().session.wrapped and len(members) > 1:
        kind = "wrapped"
    shown = [entry for entry in members if not _is_control(entry)]
    statements = tuple(
        statement_impact(entry, shown[:position], kind != "statement", lines) for position, entry in enumerate(shown)
    )
    strongest = _strongest(step for entry in shown for step in entry.done().steps)
    return TransactionImpact(kind, statements, strongest, tuple(_queue_risk(members)))


def _is_control(entry: Entry) -> bool:
    operations = entry.statement.operations
    return bool(operations) and all(isinstance(item, Begin | Commit | Rollback) for item in operations)


def _strongest(steps: Iterable[Step]) -> dict[str, str]:
    """The strongest mode on each relation that others may be using."""
    held: dict[str, str] = {}
    for step in steps:
        for relation, mode in step.impact.locks:
            if relation in step.live:
                held[relation] = max(held.get(relation, mode), mode, key=strength)
    return held


def _queue_risk(members: Sequence[Entry]) -> Iterator[str]:
    """Relations in use for whose exclusive lock a statement waits as long as it takes."""
    seen: set[str] = set()
    for entry in members:
        session = entry.done().session
        if any(session.setting(name) not in (None, "0", "0s", "0ms") for name in _TIMEOUTS):
            continue
        for step in entry.done().steps:
            for relation in _waited_for(step):
                if relation not in seen:
                    seen.add(relation)
                    yield relation


def _waited_for(step: Step) -> Iterator[str]:
    """The relations in use that it locks against writers, or whose metadata lock it waits for without a limit."""
    yield from step.blocked
    online = step.operation.online
    if online is None or online.wait is None:
        yield from (name for name, mode in step.impact.locks if mode == "EXCLUSIVE METADATA" and name in step.live)


def _waits(impact: Impact) -> tuple[str, ...]:
    if impact.held_up_by:
        return (f"every open transaction that has written to {', '.join(impact.held_up_by)}",)
    if not impact.waits_for_transactions:
        return ()
    relations = ", ".join(relation for relation, _ in impact.locks) or "its tables"
    return (f"the end of every transaction that uses {relations}",)


def _explained(impact: Impact, steps: Sequence[Step], together: bool) -> str:
    if not steps:
        return "Takes no lock that anybody waits for."
    live = {name for step in steps for name in step.live}
    if impact.locks and not live:
        return "Locks only what this run creates, which nobody else uses yet."
    of_live = replace(impact, locks=tuple((name, mode) for name, mode in impact.locks if name in live))
    is_held = together and any(mode in (*STOPPING_MODES, *SQLITE_LOCKS) for _, mode in of_live.locks)
    return of_live.explain() + " It keeps the lock until the transaction ends." * is_held


def _words(entry: Entry) -> str:
    """What a statement does: its operations in words, or its first words."""
    known = (operation for operation in entry.statement.operations if not isinstance(operation, Unknown))
    named = [operation_words(operation) for operation in known]
    if named:
        more = f" and {len(named) - 2} more" if len(named) > 2 else ""
        return ", ".join(dict.fromkeys(named[:2])) + more
    return " ".join(entry.statement.text.split()[:3]).lower()


def operation_words(operation: Operation) -> str:
    """An operation in words: add column orders.note."""
    if isinstance(operation, WriteRows):
        return f"{operation.kind} {operation.table}"
    if isinstance(operation, SetSetting):
        return f"set {operation.name}"
    kind = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in type(operation).__name__).strip()
    for attribute in ("table", "view", "index", "name", "sequence", "routine", "type"):
        name = getattr(operation, attribute, None)
        if name is not None and not isinstance(name, tuple):
            column = getattr(operation, "column", None)
            part = getattr(column, "name", column) if column is not None else None
            return f"{kind} {name}.{part}" if part is not None else f"{kind} {name}"
    return kind


def _span(entry: Entry) -> Span:
    return Span(entry.start, entry.end)
