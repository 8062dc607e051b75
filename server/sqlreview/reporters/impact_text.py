"""The impact of migrations as tables for people: statement, lock, who waits, what is read or written, until when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlreview.impacts import FileImpact, ImpactReport, StatementImpact, TransactionImpact
from sqlreview.locks import SQLITE_DATABASE, STOPPING_MODES
from sqlreview.reporters.excerpts import printable
from sqlreview.table_sizes import size_in_words

_HEADINGS = ("line", "statement", "lock", "who waits", "work", "held")
_WAITING = {
    "ACCESS EXCLUSIVE": "reads and writes",
    "EXCLUSIVE": "writes",
    "SHARE ROW EXCLUSIVE": "writes",
    "SHARE": "writes",
    "SHARE UPDATE EXCLUSIVE": "schema changes",
    "EXCLUSIVE METADATA": "reads and writes",
    "TABLE WRITE": "reads and writes",
    "TABLE READ": "writes",
    "EXCLUSIVE ROWS": "writes to these rows",
    "SHARED ROWS": "writes to these rows",
    "RESERVED": "writes to any table",
    "EXCLUSIVE DATABASE": "reads and writes",
}
_WAITING_MEANWHILE = {"NONE": "-", "SHARED": "writes", "EXCLUSIVE": "reads and writes"}
_MOST = 48
"""Characters of a statement's description; the line number leads to the rest."""


def impact_text(report: ImpactReport) -> str:
    """The report as tables, one for each file."""
    return "\n".join("".join(f"{line}\n" for line in _file(file)) for file in report.files)


def _file(file: FileImpact) -> Iterator[str]:
    yield f"{printable(file.path)} ({file.engine})"
    if not file.modelled:
        yield f"  The locks of {file.engine.split(' ')[0]} are not modelled; nothing is said about them."
        return
    if not file.transactions:
        yield "  There are no statements."
        return
    rows: list[tuple[str, ...]] = []
    for transaction in file.transactions:
        rows += _rows(transaction)
    yield from _table((_HEADINGS, *rows))
    notes = [note for transaction in file.transactions for note in _notes(transaction)]
    notes += _sizes(file)
    notes += [(place.start.line, "not analysed, so nothing is known of what it locks") for place in file.not_analysed]
    yield from (f"  line {line}: {note}" for line, note in sorted(notes))


def _rows(transaction: TransactionImpact) -> Iterator[tuple[str, ...]]:
    for position, statement in enumerate(transaction.statements):
        following = len(transaction.statements) - position - 1
        shown = [relation for relation in statement.locks if relation in statement.live]
        line = str(statement.range.start.line)
        name = _cut(statement.operation)
        if not shown:
            lock = "only on new tables" if statement.locks else "-"
            yield line, name, lock, "-", "-", "-"
        for relation in shown:
            yield line, name, *_lock(statement, relation, transaction.kind, following)
            line = name = ""


def _lock(statement: StatementImpact, relation: str, kind: str, following: int) -> tuple[str, str, str, str]:
    mode = statement.locks[relation]
    work = _work(statement, relation)
    held = _held("statement" if statement.commits else kind, following, work)
    online = statement.online
    is_parent = online is not None and online.copies and relation not in statement.rewrites
    if is_parent and statement.rewrites:
        held = "while it runs"
    if online is None or is_parent:
        return f"{mode} {_relation(relation)}", _WAITING.get(mode, "-"), work, held
    return f"{online.algorithm}, LOCK={online.lock} {_relation(relation)}", _WAITING_MEANWHILE[online.lock], work, held


def _work(statement: StatementImpact, relation: str) -> str:
    online = statement.online
    remade = "rewrite" if online is None else "copy" if online.copies else "rebuild"
    done = (
        (remade, statement.rewrites),
        ("full scan", statement.scans),
        ("index build", statement.index_builds),
    )
    words = [word for word, relations in done if relation in relations]
    if relation == SQLITE_DATABASE:
        words = [f"{word} of {_listed([_relation(name) for name in names])}" for word, names in done if names]
    if statement.waits_for:
        words.append("waits for others")
    return ", ".join(words) or "-"


def _held(kind: str, following: int, work: str) -> str:
    if kind == "statement":
        return "a moment" if work == "-" else "while it runs"
    if not following:
        return "to the end"
    return f"to the end, {following} more"


def _notes(transaction: TransactionImpact) -> Iterator[tuple[int, str]]:
    """What the table does not say, each with its line."""
    statements = transaction.statements
    for position, statement in enumerate(statements[1:], 1):
        slow = [*statement.rewrites, *statement.scans, *statement.index_builds]
        earlier = {
            relation: mode
            for relation, mode in statement.blocked.items()
            if any(relation in former.blocked for former in statements[:position])
        }
        if slow and earlier:
            held = _listed([f"{mode} on {_relation(relation)}" for relation, mode in sorted(earlier.items())])
            yield statement.range.start.line, f"runs while {held} is held since an earlier statement"
    for statement in statements:
        if statement.in_transaction and not statement.transaction_allowed:
            yield statement.range.start.line, "the server refuses it inside a transaction"
        if statement.commits and transaction.kind != "statement":
            yield statement.range.start.line, "commits what the transaction has done so far"
        if statement.online is not None and statement.online.refused:
            yield statement.range.start.line, f"the server refuses {statement.online.refused}"
        for reason in statement.unknown:
            yield statement.range.start.line, f"not known is {reason}"
    for relation in transaction.queue_risk:
        first = next(item for item in statements if item.locks.get(relation) in (*STOPPING_MODES, "EXCLUSIVE METADATA"))
        setting = "lock_timeout" if first.locks[relation] in STOPPING_MODES else "lock_wait_timeout"
        yield (
            first.range.start.line,
            f"no {setting} is set; while it waits for {_relation(relation)}, every later statement on it waits too",
        )


def _sizes(file: FileImpact) -> Iterator[tuple[int, str]]:
    """How large the large tables are, beside the first statement that works through each."""
    statements = [statement for transaction in file.transactions for statement in transaction.statements]
    for relation, rows in file.large_tables.items():
        for statement in statements:
            if relation in (*statement.rewrites, *statement.scans, *statement.index_builds):
                yield statement.range.start.line, f"{_relation(relation)} {size_in_words(rows)}"
                break


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        first, *rest = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"  {row[0].rjust(widths[0])}  {'  '.join(rest)}".rstrip() if first else ""


def _cut(words: str) -> str:
    plain = printable(words)
    return plain if len(plain) <= _MOST else plain[: _MOST - 1] + "…"


def _relation(relation: str) -> str:
    return printable(relation.removeprefix("public."))


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
