"""What is to be proven: every example and every case of every rule, as statements in the order in which they run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from cases import all_cases

from sqlreview.examples import Bad, Example
from sqlreview.migrations.project import SourceFile
from sqlreview.packs import load_packs
from sqlreview.project import Project
from sqlreview.review import PlacedFinding
from sqlreview.rule import Rule
from sqlreview.ruleset import RuleSet
from sqlreview.sql.engines import Family, engine_of
from sqlreview.testing import case_files, config_of, fixed_texts, rules_of_example


@dataclass(frozen=True, slots=True)
class Step:
    """A statement on its way to the server."""

    file: str
    sql: str
    serial: int = -1
    """Its number in the history; -1 for the BEGIN and COMMIT of a migration tool."""


@dataclass(frozen=True)
class Proof:
    """An example of a rule, from its class or its case file."""

    rule: type[Rule[Any]]
    title: str
    example: Example

    @cached_property
    def family(self) -> Family:
        """The family of its engine."""
        return engine_of(self.example.engine).family

    @cached_property
    def rules(self) -> RuleSet:
        """The rule and those the example wants beside it."""
        return rules_of_example(self.rule, self.example)

    @cached_property
    def texts(self) -> dict[str, str]:
        """The files of the example."""
        return {file.name: file.sql for file in case_files(self.example)}

    @cached_property
    def fixed(self) -> dict[str, str]:
        """The files after all fixes."""
        return fixed_texts(case_files(self.example), self.example, self.rules)

    @property
    def has_fix(self) -> bool:
        """Whether a fix is shown."""
        return isinstance(self.example, Bad) and self.example.fixed is not None

    @cached_property
    def review(self) -> Project:
        """The files as they are reviewed."""
        return self._project(self.texts)

    def findings(self) -> list[PlacedFinding]:
        """What the rule says of the example."""
        return [
            placed
            for name in self.texts
            for placed in self.review.findings_of(name)
            if placed.finding.rule == self.rule.id
        ]

    def steps(self) -> list[Step]:
        """The statements of the example."""
        return _steps(self.review, self.family)

    def fixed_steps(self) -> list[Step]:
        """The statements after all fixes."""
        return _steps(self._project(self.fixed), self.family)

    def untouched(self) -> set[str]:
        """The files before the first one that the fixes change: both sides begin with them."""
        found: set[str] = set()
        for name, text in self.texts.items():
            if self.fixed.get(name) != text:
                break
            found.add(name)
        return found

    def _project(self, texts: Mapping[str, str]) -> Project:
        sources = [SourceFile(name, text) for name, text in texts.items()]
        return Project(sources, config_of(self.example), rules=self.rules)


_BEGIN = {"postgres": "BEGIN", "mysql": "START TRANSACTION", "sqlite": "BEGIN"}


def _steps(project: Project, family: Family) -> list[Step]:
    found: list[Step] = []
    for group in project.groups:
        if group.down:
            continue
        for file in project.reviews[group.name].history.files:
            wrapped = False
            for entry in file.entries:
                if entry.down:
                    continue
                if entry.done().session.wrapped is not wrapped:
                    wrapped = not wrapped
                    found.append(Step(file.path, _BEGIN[family] if wrapped else "COMMIT"))
                found.append(Step(file.path, entry.statement.text, entry.serial))
            if wrapped:
                found.append(Step(file.path, "COMMIT"))
    return found


@cache
def all_proofs() -> tuple[Proof, ...]:
    """Every example and case that a server of the family may understand."""
    return tuple(proof for proof in _proofs() if not proof.example.mysql_only)


def _proofs() -> Iterator[Proof]:
    for rule in load_packs().rules:
        for number, example in enumerate(rule.examples, 1):
            yield Proof(rule, f"example {number}", example)
    for case in all_cases():
        rule_of_case = load_packs().rule(case.rule)
        if rule_of_case is not None:
            yield Proof(rule_of_case, case.title, case.example)


def fixes_by_rule(family: Family) -> dict[str, list[Proof]]:
    """The examples of a family whose fix is shown, by rule."""
    found: dict[str, list[Proof]] = {}
    for proof in all_proofs():
        if proof.has_fix and proof.family == family:
            found.setdefault(proof.rule.id, []).append(proof)
    return found
