"""Tokens of a text: in tokens.txt the first line is cut into the words of the second, which `·` separates."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sql_cases import cases

from sqlreview.sql.engines import engine_of
from sqlreview.sql.tokens import Tokens

POSTGRES = engine_of("postgres")


@pytest.mark.parametrize("case", cases("tokens.txt"))
def test_words_of(case: str) -> None:
    written, words = case.split("\n---\n")
    assert "·".join(Tokens(written, POSTGRES).words[:-1]) == words.strip()


@given(st.text("ab1$'\"-/*;:()[]{}%#@.<=>!?\\eEuU&_ \n\r", max_size=60), st.data())
def test_tokens_cover_a_slice_in_order(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    tokens = Tokens(text, POSTGRES, start, end)
    position = start
    for index in range(len(tokens)):
        assert position <= tokens.starts[index] < tokens.ends[index] <= end
        assert tokens.text(index).upper() == tokens.words[index].upper()
        position = tokens.ends[index]
    assert (tokens.starts[-1], tokens.ends[-1]) == (end, end)


@pytest.mark.parametrize(
    "unit", ["(", "'", "$a$", "/*", "{%", "{#", "{{", "${", ":'", "%(", "--", "a$", "1.", "/*{%", "e'"]
)
def test_time_is_linear(unit: str) -> None:
    begun = time.perf_counter()
    tokens = Tokens(unit * (200_000 // len(unit)), POSTGRES)
    tokens.close_of(0)
    assert time.perf_counter() - begun < 5  # quadratic behaviour takes minutes
