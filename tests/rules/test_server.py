"""Examples run on real servers, errors are the promised ones, and safe fixes lead to the same schema."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from cases import all_cases
from running import RUNNERS, Refused, Schema

from sqlreview.examples import Bad, Example
from sqlreview.findings import FixKind
from sqlreview.migrations.conventions.sqlx import SIGN
from sqlreview.packs import load_packs
from sqlreview.rule import Rule
from sqlreview.ruleset import RuleSet, options_of
from sqlreview.sql.engines import engine_of
from sqlreview.sql.hosts import host_of
from sqlreview.testing import GIVEN, case_files, fixed_texts, project_of

pytestmark = pytest.mark.server

Run = Callable[[dict[str, str], Example], Schema]


def _examples() -> Iterator[Any]:
    for rule in load_packs().rules:
        for number, example in enumerate(rule.examples, 1):
            if not example.mysql_only and example.engine != "cql" and not _is_embedded(example):
                yield pytest.param(rule, example, id=f"{rule.id}-{number}")
    for case in all_cases():
        case_rule = load_packs().rule(case.rule)
        is_elsewhere = case.example.engine.partition(" ")[0] not in ("postgres", "cql")
        if is_elsewhere and not case.example.mysql_only and not _is_embedded(case.example):
            yield pytest.param(case_rule, case.example, id=f"{case.rule}: {case.title}")


def _is_embedded(example: Example) -> bool:
    """Whether its SQL stands in a document or program."""
    return any(host_of(file.name) for file in case_files(example))


each_example = pytest.mark.parametrize(("rule", "example"), list(_examples()))


@pytest.fixture
def run(request: pytest.FixtureRequest) -> Run:
    """Runs files in a new database of the example's engine and returns the fingerprint of the schema they lead to."""

    def run_files(texts: dict[str, str], example: Example) -> Schema:
        fixture, run_on = RUNNERS[engine_of(example.engine).family]
        wrapped = bool(example.in_transaction)
        return run_on(
            request.getfixturevalue(fixture),
            [(text, wrapped and name != GIVEN and not text.startswith(SIGN)) for name, text in texts.items()],
        )

    return run_files


def _texts(example: Example) -> dict[str, str]:
    return {file.name: file.sql for file in case_files(example)}


@each_example
def test_examples_run_as_they_say(rule: type[Rule[Any]], example: Example, run: Run) -> None:
    if example.sqlstate is None:
        run(_texts(example), example)
        return
    with pytest.raises(Refused) as caught:
        run(_texts(example), example)
    assert caught.value.is_meant_by(example.sqlstate), str(caught.value)


@each_example
def test_fixed_examples_run_and_safe_fixes_keep_the_schema(rule: type[Rule[Any]], example: Example, run: Run) -> None:
    if not isinstance(example, Bad) or example.fixed is None:
        return
    files = case_files(example)
    rules = RuleSet([options_of(rule, example.options)], engine_of(example.engine))
    fixed = run(fixed_texts(files, example, rules), example)
    review = project_of(files, example, rules)
    fixes = [
        placed.finding.fixes[0]
        for _, file in review.files()
        for placed in review.findings_of(file.path)
        if placed.finding.fixes
    ]
    # what moves to later migrations is the same work, unless something else takes its place (tests/rollouts)
    moves = (bool(fix.migrations and fix.edits and fix.undo is None) for fix in fixes)
    keeps = all(fix.kind is FixKind.SAFE or moved for fix, moved in zip(fixes, moves, strict=True))
    if fixes and keeps and example.sqlstate is None:
        assert fixed == run(_texts(example), example)
