"""What messages say about locks is what the server did, and fixes of the pack locks are easier on others."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import Any

import pytest
from proof_cases import Proof, all_proofs, fixes_by_rule
from proof_judgement import Expected, expectations, own_setup, setup_of
from proof_outcomes import Rows

from sqlreview.examples import Bad

pytestmark = pytest.mark.server

_PACKS = ("locks", "transactions", "data", "compat")
_UNDEFINED = ("42P01", "42704", "3F000", "42703", "42701", "42883")
_VARIED = ("data/unique-on-existing-data", "data/not-null-without-backfill")
"""Rules about rows with equal values, or none."""


def _rules() -> list[str]:
    bad = (proof for proof in all_proofs() if isinstance(proof.example, Bad) and proof.family == "postgres")
    return sorted({proof.rule.id for proof in bad if proof.rule.id.partition("/")[0] in _PACKS})


def _proofs(rule: str, version: int) -> list[Proof]:
    """The bad examples of a rule for a version of the server."""
    found: list[Proof] = []
    for proof in all_proofs():
        if proof.rule.id != rule or proof.family != "postgres" or not isinstance(proof.example, Bad):
            continue
        name, _, own = proof.example.engine.partition(" ")
        if not own or int(own.partition(".")[0]) == version:
            found.append(Proof(proof.rule, proof.title, replace(proof.example, engine=f"{name} {version}")))
    return found


@pytest.mark.parametrize("rule", _rules())
def test_messages_say_what_the_server_does(rule: str, laboratory: Any) -> None:
    from proof_claims import Scene, claims, problems_of

    problems: list[str] = []
    confirmed = claiming = 0
    expected = expectations().get(rule, Expected())
    for proof in _proofs(rule, laboratory.version):
        said = [placed for placed in proof.findings() if claims(placed.finding.message)]
        claiming += len(said)
        if not said or {proof.title, "*"} & {*expected.unproven, *expected.doubtful}:
            continue
        by_serial = {
            one.step.serial: one for one in _observed(proof, laboratory, rows="varied" if rule in _VARIED else "plain")
        }
        for placed in said:
            if placed.entry.serial not in by_serial:
                continue  # it stands among the statements that undo the file, which are not run
            seen = by_serial[placed.entry.serial]
            if seen.error in _UNDEFINED and seen.error != proof.example.sqlstate:
                continue  # the case speaks of tables that nobody knows
            found = problems_of(placed.finding.message, Scene(seen))
            confirmed += found == []
            texts = ["says what no proof can read"] if found is None else found
            problems += [f"{proof.title}: {placed.finding.message} {text}" for text in texts]
    assert "\n".join(problems) == ""
    assert confirmed or not claiming or "*" in expected.doubtful


def _observed(proof: Proof, laboratory: Any, *, rows: Rows = "plain", fixed: bool = False) -> list[Any]:
    from postgres_laboratory import clean
    from postgres_locks import observe

    at = {placed.file.path for placed in proof.findings()}
    given = set(takewhile(lambda name: name not in at, proof.texts))
    steps = proof.fixed_steps() if fixed else proof.steps()
    setup = [step for step in steps if step.file in given]
    rest = [step for step in steps if step.file not in given]
    seen: list[Any] = []
    try:
        if not own_setup(proof):
            seen = observe(laboratory, setup, rest, rows=rows)
        unknown = any(one.error in _UNDEFINED for one in seen) and not proof.example.sqlstate
        if unknown or own_setup(proof):
            seen = observe(laboratory, [*setup_of(proof), *setup], rest, rows=rows)
    finally:
        clean(laboratory)
    return seen


@pytest.mark.parametrize("rule", sorted(rule for rule in fixes_by_rule("postgres") if rule.startswith("locks/")))
def test_fixes_of_locks_are_easier_on_others(rule: str, laboratory: Any) -> None:
    from postgres_locks import hardness

    expected = expectations().get(rule, Expected())
    problems: list[str] = []
    for proof in _proofs(rule, laboratory.version):
        if not proof.has_fix or proof.title in {*expected.unproven, *expected.doubtful}:
            continue
        before, after = _observed(proof, laboratory), _observed(proof, laboratory, fixed=True)
        if any(one.error for one in before):
            continue  # the statements never get as far as their locks
        errors = [one.error for one in after if one.error]
        eased = hardness(after) < hardness(before)
        if errors or not (eased or (expected.same_locks and hardness(after) == hardness(before))):
            problems.append(f"{proof.title}: {hardness(before)} before, {hardness(after)} after {errors}")
    assert "\n".join(problems) == ""
