"""The rules of one review: instances with their options, sorted by the subjects they ask for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import Any

from sqlreview.context import Context
from sqlreview.findings import Finding, Severity
from sqlreview.options import model_of, values_of
from sqlreview.rule import Rule
from sqlreview.schema import Origin
from sqlreview.sql.engines import Engine
from sqlreview.text import Span

INTERNAL_ERROR = "internal-error"
"""Id of the finding an exception inside a rule becomes."""


class RuleSet:
    """Rules that are switched on for one engine, looked up by the type of a subject."""

    def __init__(
        self, rules: Iterable[Rule[Any]], engine: Engine, severities: Mapping[str, Severity] | None = None
    ) -> None:
        self.engine = engine
        self.rules = tuple(sorted((rule for rule in rules if engine.name in rule.engines), key=lambda rule: rule.id))
        self.severities = dict(severities or {})
        self.subsumed = {rule.id: frozenset(rule.subsumes) for rule in self.rules if rule.subsumes}
        self._by_subject: dict[type, tuple[Rule[Any], ...]] = {}
        self._asked: dict[type, list[Rule[Any]]] = {}
        for rule in self.rules:
            for subject in type(rule).subjects():
                self._asked.setdefault(subject, []).append(rule)

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
        return [self._weighed(finding) for finding in findings] if self.severities else findings

    def _weighed(self, finding: Finding) -> Finding:
        pack = finding.rule.partition("/")[0]
        severity = self.severities.get(finding.rule) or self.severities.get(pack)
        if severity is None or severity == finding.severity:
            return finding
        return Finding(finding.rule, severity, finding.message, finding.at, finding.fixes, finding.related)

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


def selected(
    rules: Iterable[type[Rule[Any]]], select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> Iterator[type[Rule[Any]]]:
    """The rules a configuration names by id, pack or "all"; without `select`, those on by default.

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
        elif pack in chosen or "all" in chosen or (("default" in chosen or not chosen) and rule.enabled):
            yield rule
