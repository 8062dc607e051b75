"""Statements of a file: `⟦` and `⟧` enclose each one in statements.txt, `⟧!` ends one that lacks its terminator."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sql_cases import cases, pieces

from sqlreview.sql.engines import engine_of
from sqlreview.sql.resplit import resplit
from sqlreview.sql.statements import SourceStatement, split_from, split_statements

POSTGRES = engine_of("postgres")


@pytest.mark.parametrize("case", cases("statements.txt"))
def test_statements_of(case: str) -> None:
    text = re.sub(r"⟦|⟧!?", "", case)
    marked, position = [], 0
    for statement in split_statements(text, POSTGRES):
        marked += (text[position : statement.start], "⟦", statement.text, "⟧" if statement.terminated else "⟧!")
        position = statement.end
    assert "".join([*marked, text[position:]]) == case


TEXTS = st.lists(st.sampled_from(pieces("pieces_of_files.txt")), max_size=40).map("".join)


@given(TEXTS)
def test_statements_lie_in_order_and_touch_only_trivia(text: str) -> None:
    position = 0
    for statement in split_statements(text, POSTGRES):
        assert statement.start >= position
        assert text[statement.start : statement.end] == statement.text != ""
        assert statement.text.strip() == statement.text or statement.terminated
        position = statement.end


@given(TEXTS, st.data())
def test_a_split_can_begin_and_stop_at_any_statement(text: str, data: st.DataObject) -> None:
    whole = split_statements(text, POSTGRES)
    if not whole:
        return
    first = data.draw(st.integers(0, len(whole) - 1))
    last = data.draw(st.integers(first, len(whole) - 1))
    part, hit = split_from(text, POSTGRES, whole[first].start, {whole[last].start})
    assert (part, hit) == (whole[first:last], whole[last].start)


@settings(max_examples=400)
@given(TEXTS, TEXTS, st.data())
def test_splitting_after_an_edit_equals_splitting_anew(text: str, inserted: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    removed = data.draw(st.integers(0, len(text) - start))
    edited = text[:start] + inserted + text[start + removed :]
    before = split_statements(text, POSTGRES)
    broken = sum(not statement.terminated for statement in before)
    change = resplit(before, edited, POSTGRES, start, removed, len(inserted), broken)
    moved = len(inserted) - removed
    rest = [SourceStatement(item.text, item.start + moved, item.terminated) for item in before[change.last :]]
    assert [*before[: change.first], *change.fresh, *rest] == split_statements(edited, POSTGRES)


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "(",
            "'",
            '"',
            "$$",
            "$a$",
            "/*",
            "*/",
            "--",
            "{%",
            "{#",
            "{{",
            "${",
            "\\",
            "\\g",
            ";",
            "\n",
            "\nSELECT ",
            "e'",
        ),
        *(
            "'a\n\nSELECT ",
            "CREATE RULE r DO (;\n",
            "COPY t FROM stdin;\n",
            "CREATE FUNCTION f() BEGIN ATOMIC;\n",
            "/*{%",
        ),
        *(
            "(\n\nSELECT ",
            "$a$\n\nSELECT $b$\n\nSELECT ",
            "x--\n",
            "\nWITH x (a",
            "\n\nCREATE TABLE t (",
            "SELECT 1;\n",
            "'x",
        ),
    ],
)
def test_time_is_linear(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    begun = time.perf_counter()
    split_statements(text, POSTGRES)
    assert time.perf_counter() - begun < 5  # quadratic behaviour takes minutes


def test_a_dump_with_one_huge_insert() -> None:
    row = "(1, 'it''s a name', NULL, 'x;y'),\n"
    text = "CREATE TABLE t (a int);\nINSERT INTO t VALUES\n" + row * (3_000_000 // len(row)) + "(2);\nSELECT 1;\n"
    assert [statement.text[:6] for statement in split_statements(text, POSTGRES)] == ["CREATE", "INSERT", "SELECT"]
