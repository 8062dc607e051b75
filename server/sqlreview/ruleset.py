"""The rules of one review: instances with their options, sorted by the subjects they ask for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from sqlreview.context import Context
from sqlreview.findings import Finding, Severity
from sqlreview.options import model_of, values_of
from sqlreview.rule import Rule
from sqlreview.schema import Origin
from sqlreview.sql.engines import Engine
from sqlreview.table_sizes import Concern, TableSizes
from sqlreview.text import Span

INTERNAL_ERROR = "internal-error"
"""Id of the finding an exception inside a rule becomes."""
_RAISED = {Severity.HINT: Severity.INFO, Severity.INFO: Severity.WARNING}
_ABOVE = {**_RAISED, Severity.WARNING: Severity.ERROR, Severity.ERROR: Severity.ERROR}
_ABOUT_WORK = frozenset({"locks", "data", "transactions"})
"""The packs whose findings matter more on large tables."""


class RuleSet:
    """Rules that are switched on for one engine, looked up by the type of a subject."""

    def __init__(
        self,
        rules: Iterable[Rule[Any]],
        engine: Engine,
        severities: Mapping[str, Severity] | None = None,
        raises: bool = False,
        sizes: TableSizes | None = None,
        lowered: Mapping[str, Mapping[Severity, Severity]] | None = None,
    ) -> None:
        self.engine = engine
        self.raises = raises
        self.lowered = lowered or {}
        """By rule or pack what severities become unless somebody configured them."""
        self.sizes = sizes
        self.rules = tuple(sorted((rule for rule in rules if engine.name in rule.engines), key=lambda rule: rule.id))
        self.severities = dict(severities or {})
        self.subsumed = {rule.id: frozenset(rule.subsumes) for rule in self.rules if rule.subsumes}
        self._sparing = frozenset(rule.id for rule in self.rules if hasattr(rule, "small_tables"))
        """The rules that say nothing about small tables."""
        self._growing = self._sparing | {rule.id for rule in self.rules if rule.grows}
        self._by_subject: dict[type, tuple[Rule[Any], ...]] = {}
        self._asked: dict[type, list[Rule[Any]]] = {}
        for rule in self.rules:
            for subject in type(rule).subjects():
                self._asked.setdefault(subject, []).append(rule)

    def with_severities(self, packs: Iterable[str], lowered: Mapping[Severity, Severity]) -> RuleSet:
        """The same rules, those of some packs less severe where nobody configured it."""
        return RuleSet(self.rules, self.engine, self.severities, self.raises, self.sizes, dict.fromkeys(packs, lowered))

    def without(self, is_left_out: Callable[[Rule[Any]], bool]) -> RuleSet:
        """The rules without some of them."""
        kept = [rule for rule in self.rules if not is_left_out(rule)]
        return RuleSet(kept, self.engine, self.severities, self.raises, self.sizes, self.lowered)

    def rules_for(self, subject: type) -> tuple[Rule[Any], ...]:
        """The rules that ask for a type or one of its base classes, by id."""
        found = self._by_subject.get(subject)
        if found is None:
            asked = {rule.id: rule for ancestor in subject.__mro__ for rule in self._asked.get(ancestor, ())}
            found = tuple(asked[rule_id] for rule_id in sorted(asked))
            self._by_subject[subject] = found
        return found

    def check(self, subject: Any, context: Context) -> list[Finding]:
        """The findings of every rule that asks for this subject; a rule that raises becomes one finding."""
        findings: list[Finding] = []
        for rule in self.rules_for(type(subject)):
            try:
                findings += rule.check(subject, context)
            except Exception as error:  # the boundary to rules: one broken rule must not silence the others
                findings.append(_internal_error(rule, error, context))
        if self.severities or self.raises or self.lowered:
            findings = [self._weighed(finding) for finding in findings]
        return self._sized(findings, Concern(subject, context), self.sizes) if self.sizes and findings else findings

    def _weighed(self, finding: Finding) -> Finding:
        severity = self._configured(finding.rule)
        if severity is None and self.raises:
            severity = _RAISED.get(finding.severity)
        if severity is None and self.lowered:
            found = self.lowered.get(finding.rule) or self.lowered.get(finding.rule.partition("/")[0], {})
            severity = found.get(finding.severity)
        return finding if severity is None or severity == finding.severity else replace(finding, severity=severity)

    def _configured(self, rule_id: str) -> Severity | None:
        return self.severities.get(rule_id) or self.severities.get(rule_id.partition("/")[0])

    def _sized(self, findings: Iterable[Finding], concern: Concern, sizes: TableSizes) -> list[Finding]:
        """The findings that are left for the sizes of their tables, those about large ones a step more severe."""
        left: list[Finding] = []
        for finding in findings:
            if finding.rule in self._sparing and concern.is_small(finding, sizes):
                continue
            is_about_work = finding.rule.partition("/")[0] in _ABOUT_WORK
            large = concern.largest(finding, sizes, finding.rule in self._growing) if is_about_work else None
            if large is not None:
                severity = self._configured(finding.rule) or _ABOVE[finding.severity]
                finding = replace(finding, severity=severity, message=f"{finding.message} {sizes.sentence(large)}")
            left.append(finding)
        return left

    def without_subsumed(self, findings: list[Finding]) -> list[Finding]:
        """The findings without those whose place another rule reports on their behalf."""
        if not self.subsumed or len(findings) < 2:
            return findings
        places: dict[str, list[Span | Origin]] = {}
        for finding in findings:
            for rule in self.subsumed.get(finding.rule, ()):
                places.setdefault(rule, []).append(finding.at)
        if not places:
            return findings
        covers = {rule: Cover(found) for rule, found in places.items()}
        return [item for item in findings if item.rule not in covers or not covers[item.rule].touches(item.at)]


class Cover:
    """Places at which one rule speaks for another."""

    __slots__ = ("others", "reach", "starts")

    def __init__(self, places: Iterable[Span | Origin]) -> None:
        spans: list[Span] = []
        self.others: set[Origin] = set()
        for place in places:
            if isinstance(place, Span):
                spans.append(place)
            else:
                self.others.add(place)
        spans.sort(key=lambda span: span.start)
        self.starts = [span.start for span in spans]
        self.reach = list(accumulate((span.end for span in spans), max))
        """The furthest end of the spans up to each one."""

    def touches(self, place: Span | Origin) -> bool:
        """Whether one of them meets a place."""
        if not isinstance(place, Span):
            return place in self.others
        before = bisect_right(self.starts, place.end)
        return before > 0 and self.reach[before - 1] >= place.start


def _internal_error(rule: Rule[Any], error: Exception, context: Context) -> Finding:
    message = f"Rule {rule.id} failed here ({type(error).__name__}: {error}); this is a bug of the rule."
    end = len(context.statement.text.split("\n", 1)[0])
    return Finding(INTERNAL_ERROR, Severity.WARNING, message, Span(0, end))


def options_of(rule: type[Rule[Any]], options: Mapping[str, object] | None) -> Rule[Any]:
    """An instance of a rule; pydantic's ValidationError tells which option is wrong."""
    return rule(**values_of(model_of(rule).model_validate(dict(options)))) if options else rule()


@dataclass(frozen=True, slots=True)
class Profile:
    """A ready-made choice of rules."""

    packs: frozenset[str] | None = None
    """The packs whose rules it takes; None for every pack."""
    opinions: bool = False
    """Whether it takes rules that are off by default."""
    raises: bool = False
    """Whether hints count as info and info as warnings."""

    def takes(self, rule: type[Rule[Any]]) -> bool:
        """Whether a rule is part of it."""
        pack = rule.id.partition("/")[0]
        return (self.opinions or rule.enabled) and (self.packs is None or pack in self.packs)


PROFILES = {
    "recommended": Profile(),
    "strict": Profile(opinions=True, raises=True),
    "migration-safety": Profile(frozenset({"locks", "data", "compat", "transactions"})),
}


def selected(
    rules: Iterable[type[Rule[Any]]],
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    profile: Profile = PROFILES["recommended"],
) -> Iterator[type[Rule[Any]]]:
    """The rules a configuration names by id, pack or "all"; "default", or no `select`, stands for those of a profile.

    `ignore` wins over `select`, unless `select` names the rule itself and `ignore` only its pack.
    """
    chosen, ignored = frozenset(select), frozenset(ignore)
    for rule in rules:
        pack = rule.id.partition("/")[0]
        if rule.id in ignored or "all" in ignored:
            continue
        if rule.id in chosen:
            yield rule
        elif pack in ignored:
            continue
        elif pack in chosen or "all" in chosen or (("default" in chosen or not chosen) and profile.takes(rule)):
            yield rule
