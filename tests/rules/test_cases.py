"""Every rule reports what its examples and case files mark, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from cases import Case, all_cases

from sqlreview.examples import Example
from sqlreview.packs import load_packs
from sqlreview.rule import Rule
from sqlreview.testing import failures_of

RULES = load_packs().rules
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples, 1)
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_examples_of_the_rule_hold(rule: type[Rule[Any]], example: Example) -> None:
    assert "\n".join(failures_of(rule, example)) == ""


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.rule}: {case.title}") for case in all_cases()])
def test_case_files_hold(case: Case) -> None:
    rule = load_packs().rule(case.rule)
    assert rule is not None, f"tests/rules/{case.rule}.sql has no rule"
    assert "\n".join(failures_of(rule, case.example)) == ""
