"""The SQL of case files runs on PostgreSQL, good and bad, unless it is about an error or about unknown tables."""

from __future__ import annotations

import re
from typing import Any

import pytest
from proof_cases import Proof, all_proofs
from proof_judgement import UNDEFINED, Expected, expectations, setup_of
from proof_outcomes import Outcome, Run

from sqlreview.examples import Bad

pytestmark = pytest.mark.server

_TEMPLATED = re.compile(r"[^:]:\w|\{\{|%\(|\.\.\.|\$\{")
_OF_THE_SHOP = ("42P07", "42701", "428C9", "2BP01", "42804")
"""Errors of cases that speak of unknown tables when they meet those of the example shop."""
_NOT_INSTALLED = re.compile(r'extension "[^"]++" is not available')


def _cases() -> dict[str, list[Proof]]:
    found: dict[str, list[Proof]] = {}
    for proof in all_proofs():
        if proof.family == "postgres" and not proof.title.startswith("example "):
            found.setdefault(proof.rule.id, []).append(proof)
    return found


@pytest.mark.parametrize("rule", sorted(_cases()))
def test_cases_run_as_they_say(rule: str, laboratory: Any) -> None:
    from postgres_laboratory import runner

    run = runner(laboratory, looks=False)
    said = expectations().get(rule, Expected())
    problems = [
        f"{proof.title}: {outcome.said}"
        for proof in _cases()[rule]
        if proof.title not in {*said.errors_of, *said.unproven} and "*" not in said.unproven
        if proof.example.engine.partition(" ")[2] in ("", str(laboratory.version))
        if not _is_meant(proof, outcome := _outcome(proof, run), said)
    ]
    assert "\n".join(problems) == ""


def _outcome(proof: Proof, run: Run) -> Outcome:
    first = run([], proof.steps(), "none")
    if first.code not in UNDEFINED or first.code == proof.example.sqlstate:
        return first
    second = run(setup_of(proof), proof.steps(), "none")
    return first if second.code in _OF_THE_SHOP else second


def _is_meant(proof: Proof, outcome: Outcome, said: Expected) -> bool:
    if proof.example.sqlstate is not None:
        return outcome.code == proof.example.sqlstate
    if not outcome.code or _NOT_INSTALLED.search(outcome.message):
        return True
    if outcome.code in UNDEFINED or (outcome.code == "42601" and _TEMPLATED.search(outcome.message + _text(proof))):
        return True
    return isinstance(proof.example, Bad) and outcome.code in (*said.errors, *said.fails)


def _text(proof: Proof) -> str:
    return " ".join(proof.texts.values())
