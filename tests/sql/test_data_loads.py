"""Bulk loads: in loads.txt an INSERT stands above what it says before its rows."""

from __future__ import annotations

import time

import pytest
from sql_cases import cases

from sqlreview.sql.loads import load_of


@pytest.mark.parametrize("case", cases("loads.txt"))
def test_load_of(case: str) -> None:
    text, expected = case.rstrip("\n").split("\n---\n")
    assert load_of(text) == (None if expected == "nothing" else expected)


@pytest.mark.parametrize("unit", ["1", "1,", "'", "''", "a,", "(1),", "(1", '"', "\\'", "'\\'", "_a ", "1e"])
def test_time_is_linear(unit: str) -> None:
    begun = time.perf_counter()
    load_of("INSERT INTO t VALUES (" + unit * (200_000 // len(unit)))
    load_of("INSERT INTO t (" + unit * (200_000 // len(unit)))
    assert time.perf_counter() - begun < 2  # quadratic behaviour takes minutes
