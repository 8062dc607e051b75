"""What the comments of a file silence after it has been reviewed, and what the rules say about these comments."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import get_args, overload

from sqlreview.context import Context
from sqlreview.entries import Entry, FileState
from sqlreview.ignore_comments import comment_of, stray_of
from sqlreview.packs import load_packs
from sqlreview.reading import Reading
from sqlreview.review import PlacedFinding, Review
from sqlreview.ruleset import INTERNAL_ERROR, RuleSet
from sqlreview.schema import Catalog, Origin, Record, Table
from sqlreview.sql.directives import MARK, Directive
from sqlreview.sql.engines import Engine
from sqlreview.sql.statements import SourceStatement
from sqlreview.subjects import IgnoreComment, Migration, Statement, Transaction
from sqlreview.suppressions import EVERY_RULE, NOTHING, Suppression, Suppressions, pack_of, suppressions_of
from sqlreview.text import Span


@dataclass(frozen=True, slots=True)
class Silence:
    """What the comments of one file do to its findings."""

    suppressions: Suppressions = NOTHING
    findings: tuple[PlacedFinding, ...] = ()
    """What is to be said about the comments themselves, by position."""
    count: int = 0
    """How many findings are silenced."""

    def heard(self, found: Iterable[PlacedFinding], within: Span | None = None) -> Iterator[PlacedFinding]:
        """Of findings by position those that no comment silences, and those about the comments in that range."""
        if not self.suppressions and not self.findings:
            yield from found
            return
        left = [item for item in found if not self.suppressions.covers(item.finding.rule, item.span)]
        left += [item for item in self.findings if within is None or _touch(item.span, within)]
        left.sort(key=lambda item: (item.span, item.finding.rule))
        yield from left


_SILENT = Silence()


def silence_of(review: Review, file: FileState, heeds: bool = True) -> Silence:
    """What the comments of a file silence; with `heeds` false they silence nothing, but are judged all the same."""
    if not file.reviewed:
        return _SILENT
    around: list[PlacedFinding] = []
    if file.embedding is not None:
        from sqlreview.embedded_findings import findings_around

        around = list(findings_around(review, file))
    if MARK not in file.text:
        return Silence(findings=tuple(around)) if around else _SILENT
    suppressions = suppressions_in(file, review.rules.engine)
    rules = file.rules or review.rules
    used: set[tuple[int, str]] = set()
    count = 0
    for rule, span in (*_found(file), *((item.finding.rule, item.span) for item in around)):
        silencing = suppressions.silencing(rule, span)
        if silencing is not None:
            used.add(silencing)
            count += 1
    found = _findings(review, file, suppressions, used) if rules.rules_for(IgnoreComment) else []
    if not heeds:
        return Silence(NOTHING, (*around, *found))
    around = [item for item in around if not suppressions.covers(item.finding.rule, item.span)]
    in_file = [item.rules for item in suppressions.all if item.directive.kind == "ignore-file"]
    silenced = frozenset(name for names in in_file for name in names)  # nothing less silences what is said of comments
    left = tuple(item for item in found if silenced.isdisjoint((item.finding.rule, pack_of(item.finding.rule))))
    return Silence(suppressions, (*around, *left), count + len(found) - len(left))


def _found(file: FileState) -> Iterator[tuple[str, Span]]:
    """The rule and the place of everything that was found in the statements of a file."""
    for entry in file.entries:
        for finding in entry.findings:
            at = finding.at.span if isinstance(finding.at, Origin) else finding.at
            yield finding.rule, at.shifted(entry.start)


def suppressions_in(file: FileState, engine: Engine) -> Suppressions:
    """The suppressions of a file."""
    if MARK not in file.text:
        return NOTHING
    return suppressions_of(file.text, _Statements(file.entries), engine)


class _Statements(Sequence[SourceStatement]):
    """The statements of a file as the splitter gave them, of which only those near comments are asked for."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries

    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, index: int) -> SourceStatement: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[SourceStatement]: ...

    def __getitem__(self, index: int | slice) -> SourceStatement | Sequence[SourceStatement]:
        if isinstance(index, slice):
            return _Statements(self._entries[index])
        entry = self._entries[index]
        return SourceStatement(entry.statement.text, entry.start, entry.statement.terminated)


def _touch(left: Span, right: Span) -> bool:
    return left.start <= right.end and right.start <= left.end


@dataclass(frozen=True, slots=True)
class _Names:
    """What the names that may stand between the brackets mean under one set of rules."""

    known: frozenset[str]
    """The installed rules and packs."""
    own: frozenset[str]
    """The rules about comments, which no comment for less than a file silences."""
    judged: frozenset[str]
    """Rules that are on, packs all of whose default rules are on, EVERY_RULE where all of these are."""
    about_schema: frozenset[str]
    """Those of them that look at objects of the final schema, and so depend on what earlier files say."""


@lru_cache(maxsize=32)
def _names(rules: RuleSet, is_behind: bool) -> _Names:
    """With `is_behind`, rules about whole files and the whole schema are not judged: their findings may be missing."""
    installed = [rule for rule in load_packs().rules if rules.engine.name in rule.engines]
    waiting = (Transaction, Migration, Catalog) if is_behind else ()
    on = {type(rule): frozenset(type(rule).subjects()) for rule in rules.rules}
    judged = {rule.id for rule, subjects in on.items() if subjects.isdisjoint(waiting)}
    own = {rule.id for rule, subjects in on.items() if IgnoreComment in subjects}
    about_schema = {rule.id for rule, subjects in on.items() if not subjects.isdisjoint(_RECORDS)}
    defaults = {rule.id for rule in installed if rule.enabled and IgnoreComment not in rule.subjects()}
    doubtful = _packs_of(defaults - judged) | _packs_of(own)
    packs = _packs_of(judged) - doubtful
    ids = {rule.id for rule in load_packs().rules} | {rule.id for rule in on}
    return _Names(
        known=frozenset(ids | _packs_of(ids) | {INTERNAL_ERROR}),
        own=frozenset(own),
        judged=frozenset(judged | packs | ({EVERY_RULE} if defaults <= judged else set())),
        about_schema=frozenset(about_schema | _packs_of(about_schema) | {EVERY_RULE}),
    )


_RECORDS = frozenset({*get_args(Record), Catalog})


def _packs_of(rules: Iterable[str]) -> set[str]:
    return {pack_of(rule) for rule in rules}


class _Judge:
    """What is known of a file when one of its comments seems to silence nothing."""

    def __init__(self, names: _Names, file: FileState, used: set[tuple[int, str]]) -> None:
        self.names = names
        self.file = file
        self.used = used

    def is_unused(self, index: int, suppression: Suppression, name: str) -> bool:
        """Whether a name certainly silences nothing."""
        if (index, name) in self.used or not self._can_tell(name, suppression.directive.kind == "ignore-file"):
            return False
        span = suppression.span
        if span is None:
            return True
        return self._unread.misses(span) and (name not in self.names.about_schema or self._unfamiliar.misses(span))

    def _can_tell(self, name: str, in_file: bool) -> bool:
        if name in self.names.own:
            return not in_file
        return name in self.names.judged

    @cached_property
    def _unread(self) -> _Places:
        """Statements that were not analysed, or that are not reviewed."""
        return _Places([entry for entry in self.file.entries if entry.statement.problem is not None or entry.down])

    @cached_property
    def _unfamiliar(self) -> _Places:
        """Statements that change tables no file under review creates: more is known of them where all files are."""
        return _Places([entry for entry in self.file.entries if _is_unfamiliar(entry, self.file)])


class _Places:
    """Some statements of a file, which do not overlap."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, entries: Iterable[Entry]) -> None:
        spans = [(entry.start, entry.end) for entry in entries]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def misses(self, span: Span) -> bool:
        """Whether none of them touches a range."""
        at = bisect_right(self._starts, span.end)
        return at == 0 or self._ends[at - 1] < span.start


def _is_unfamiliar(entry: Entry, file: FileState) -> bool:
    if not entry.done().changes:
        return False  # what is found in the final schema stands where its objects were made
    names: dict[str, bool] = {}
    for key in entry.done().reads:
        if key[0] == "relation":
            record = file.after.get(key)
            is_known = record is not None and not (isinstance(record, Table) and not record.created)
            names[key[2]] = names.get(key[2], False) or is_known
    return not all(names.values())


def _findings(
    review: Review, file: FileState, suppressions: Suppressions, used: set[tuple[int, str]]
) -> list[PlacedFinding]:
    rules = file.rules or review.rules
    judge = _Judge(_names(rules, review.is_behind), file, used)
    found: list[PlacedFinding] = []
    for number, (directive, subject) in enumerate(_subjects(file.text, suppressions, judge), 1):
        found += _checked(directive, subject, rules, file, -number)
    found.sort(key=lambda item: (item.span, item.finding.rule))
    return found


def _checked(
    directive: Directive, subject: IgnoreComment, rules: RuleSet, file: FileState, serial: int
) -> Iterator[PlacedFinding]:
    span = Span(0, len(subject.text))
    statement = Statement(subject.text, (), (), None, False)
    context = Context(
        engine=rules.engine,
        catalog=Catalog(file.after),
        statement=statement,
        origin=Origin(file.path, serial, span),
        place=file.place,
        released=file.released,
    )
    findings = rules.check(subject, context)
    if findings:
        entry = Entry(serial, statement, Reading(span, (), ()), directive.span.start)
        for finding in findings:
            at = finding.at.span if isinstance(finding.at, Origin) else finding.at
            yield PlacedFinding(file, entry, finding, at.shifted(entry.start))


def _subjects(text: str, suppressions: Suppressions, judge: _Judge) -> Iterator[tuple[Directive, IgnoreComment]]:
    known = judge.names.known
    for index, suppression in enumerate(suppressions.all):
        yield suppression.directive, comment_of(text, suppression, known, partial(judge.is_unused, index, suppression))
    for directive in suppressions.strays:
        yield directive, stray_of(text, directive)
