"""Where a message says that code fails, that rows are gone or that NULL gets in, a query shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

import pytest
from proof_cases import Proof, Step, all_proofs
from proof_judgement import own_setup, setup_of

from sqlreview.examples import Bad

pytestmark = pytest.mark.server

_COLUMN = r"`([^`.]+(?:\.[^`.]+)?)\.([^`.]+)`"
_TABLE = r"`([^`]+)`"
_CLAIMS = (
    (rf"Code that still uses {_COLUMN} fails", "SELECT {1} FROM {0}", True, False),
    (rf"The data of {_COLUMN} is lost, and code that still uses the column fails", "SELECT {1} FROM {0}", True, False),
    (rf"The data of {_TABLE} is lost, and code that still uses the table fails", "SELECT FROM {0}", True, False),
    (rf"Code that still uses {_TABLE} fails", "SELECT FROM {0}", True, False),
    (rf"Whoever still reads the view {_TABLE} fails", "SELECT FROM {0}", True, False),
    (rf"Every row of {_TABLE} is deleted", "SELECT 1 / count(*) FROM {0}", True, False),
    (
        rf"Empties {_TABLE} and {_TABLE}",
        "SELECT 1 / (SELECT count(*) FROM {0}), 1 / (SELECT count(*) FROM {1})",
        True,
        False,
    ),
    (rf"Readers of {_COLUMN} may get NULL", "UPDATE {0} SET {1} = NULL", False, True),
    (r"Run a second time, this fails", None, True, False),
)
"""What a message says, a query, and whether it works before and after the statements; None stands for the statement."""


def _claiming() -> dict[str, list[Proof]]:
    found: dict[str, list[Proof]] = {}
    for proof in all_proofs():
        if isinstance(proof.example, Bad) and proof.family == "postgres" and any(_queries(proof)):
            found.setdefault(proof.rule.id, []).append(proof)
    return found


def _queries(proof: Proof) -> Iterator[tuple[str, str, bool, bool]]:
    for placed in proof.findings():
        message = placed.finding.message
        for pattern, query, before, after in _CLAIMS:
            if found := re.search(pattern, message):
                names = [_quoted(name) for name in found.groups()]
                yield message, query.format(*names) if query else placed.entry.statement.text, before, after
                break


def _quoted(name: str) -> str:
    return ".".join(part if re.fullmatch(r"[a-z_][a-z0-9_]*", part) else f'"{part}"' for part in name.split("."))


@pytest.mark.parametrize("rule", sorted(_claiming()))
def test_what_messages_say_of_code_is_so(rule: str, laboratory: Any) -> None:
    seen = [answer for proof in _claiming()[rule] for answer in _answers(proof, laboratory)]
    problems = [f"{title}: {message}" for title, message, holds in seen if not holds]
    assert "\n".join(problems) == ""
    assert seen, "no statement of the rule could be run"


def _answers(proof: Proof, laboratory: Any) -> Iterator[tuple[str, str, bool]]:
    import psycopg
    from postgres_laboratory import clean, database

    at = {placed.file.path for placed in proof.findings()}
    given = set(takewhile(lambda name: name not in at, proof.texts))
    setup = [step for step in proof.steps() if step.file in given]
    steps = [step for step in proof.steps() if step.file not in given]
    for earlier in (setup, [*setup_of(proof), *setup]):
        if own_setup(proof) and earlier is setup:
            continue
        try:
            with database(laboratory, earlier, rows="plain") as connection:
                yield from _compared(proof, connection, steps)
            return
        except psycopg.Error:
            continue  # the case speaks of tables that nobody knows
        finally:
            clean(laboratory)


def _compared(proof: Proof, connection: Any, steps: list[Step]) -> list[tuple[str, str, bool]]:
    asked = list(_queries(proof))
    worked = [query in (step.sql for step in steps) or _works(connection, query) for _, query, _, _ in asked]
    again = {}
    for step in steps:
        connection.execute(step.sql)
        if any(query == step.sql for _, query, _, _ in asked):
            again[step.sql] = _works(connection, step.sql)
    if connection.info.transaction_status:
        connection.execute("COMMIT")
    return [
        (proof.title, message, (again[query] if query in again else _works(connection, query)) is after)
        for (message, query, before, after), first in zip(asked, worked, strict=True)
        if first is before
    ]


def _works(connection: Any, query: str) -> bool:
    import psycopg

    try:
        connection.execute(query)
    except psycopg.Error:
        return False
    return True
