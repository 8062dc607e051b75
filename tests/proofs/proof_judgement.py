"""Whether the fixes of a rule lead where they say: the differences that differences.toml declares, and no others."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from proof_cases import Proof, Step
from proof_differences import differences
from proof_outcomes import Outcome, Run

from sqlreview.examples import SHOP
from sqlreview.findings import FixKind
from sqlreview.sql.engines import engine_of
from sqlreview.sql.statements import split_statements

_ROWS_IN_THE_WAY = ("23", "1062", "UNIQUE constraint")
"""Errors of statements that write rows which are there already; they are run on empty tables then."""
_VARIED = " (varied rows)"
_FOLDER = Path(__file__).parent
_SECTION = re.compile(r"(?m)^-- for (\S+?)(?:: (.*))?\n")
UNDEFINED = ("42P01", "42704", "3F000", "42703", "26000", "42883", "3D000")
"""Errors of statements about tables that are not there."""
_EXISTS = "42P07"
"""The error of a case that creates a table of the shop itself."""
_BEFORE_NAMES = ("25001", "42601")
"""Refusals that come before the server looks for tables."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What differences.toml says of a rule."""

    because: str = ""
    differs: tuple[str, ...] = ()
    """Differences that the rule asks for; `*` stands for any text."""
    fails: tuple[str, ...] = ()
    """Errors that the statements meet before the fix, because of which the rule speaks."""
    still_fails: dict[str, str] = field(default_factory=dict)
    """Why the statements of a case fail after the fix as well."""
    unproven: dict[str, str] = field(default_factory=dict)
    """Why a case cannot be run on a server."""
    same_locks: str = ""
    """Why the fixed statements of a rule about locks are as hard on others."""
    mysql: tuple[str, ...] = ()
    """Differences on MariaDB."""
    sqlite: tuple[str, ...] = ()
    """Differences on SQLite."""
    errors: tuple[str, ...] = ()
    """Errors that bad cases without a fix meet, because the rule is about them."""
    errors_of: dict[str, str] = field(default_factory=dict)
    """Why a case does not run as it stands."""
    doubtful: dict[str, str] = field(default_factory=dict)
    """Why the messages of a case are not held against the server."""


@cache
def expectations() -> dict[str, Expected]:
    """The declared differences, by rule."""
    table = tomllib.loads((_FOLDER / "differences.toml").read_text(encoding="utf-8"))
    return {rule: Expected(**{key: _frozen(value) for key, value in entry.items()}) for rule, entry in table.items()}


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


@cache
def _given() -> dict[str, str]:
    parts = _SECTION.split((_FOLDER / "given.sql").read_text(encoding="utf-8"))
    rules = zip(parts[1::3], parts[2::3], parts[3::3], strict=True)
    return {f"{rule}: {title}" if title else rule: sql for rule, title, sql in rules}


def own_setup(proof: Proof) -> str:
    """What given.sql has for this case alone."""
    return _given().get(f"{proof.rule.id}: {proof.title}", "")


def setup_of(proof: Proof) -> list[Step]:
    """Tables that a case speaks of without creating them."""
    text = own_setup(proof)
    if not text and not proof.example.given:
        text = _given().get(proof.rule.id, SHOP)
    return [Step("", item.text) for item in split_statements(text, engine_of("postgres"))]


@dataclass(slots=True)
class Verdict:
    """What is wrong with the fixes of a rule, and what was seen."""

    problems: list[str] = field(default_factory=list)
    met: set[str] = field(default_factory=set)
    """The declared differences and errors that were met."""
    proven: int = 0


def judge(rule: str, proofs: Sequence[Proof], run: Run) -> Verdict:
    """Runs all fixed examples of a rule."""
    expected = expectations().get(rule, Expected())
    verdict = Verdict()
    for proof in proofs:
        if not {proof.title, "*"} & set(expected.unproven):
            before = len(verdict.problems)
            verdict.problems += [f"{proof.title}: {text}" for text in _problems(proof, expected, run, verdict)]
            verdict.proven += before == len(verdict.problems)
    return verdict


def stale(rule: str, verdict: Verdict, family: str) -> list[str]:
    """The differences on a family of servers that differences.toml declares and that were not seen."""
    said = expectations().get(rule, Expected())
    declared = {
        "postgres": (*said.differs, *(code for code in said.fails if len(code) == 5), *said.still_fails),
        "mysql": said.mysql,
        "sqlite": said.sqlite,
    }
    return [text for text in declared[family] if text not in verdict.met]


def _problems(proof: Proof, expected: Expected, run: Run, verdict: Verdict) -> Iterator[str]:
    untouched = proof.untouched()
    setup = [step for step in proof.steps() if step.file in untouched]
    original = [step for step in proof.steps() if step.file not in untouched]
    fixed = [step for step in proof.fixed_steps() if step.file not in untouched]
    first = run(setup, original, "plain")
    second = run(setup, fixed, "plain")
    met = {first.code, second.code} if second.code or first.code != proof.example.sqlstate else set()
    if proof.family == "postgres" and (met.intersection({*UNDEFINED, *_BEFORE_NAMES}) or own_setup(proof)):
        fuller = [*setup_of(proof), *setup]
        again = run(fuller, original, "plain")
        if again.code != _EXISTS:
            setup, first, second = fuller, again, run(fuller, fixed, "plain")
    if first.code.startswith(_ROWS_IN_THE_WAY) and first.code not in (*expected.fails, proof.example.sqlstate):
        first, second = run(setup, original, "none"), run(setup, fixed, "none")
    yield from _compared(proof, expected, verdict, first, second)
    if not first.code and setup:
        first = run(setup, original, "varied")
        yield from _compared(proof, expected, verdict, first, run(setup, fixed, "varied"), varied=True)


def _compared(
    proof: Proof, expected: Expected, verdict: Verdict, original: Outcome, fixed: Outcome, *, varied: bool = False
) -> Iterator[str]:
    if original.code:
        if varied and fixed.code:
            return  # the rows do not keep what both ask for
        yield from _failures(proof, expected, verdict, original, fixed, varied)
        return
    if fixed.code:
        yield f"the fixed statements fail, the original ones do not{_VARIED * varied}: {fixed.said}"
        return
    declared = {"postgres": expected.differs, "mysql": expected.mysql, "sqlite": expected.sqlite}[proof.family]
    for line in differences(original.state, fixed.state):
        pattern = next((pattern for pattern in declared if matches(pattern, line)), None)
        if pattern is None:
            yield f"{line}{_VARIED * varied}"
        elif only_safe(proof):
            yield f"a safe fix changes: {line}"
        else:
            verdict.met.add(pattern)


def _failures(
    proof: Proof, expected: Expected, verdict: Verdict, original: Outcome, fixed: Outcome, varied: bool
) -> Iterator[str]:
    meant = proof.example.sqlstate
    if (
        original.code != meant
        and original.code not in expected.fails
        and not (meant and original.message.startswith(meant))
    ):
        yield f"the original statements fail: {original.said}{_VARIED * varied}"
    elif fixed.code and proof.title not in expected.still_fails:
        yield f"the fixed statements still fail: {fixed.said}"
    verdict.met.add(original.code)
    if fixed.code:
        verdict.met.add(proof.title)


def only_safe(proof: Proof) -> bool:
    """Whether all fixes of an example are safe, which have to change nothing at all."""
    fixes = [placed.finding.fixes[0] for placed in proof.findings() if placed.finding.fixes]
    return bool(fixes) and all(fix.kind is FixKind.SAFE for fix in fixes)


def matches(pattern: str, line: str) -> bool:
    """Whether a declared difference is this one."""
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), line, re.DOTALL) is not None
