"""Files and a configuration to reviews: which files share a schema, and what their findings are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import PurePosixPath

from sqlreview.config import Config
from sqlreview.findings import Fix, Related
from sqlreview.history import Difference, Entry, FileState
from sqlreview.migrations.markers import is_run_in_transaction, query_loader_of, says_no_transaction, says_transaction
from sqlreview.migrations.project import SourceFile, natural_key
from sqlreview.operations import SetSetting, WriteRows
from sqlreview.reading import read_statement
from sqlreview.report import (
    NotAnalysed,
    Position,
    Range,
    Report,
    ReportedEdit,
    ReportedFinding,
    ReportedFix,
    ReportedRelated,
)
from sqlreview.review import PlacedFinding, Review
from sqlreview.ruleset import RuleSet
from sqlreview.schema import Catalog, Origin
from sqlreview.sql.engines import Engine
from sqlreview.sql.loads import load_of
from sqlreview.sql.statements import SourceStatement, split_statements
from sqlreview.suppressions import Suppression, suppressions_of
from sqlreview.text import LineIndex, Span

_file_serials = count(-2, -1)
_VERSIONED_FOLDER = re.compile(r"[vV]?\d")
_WORDS = re.compile(r"\w++")
_CREATED = re.compile(r'(?i)\bcreate\s++table\s++(?:if\s++not\s++exists\s++)?+(?:"?\w++"?\.)?+"?(\w++)')


def rules_of_config(config: Config) -> RuleSet:
    """The rules a configuration switches on, ready to run."""
    return RuleSet(config.rules, config.engine, config.severities)


@dataclass(frozen=True, slots=True)
class Group:
    """Files that share a schema."""

    name: str
    files: tuple[SourceFile, ...]
    schema: str | None = None
    """For a folder of queries the group whose final schema they run against."""
    down: bool = False
    """Whether it is a file that undoes a migration: it is read alone and without rules."""


def groups_of(files: Sequence[SourceFile], engine: Engine) -> tuple[Group, ...]:
    """Which files share a schema: those of one folder, or of the folders that hold one version each."""
    folders: dict[str, list[SourceFile]] = {}
    for file in files:
        if not file.down:
            folders.setdefault(history_of(file.path), []).append(file)
    for members in folders.values():  # the tables that named queries ask come first, whatever their file is called
        members.sort(key=lambda file: query_loader_of(file.text) != "")
    queries = [name for name, members in folders.items() if _holds_queries(members, engine)]
    schemas = {name: members for name, members in folders.items() if name not in queries}
    return (
        *(Group(name, tuple(members)) for name, members in schemas.items()),
        *(Group(name, tuple(folders[name]), _schema_of(name, folders[name], schemas)) for name in queries),
        *(Group(file.path, (file,), down=True) for file in files if file.down),
    )


class Project:
    """The reviews of some files under one configuration."""

    def __init__(
        self,
        files: Sequence[SourceFile],
        config: Config,
        *,
        schema_sql: str | None = None,
        rules: RuleSet | None = None,
        groups: Sequence[Group] | None = None,
    ) -> None:
        self.config = config
        self.rules = rules or rules_of_config(config)
        self.schema_sql = schema_sql
        self.reviews: dict[str, Review] = {}
        self.by_path: dict[str, Review] = {}
        self._readers: dict[str, list[str]] = {}
        for group in groups_of(files, self.rules.engine) if groups is None else groups:
            self._build(group)

    def _build(self, group: Group) -> None:
        base: Catalog | None = None
        if group.schema is not None:
            self._readers.setdefault(group.schema, []).append(group.name)
            base = self.reviews[group.schema].history.final
        states = list(self._states(group.files))
        review = Review(RuleSet((), self.rules.engine) if group.down else self.rules, states, base)
        self.reviews[group.name] = review
        self.by_path.update(dict.fromkeys((state.path for state in states), review))

    def _states(self, files: Sequence[SourceFile]) -> Iterator[FileState]:
        config = self.config
        run = next(_file_serials)
        if self.schema_sql is not None:
            yield FileState("<schema>", self.schema_sql, run, run, False, True, False)
        always = config.assume_in_transaction or any(says_transaction(file.text) for file in files)
        released = config.released is not None and any(_names(file.path, config.released) for file in files)
        for file in files:
            serial = next(_file_serials)
            shares_run = config.released is not None and not released
            separate = config.assume_in_transaction is False or says_no_transaction(file.text)
            wrapped = not separate and (always or is_run_in_transaction(file.path, file.text))
            file_run = run if shares_run else serial
            yield FileState(file.path, file.text, serial, file_run, wrapped, released, not released, separate)
            if released and _names(file.path, config.released or ""):
                released = False

    def edit(self, path: str, start: int, end: int, inserted: str) -> None:
        """Replaces characters of a file and brings the findings of all files up to date."""
        review = self.by_path[path]
        difference = review.edit(path, start, end, inserted)
        name = next(name for name, candidate in self.reviews.items() if candidate is review)
        for reader in self._readers.get(name, ()):
            self.reviews[reader].rebase(Difference(difference))

    def be_patient(self, statements: int) -> None:
        """From that many statements on, edits leave what concerns whole files and the whole schema to `catch_up`."""
        for review in self.reviews.values():
            review.patience = statements

    @property
    def is_behind(self) -> bool:
        """Whether `catch_up` has something to do."""
        return any(review.is_behind for review in self.reviews.values())

    def catch_up(self) -> None:
        """Checks what edits left."""
        for review in self.reviews.values():
            review.catch_up()

    def files(self) -> Iterator[tuple[Review, FileState]]:
        """Every reviewed file, by path."""
        for path in sorted(self.by_path, key=natural_key):
            review = self.by_path[path]
            file = review.history.by_path[path]
            if file.reviewed:
                yield review, file

    def findings_of(self, path: str, within: Span | None = None) -> Iterator[PlacedFinding]:
        """The findings in a file, or on the statements that touch a range, that no comment silences, by position."""
        review = self.by_path[path]
        silenced = suppressions_in(review.history.by_path[path], self.rules.engine)
        for placed in review.findings_of(path, within):
            if not any(suppression.covers(placed.finding.rule, placed.span) for suppression in silenced):
                yield placed

    def report(self) -> Report:
        """Everything that was found in all files."""
        findings: list[ReportedFinding] = []
        not_analysed: list[NotAnalysed] = []
        statements = files = 0
        lines: dict[str, LineIndex] = {}
        for review, file in self.files():
            files += 1
            statements += len(file.entries)
            index = _lines(lines, file)
            not_analysed += _not_analysed(file, index)
            for placed in self.findings_of(file.path):
                findings.append(reported(placed, review, lines))
        return Report(tuple(findings), files, statements, tuple(not_analysed))


def suppressions_in(file: FileState, engine: Engine) -> tuple[Suppression, ...]:
    """The suppressions of a file."""
    if "sqlreview:" not in file.text:
        return ()
    statements = [
        SourceStatement(entry.statement.text, entry.start, entry.statement.terminated) for entry in file.entries
    ]
    return suppressions_of(file.text, statements, engine)


def history_of(path: str) -> str:
    """The folder whose files make one schema: a file's own, or the one that holds a folder per version."""
    folder = PurePosixPath(path).parent
    while _VERSIONED_FOLDER.match(folder.name):
        folder = folder.parent
    return str(folder)


def _holds_queries(files: Sequence[SourceFile], engine: Engine) -> bool:
    """Whether the folder is one of queries about a schema elsewhere: most files name them, or none changes a schema."""
    named = sum(query_loader_of(file.text) != "" for file in files)
    return 2 * named > len(files) or _only_queries(files, engine)


def _only_queries(files: Sequence[SourceFile], engine: Engine) -> bool:
    """Whether the files change no schema, and ask something."""
    asks = False
    for file in files:
        for source in split_statements(file.text, engine):
            if asks and load_of(source.text):
                continue
            reading = read_statement(source.text, engine)
            if any(not isinstance(operation, WriteRows | SetSetting) for operation in reading.operations):
                return False
            asks = asks or bool(reading.queries)
    return asks


def _schema_of(name: str, files: Sequence[SourceFile], schemas: dict[str, list[SourceFile]]) -> str | None:
    """The schema a folder of queries is about: of those that share most of its path the one with most of its tables."""
    parts = PurePosixPath(name).parts
    shared = {schema: _common(parts, PurePosixPath(schema).parts) for schema in schemas}
    best = max(shared.values(), default=0)
    nearest = [schema for schema, length in shared.items() if length == best]
    if len(nearest) < 2:
        return next(iter(nearest), None)
    words = {word for file in files for word in _WORDS.findall(file.text.lower())}
    known = {schema: len(words & _created_tables(schemas[schema])) for schema in nearest}
    schema = max(nearest, key=lambda candidate: known[candidate])
    return schema if known[schema] else None


def _created_tables(files: Sequence[SourceFile]) -> set[str]:
    return {name.lower() for file in files for name in _CREATED.findall(file.text)}


def _common(left: tuple[str, ...], right: tuple[str, ...]) -> int:
    length = 0
    while length < min(len(left), len(right)) and left[length] == right[length]:
        length += 1
    return length


def _names(path: str, migration: str) -> bool:
    pure = PurePosixPath(path)
    return migration in (path, pure.name, pure.stem, pure.parent.name)


def _not_analysed(file: FileState, index: LineIndex) -> Iterator[NotAnalysed]:
    for entry in file.entries:
        if entry.statement.problem is not None:
            yield NotAnalysed(file.path, range_of(Span(entry.start, entry.end), index), entry.statement.problem)


def range_of(span: Span, index: LineIndex) -> Range:
    """A span of a file with lines and columns."""
    return Range(_position(span.start, index), _position(span.end, index))


def _position(offset: int, index: LineIndex) -> Position:
    line, column = index.position(offset)
    return Position(line + 1, column + 1, offset)


def _lines(lines: dict[str, LineIndex], file: FileState) -> LineIndex:
    index = lines.get(file.path)
    if index is None or index.text is not file.text:
        index = lines[file.path] = LineIndex(file.text)
    return index


def documentation_address(rule: str) -> str:
    """Where a rule is explained: an address or a path."""
    return f"docs/rules/{rule}.md"


def reported(placed: PlacedFinding, review: Review, lines: dict[str, LineIndex]) -> ReportedFinding:
    """A finding with places counted for people."""
    finding, file, entry = placed.finding, placed.file, placed.entry
    index = _lines(lines, file)
    related = tuple(
        found for item in finding.related if (found := _related(item, entry, file, review, lines)) is not None
    )
    fixes = tuple(_fix(fix, entry, file.path, index) for fix in finding.fixes)
    docs = documentation_address(finding.rule)
    return ReportedFinding(
        finding.rule, finding.severity, finding.message, file.path, range_of(placed.span, index), related, fixes, docs
    )


def _related(
    item: Related, entry: Entry, file: FileState, review: Review, lines: dict[str, LineIndex]
) -> ReportedRelated | None:
    span = item.at
    if isinstance(span, Origin):
        known = review.history.by_serial.get(span.statement)
        if known is None or known[0].path == "<schema>":
            return None
        file, entry = known
        span = span.span
    return ReportedRelated(item.message, file.path, range_of(span.shifted(entry.start), _lines(lines, file)))


def _fix(fix: Fix, entry: Entry, path: str, index: LineIndex) -> ReportedFix:
    edits = tuple(ReportedEdit(path, range_of(edit.span.shifted(entry.start), index), edit.text) for edit in fix.edits)
    return ReportedFix(fix.title, fix.kind, edits)
