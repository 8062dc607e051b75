"""The one engine behind the command line, the API and the language server: files and rules to findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from sqlreview.context import Context
from sqlreview.dependencies import Dependencies
from sqlreview.differences import Difference
from sqlreview.entries import scripts_of
from sqlreview.findings import Finding
from sqlreview.history import Entry, FileState, History
from sqlreview.migrations.undoing import asks_for_undo
from sqlreview.operations import Commit, Rollback
from sqlreview.ruleset import RuleSet
from sqlreview.schema import SESSION, Catalog, Key, Origin, Session, Table
from sqlreview.subjects import Migration, Statement, Step, Transaction
from sqlreview.text import Span

_CATALOG: Key = ("final", "", "")


@dataclass(frozen=True, slots=True)
class PlacedFinding:
    """A finding with the statement it stands in; spans in the finding count from that statement."""

    file: FileState
    entry: Entry
    finding: Finding
    span: Span


class Review:
    """A history with every finding, kept up to date through edits.

    Operations, queries, statements and single-statement transactions are checked where they are folded; this class
    adds what needs more than one statement: explicit transactions, migrations and the final schema.
    """

    def __init__(self, rules: RuleSet, files: Iterable[FileState], base: Catalog | None = None) -> None:
        self.rules = rules
        self.history = History(rules)
        if base is not None:
            self.history.base = base.objects
        self._of_final: Dependencies[Key] = Dependencies()
        self._of_files: Dependencies[str] = Dependencies()
        self._places: dict[object, list[Entry]] = {}
        self.patience: int | None = None
        """From how many statements on an edit leaves whole files and the whole schema to `catch_up`; None for never."""
        self._postponed: set[str] = set()
        self._is_catalog_postponed = False
        self.history.load(files)
        self._rule_sets = list({id(one): one for one in map(self._rules_for, self.history.files)}.values()) or [rules]
        for file in self.history.files:
            self._check_file(file)
        self._check_final(key for key in self.history.final.objects)

    def edit(self, path: str, start: int, end: int, inserted: str) -> Difference:
        """Replaces characters of a file, brings all findings up to date; returns how the final schema changed."""
        difference = self.history.edit(path, start, end, inserted)
        self._check_evaluated()
        self._update_final(difference, self.history.touched)
        return difference

    def rebase(self, difference: Difference) -> Difference:
        """Brings all findings up to date after a change of the schema the history starts from; returns what is left."""
        difference = self.history.rebase(difference)
        self._check_evaluated()
        self._update_final(difference, set())
        return difference

    def findings_of(self, path: str, within: Span | None = None) -> Iterator[PlacedFinding]:
        """The findings in a file, or on the statements that touch a range, by position; nothing is suppressed here."""
        file = self.history.by_path[path]
        if not file.reviewed:
            return
        for entry in file.entries:
            if within is not None and not (entry.start <= within.end and within.start <= entry.end):
                continue
            placed = [
                PlacedFinding(file, entry, finding, _span_of(finding, entry).shifted(entry.start))
                for finding in entry.findings
            ]
            placed.sort(key=lambda item: (item.span, item.finding.rule))
            yield from placed

    def _check_evaluated(self) -> None:
        passed = self.history.passed.items()
        dependent = {path for path, keys in passed if self._of_files.may_change(path, keys)}
        for path in sorted(self.history.evaluated | dependent):
            if self._may_wait(len(self.history.by_path[path].entries)):
                self._postponed.add(path)
            else:
                self._check_file(self.history.by_path[path])

    def _may_wait(self, statements: int) -> bool:
        return self.patience is not None and statements > self.patience

    @property
    def is_behind(self) -> bool:
        """Whether `catch_up` has something to do."""
        return bool(self._postponed) or self._is_catalog_postponed

    def catch_up(self) -> None:
        """Checks what edits left: transactions and migrations of long files, the catalog of a long history."""
        for path in sorted(self._postponed):
            self._check_file(self.history.by_path[path])
        if self._is_catalog_postponed:
            self._check_catalog()
        self._postponed.clear()
        self._is_catalog_postponed = False

    # -- transactions and migrations ---------------------------------------------------------------------------------

    def _check_file(self, file: FileState) -> None:
        groups = list(_transactions(file))
        rules = self._rules_for(file)
        reads: set[Key] = set()
        if rules.rules_for(Transaction):
            self._place(("transactions", file.path), self._transaction_findings(file, groups, reads))
        if rules.rules_for(Migration):
            scripts = [script for script in scripts_of(file) if script]
            if len(scripts) == 1:
                migration = _migration(file, file.entries, groups, Catalog(file.before, reads))
                found = self._checked(migration, file, scripts[0][0], reads)
            else:
                found = [item for script in scripts for item in self._script_findings(file, script, groups, reads)]
            self._place(("migration", file.path), found)
        self._of_files.note(file.path, reads)

    def _script_findings(
        self, file: FileState, script: list[Entry], groups: list[tuple[Transaction, Entry]], reads: set[Key]
    ) -> list[tuple[Entry, Finding]]:
        """What rules about migrations find in a part of a document, which is one for itself."""
        before, after = (self.history.catalog_before(file.path, at) for at in (script[0].start, script[-1].end + 1))
        inner = [group for group in groups if script[0].start <= group[1].start <= script[-1].start]
        return self._checked(_migration(file, script, inner, before.tracked(reads)), file, script[0], reads, after)

    def _transaction_findings(
        self, file: FileState, groups: list[tuple[Transaction, Entry]], reads: set[Key]
    ) -> list[tuple[Entry, Finding]]:
        found: list[tuple[Entry, Finding]] = []
        for transaction, first in groups:
            if transaction.has_company:
                found += self._checked(transaction, file, first, reads)
        return found

    def _checked(
        self, subject: object, file: FileState, entry: Entry, reads: set[Key], after: Catalog | None = None
    ) -> list[tuple[Entry, Finding]]:
        evaluation = entry.done()
        context = Context(
            engine=self.rules.engine,
            catalog=(after or Catalog(file.after)).tracked(reads),
            statement=entry.statement,
            origin=evaluation.origin,
            place=file.place,
            released=file.released,
        )
        rules = self._rules_for(file)
        return self._located(rules.without_subsumed(rules.check(subject, context)), entry)

    def _rules_for(self, file: FileState) -> RuleSet:
        return file.rules or self.rules

    def _located(self, findings: Iterable[Finding], default: Entry | None) -> list[tuple[Entry, Finding]]:
        located: list[tuple[Entry, Finding]] = []
        for finding in findings:
            entry = default
            if isinstance(finding.at, Origin):
                known = self.history.by_serial.get(finding.at.statement)
                entry = known[1] if known else None
            if entry is not None:
                located.append((entry, finding))
        return located

    def _place(self, source: object, located: list[tuple[Entry, Finding]]) -> None:
        """Puts findings on their statements in the place of those the same source put there before."""
        by_entry: dict[Entry, list[Finding]] = {}
        for entry, finding in located:
            by_entry.setdefault(entry, []).append(finding)
        for entry in self._places.pop(source, ()):
            if entry not in by_entry:
                entry.placed.pop(source, None)
                entry.revision += 1
        for entry, findings in by_entry.items():
            fresh = tuple(findings)
            if entry.placed.get(source) != fresh:
                entry.placed[source] = fresh
                entry.revision += 1
        if by_entry:
            self._places[source] = list(by_entry)

    # -- final schema ------------------------------------------------------------------------------------------------

    def _update_final(self, difference: Difference, touched: set[Key]) -> None:
        """Checks the objects that changed, what was computed from them, and those whose statements were `touched`."""
        self._check_final(touched | set(difference) | self._of_final.touched_by(difference))

    def _check_final(self, keys: Iterable[Key]) -> None:
        final = self.history.final
        for key in sorted(keys):
            if key != _CATALOG:
                self._check_record(key, final)
        if self._is_asked_for(Catalog):
            self._is_catalog_postponed = self._may_wait(len(self.history.by_serial))
            if not self._is_catalog_postponed:
                self._check_catalog()

    def _check_catalog(self) -> None:
        final = self.history.final
        self._check_subject(_CATALOG, final, final, self._first_entry())

    def _check_record(self, key: Key, final: Catalog) -> None:
        record = final.objects.get(key)
        if record is None or isinstance(record, Session) or not self._is_asked_for(type(record)):
            if key in self._of_final:
                self._of_final.forget(key)
                self._place(key, [])
            return
        known = self.history.by_serial.get(record.origin.statement)
        if known is None and self._is_aside() and self.history.base.get(key) not in (None, record):
            known = self._first_entry()  # made elsewhere, and changed by an example
        self._check_subject(key, record, final, known)

    def _is_aside(self) -> bool:
        return any(file.embedding is not None and file.embedding.aside for file in self.history.files)

    def _check_subject(self, key: Key, subject: object, final: Catalog, at: tuple[FileState, Entry] | None) -> None:
        if at is None:
            return
        file, entry = at
        reads: set[Key] = {key}
        context = Context(
            engine=self.rules.engine,
            catalog=final.tracked(reads),
            statement=entry.statement,
            origin=entry.done().origin,
            place=file.place,
            released=file.released,
        )
        located = [found for rules in self._rule_sets for found in self._final_findings(rules, subject, context, entry)]
        self._of_final.note(key, reads)
        self._place(key, located)

    def _is_asked_for(self, subject: type) -> bool:
        return any(rules.rules_for(subject) for rules in self._rule_sets)

    def _final_findings(
        self, rules: RuleSet, subject: object, context: Context, entry: Entry
    ) -> Iterator[tuple[Entry, Finding]]:
        """What rules find on the final schema in the files that they are for."""
        origin = getattr(subject, "origin", None)
        default = None if isinstance(origin, Origin) and origin.statement != entry.serial else entry
        for found in self._located(rules.without_subsumed(rules.check(subject, context)), default):
            file, _ = self.history.by_serial[found[0].serial]
            if self._rules_for(file) is rules:
                yield self._current(found, file, subject)

    def _current(self, found: tuple[Entry, Finding], file: FileState, subject: object) -> tuple[Entry, Finding]:
        """Without edits of what does not count any more, as the table was written anew in a later file."""
        rebuilt = subject.rebuilt if isinstance(subject, Table) and found[1].fixes else None
        files = self.history.files
        if rebuilt is None or rebuilt.path not in {later.path for later in files[files.index(file) + 1 :]}:
            return found
        return found[0], replace(found[1], fixes=tuple(fix for fix in found[1].fixes if not fix.edits))

    def _first_entry(self) -> tuple[FileState, Entry] | None:
        return next(((file, file.entries[0]) for file in self.history.files if file.entries), None)


def _migration(
    file: FileState, entries: list[Entry], groups: list[tuple[Transaction, Entry]], before: Catalog
) -> Migration:
    return Migration(
        path=file.path,
        statements=tuple(entry.statement for entry in entries),
        transactions=tuple(group for group, _ in groups),
        origins=tuple(entry.done().origin for entry in entries),
        starts=tuple(entry.start for entry in entries),
        text=file.text,
        steps=tuple(step for entry in entries for step in entry.done().steps),
        downs=frozenset(number for number, entry in enumerate(entries) if entry.down),
        undo=_undo_of(file),
        before=before,
    )


def _undo_of(file: FileState) -> Literal["", "missing", "inside", "beside"]:
    """Where what undoes a file stands; a section without statements is none."""
    if file.undo != "inside" or not asks_for_undo(file.text):
        return "" if file.undo == "inside" else file.undo
    return "inside" if any(entry.down for entry in file.entries) else "missing"


def _span_of(finding: Finding, entry: Entry) -> Span:
    return finding.at.span if isinstance(finding.at, Origin) else finding.at


def _transactions(file: FileState) -> Iterator[tuple[Transaction, Entry]]:
    """Explicit and wrapping transactions of a file, in order, each with its first statement."""
    is_wrapped = any(opening.wrapped for _, opening in file.openings)
    if not is_wrapped and not any(entry.begins for entry in file.entries):
        return
    members: list[Entry] = []
    for entry in file.entries:
        if entry.down:
            continue
        inside = entry.begins or entry.done().session.in_transaction
        if members and (not inside or entry.done().origin.transaction != members[0].done().origin.transaction):
            yield _transaction(members, file), members[0]
            members = []
        if inside:
            members.append(entry)
    if members:
        yield _transaction(members, file), members[0]


def _transaction(members: list[Entry], file: FileState) -> Transaction:
    first, last = members[0], members[-1]
    explicit = first.begins
    wrapped = first.done().session.wrapped and not explicit
    session = first.done().session
    steps: tuple[Step, ...] = tuple(step for entry in members for step in entry.done().steps)
    return Transaction(
        steps=steps,
        explicit=explicit,
        wrapped=wrapped,
        closed=wrapped or _has(last.statement, Commit) or _has(last.statement, Rollback) or _commits_itself(last),
        rolled_back=_has(last.statement, Rollback),
        settings=session.local_settings + session.settings,
        begin=first.done().origin if explicit else None,
        length=last.end + last.statement.terminated - first.start,
        terminated=last.statement.terminated,
    )


def _commits_itself(last: Entry) -> bool:
    """Whether a statement ends the transaction on its way, as MySQL's DDL does."""
    after = last.done().changes.get(SESSION)
    return isinstance(after, Session) and not after.in_transaction


def _has(statement: Statement, kind: type) -> bool:
    return any(isinstance(operation, kind) for operation in statement.operations)
