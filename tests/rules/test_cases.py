"""Every rule reports what its examples and case files mark, and nothing else."""

from __future__ import annotations

import re
from typing import Any

import pytest
from cases import Case, all_cases

from sqlreview.examples import Bad, Example, Good
from sqlreview.packs import load_packs
from sqlreview.rule import Rule
from sqlreview.ruleset import RuleSet, options_of
from sqlreview.sql.engines import engine_of
from sqlreview.testing import case_files, failures_of, fixed_texts, project_of

RULES = load_packs().rules
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples, 1)
]

ELSEWHERE = [
    pytest.param(load_packs().rule(case.rule), case.example, id=f"{case.rule}: {case.title}")
    for case in all_cases()
    if engine_of(case.example.engine).family != "postgres"
]
ELSEWHERE += [param for param in EXAMPLES if engine_of(param.values[1].engine).family != "postgres"]
_POSTGRES = (
    r"(?i)PostgreSQL|(?:SHARE|ACCESS|ROW) EXCLUSIVE|CONCURRENTLY|NOT VALID|VACUUM|\$\d|::|TABLESAMPLE|DISTINCT ON"
)
_FOREIGN = {
    "mysql": re.compile(rf"{_POSTGRES}|SQLite"),
    "sqlite": re.compile(rf"{_POSTGRES.replace('VACUUM|', '')}|MySQL|MariaDB|AUTO_INCREMENT"),
}
"""Words that belong to another product."""


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_examples_of_the_rule_hold(rule: type[Rule[Any]], example: Example) -> None:
    assert "\n".join(failures_of(rule, example)) == ""


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.rule}: {case.title}") for case in all_cases()])
def test_case_files_hold(case: Case) -> None:
    rule = load_packs().rule(case.rule)
    assert rule is not None, f"tests/rules/{case.rule}.sql has no rule"
    assert "\n".join(failures_of(rule, case.example)) == ""


@pytest.mark.parametrize(("rule", "example"), ELSEWHERE)
def test_nothing_is_said_about_another_engine(rule: type[Rule[Any]], example: Example) -> None:
    rules = RuleSet([options_of(rule, example.options)], engine_of(example.engine))
    files = case_files(example)
    project = project_of(files, example, rules)
    said = [
        text
        for file in files
        for placed in project.findings_of(file.name)
        for text in (placed.finding.message, *(fix.title for fix in placed.finding.fixes))
    ]
    fixed = fixed_texts(files, example, rules).values() if isinstance(example, Bad) else ()
    for text in (*said, *fixed):
        assert not _FOREIGN[engine_of(example.engine).family].search(text), text


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in RULES])
def test_both_sides_are_shown_on_every_kind_of_engine(rule: type[Rule[Any]]) -> None:
    examples = [*rule.examples, *(case.example for case in all_cases() if case.rule == rule.id)]
    shown = {(type(example), engine_of(example.engine).family) for example in examples}
    wanted = {(kind, engine_of(engine).family) for kind in (Bad, Good) for engine in rule.engines}
    assert shown == wanted
