"""Statements of a file: `⟦` and `⟧` enclose each one in statements_*.txt, `⟧!` ends one that lacks its terminator."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sql_cases import cases, pieces

from sqlreview.sql.engines import Engine, engine_of
from sqlreview.sql.resplit import resplit
from sqlreview.sql.statements import SourceStatement, split_from, split_statements

POSTGRES, MYSQL, SQLITE = engine_of("postgres"), engine_of("mysql"), engine_of("sqlite")
CASES = {POSTGRES: "statements.txt", MYSQL: "statements_mysql.txt", SQLITE: "statements_sqlite.txt"}


@pytest.mark.parametrize(
    ("engine", "case"),
    [
        pytest.param(engine, *case.values, id=f"{engine.name}: {case.id}")
        for engine in CASES
        for case in cases(CASES[engine])
    ],
)
def test_statements_of(engine: Engine, case: str) -> None:
    text = re.sub(r"⟦|⟧!?", "", case)
    marked, position = [], 0
    for statement in split_statements(text, engine):
        marked += (text[position : statement.start], "⟦", statement.text, "⟧" if statement.terminated else "⟧!")
        position = statement.end
    assert "".join([*marked, text[position:]]) == case


PIECES = {
    POSTGRES: pieces("pieces_of_files.txt"),
    MYSQL: pieces("pieces_of_mysql_files.txt"),
    SQLITE: pieces("pieces_of_sqlite_files.txt"),
}


def texts(engine: Engine) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(PIECES[engine]), max_size=40).map("".join)


ENGINES = st.sampled_from([POSTGRES, MYSQL, SQLITE])
FILES = ENGINES.flatmap(lambda engine: st.tuples(st.just(engine), texts(engine)))
EDITED = ENGINES.flatmap(lambda engine: st.tuples(st.just(engine), texts(engine), texts(engine)))


@given(FILES)
def test_statements_lie_in_order_and_touch_only_trivia(file: tuple[Engine, str]) -> None:
    engine, text = file
    position = 0
    for statement in split_statements(text, engine):
        assert statement.start >= position
        assert text[statement.start : statement.end] == statement.text != ""
        assert statement.text.strip() == statement.text or statement.terminated
        position = statement.end


@settings(max_examples=300)
@given(FILES, st.data())
def test_a_split_can_begin_and_stop_at_any_statement(file: tuple[Engine, str], data: st.DataObject) -> None:
    engine, text = file
    whole = split_statements(text, engine)
    if not whole:
        return
    first = data.draw(st.integers(0, len(whole) - 1))
    last = data.draw(st.integers(first, len(whole) - 1))
    part, hit = split_from(text, engine, whole[first].start, {whole[last].start})
    assert (part, hit) == (whole[first:last], whole[last].start)


@settings(max_examples=600)
@given(EDITED, st.data())
def test_splitting_after_an_edit_equals_splitting_anew(file: tuple[Engine, str, str], data: st.DataObject) -> None:
    engine, text, inserted = file
    start = data.draw(st.integers(0, len(text)))
    removed = data.draw(st.integers(0, len(text) - start))
    edited = text[:start] + inserted + text[start + removed :]
    before = split_statements(text, engine)
    broken = sum(not statement.terminated for statement in before)
    change = resplit(before, edited, engine, start, removed, len(inserted), broken, text)
    moved = len(inserted) - removed
    rest = [SourceStatement(item.text, item.start + moved, item.terminated) for item in before[change.last :]]
    assert [*before[: change.first], *change.fresh, *rest] == split_statements(edited, engine)


@pytest.mark.parametrize("engine", CASES, ids=str)
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
        *("`", "[", "[a;", "#", "/*!", "-- ", "\\G", "USE a\n", "\n.read", "\nDELIMITER //\n", "/*!50003 CREATE*/ "),
        *("CREATE TRIGGER t BEGIN\n", "\n\nCREATE PROCEDURE p() BEGIN;\n", "BEGIN NOT ATOMIC;", "END;", "CASE "),
    ],
)
def test_time_is_linear(engine: Engine, unit: str) -> None:
    text = unit * (300_000 // len(unit))
    begun = time.perf_counter()
    split_statements(text, engine)
    assert time.perf_counter() - begun < 5  # quadratic behaviour takes minutes


@pytest.mark.parametrize("engine", CASES, ids=str)
def test_a_dump_with_one_huge_insert(engine: Engine) -> None:
    row = "(1, 'it''s a name', NULL, 'x;y'),\n"
    text = "CREATE TABLE t (a int);\nINSERT INTO t VALUES\n" + row * (3_000_000 // len(row)) + "(2);\nSELECT 1;\n"
    assert [statement.text[:6] for statement in split_statements(text, engine)] == ["CREATE", "INSERT", "SELECT"]
