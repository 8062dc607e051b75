"""Which product a file is written for: in foreign.txt the title says it, in evidence.txt the lines below `---`."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sql_cases import cases

from sqlreview.sql.evidence import engine_evidence
from sqlreview.sql.foreign import foreign_dialect_of


@pytest.mark.parametrize(
    ("product", "text"),
    [pytest.param(str(case.id).partition(":")[0], *case.values, id=str(case.id)) for case in cases("foreign.txt")],
)
def test_foreign_dialect_of(product: str, text: str) -> None:
    assert foreign_dialect_of(text) == (None if product == "nothing" else product)


@pytest.mark.parametrize("case", cases("evidence.txt"))
def test_engine_evidence(case: str) -> None:
    text, expected = case.split("---\n")
    found = engine_evidence(text)
    assert [f"{engine}: {', '.join(marks)}" for engine, marks in found.items()] == expected.splitlines()


PIECES = ["\nGO\n", "`a`", "$$", "'", "--", "/*", "[dbo]", "PRAGMA a=1", "ENGINE=InnoDB", "::int", "é", " "]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_text_is_survived(text: str) -> None:
    foreign_dialect_of(text)
    engine_evidence(text)


@pytest.mark.parametrize(
    "unit", ["'", "$$", "/*", "`", "\nGO", "PRIMARY KEY (", "[a].[", "-- GO\n", "$a$", "CREATE TYPE a"]
)
def test_time_is_linear(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    begun = time.perf_counter()
    foreign_dialect_of(text)
    engine_evidence(text)
    assert time.perf_counter() - begun < 2  # quadratic behaviour takes minutes
