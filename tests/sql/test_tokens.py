"""Tokens of a text: in tokens*.txt the first lines are cut into the words of the last, which `·` separates."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sql_cases import cases

from sqlreview.sql.engines import Engine, engine_of
from sqlreview.sql.tokens import Tokens

CASES = {"postgres": "tokens.txt", "mysql": "tokens_mysql.txt", "sqlite": "tokens_sqlite.txt"}
ENGINES = [engine_of(name) for name in CASES]


@pytest.mark.parametrize(
    ("engine", "case"),
    [
        pytest.param(engine, *case.values, id=f"{engine.name}: {case.id}")
        for engine in ENGINES
        for case in cases(CASES[engine.name])
    ],
)
def test_words_of(engine: Engine, case: str) -> None:
    written, words = case.split("\n---\n")
    assert "·".join(Tokens(written, engine).words[:-1]) == words.strip()


@given(
    st.sampled_from(ENGINES),
    st.text("ab1$'\"`-/*;:()[]{}%#@.<=>!?\\eEuUN&_ \n\r", max_size=60),
    st.data(),
)
def test_tokens_cover_a_slice_in_order(engine: Engine, text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    tokens = Tokens(text, engine, start, end)
    position = start
    for index in range(len(tokens)):
        assert position <= tokens.starts[index] < tokens.ends[index] <= end
        assert tokens.text(index).upper() == tokens.words[index].upper()
        position = tokens.ends[index]
    assert (tokens.starts[-1], tokens.ends[-1]) == (end, end)


@pytest.mark.parametrize("engine", ENGINES, ids=str)
@pytest.mark.parametrize(
    "unit",
    [
        "(",
        "'",
        "$a$",
        "/*",
        "{%",
        "{#",
        "{{",
        "${",
        ":'",
        "%(",
        "--",
        "a$",
        "1.",
        "/*{%",
        "e'",
        "`",
        "[",
        "#",
        "/*!",
        "@`",
    ],
)
def test_time_is_linear(engine: Engine, unit: str) -> None:
    begun = time.perf_counter()
    tokens = Tokens(unit * (200_000 // len(unit)), engine)
    tokens.close_of(0)
    assert time.perf_counter() - begun < 5  # quadratic behaviour takes minutes
