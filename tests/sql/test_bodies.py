"""Static statements of bodies: `⟦kind: ...⟧` encloses each in bodies*.txt, `⟦kind?: ...⟧` a conditional one, `‹...›`
what is blanked before it is read."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sql_cases import cases, pieces

from sqlreview.sql.bodies import body_text, readable, static_statements
from sqlreview.sql.engines import Engine, engine_of
from sqlreview.text import Span

POSTGRES, MYSQL, SQLITE = engine_of("postgres"), engine_of("mysql"), engine_of("sqlite")


@pytest.mark.parametrize("case", cases("bodies.txt"))
def test_static_statements_of(case: str) -> None:
    language, _, body = case.partition("\n")
    assert marked(body, language, POSTGRES) == body


@pytest.mark.parametrize("case", cases("bodies_mysql.txt"))
def test_static_statements_of_mysql(case: str) -> None:
    assert marked(case, "psm", MYSQL) == case


@pytest.mark.parametrize("case", cases("bodies_sqlite.txt"))
def test_static_statements_of_sqlite(case: str) -> None:
    assert marked(case, "sql", SQLITE) == case


def marked(body: str, language: str, engine: Engine) -> str:
    text = re.sub(r"⟦[a-z ]*\??: |⟧|[‹›]", "", body)
    marks: list[tuple[int, str]] = []
    for statement in static_statements(text, Span(0, len(text)), language, engine):
        marks.append((statement.span.start, f"⟦{statement.kind}{'?' if statement.conditional else ''}: "))
        for span in statement.masked:
            marks += (span.start, "‹"), (span.end, "›")
        marks.append((statement.span.end, "⟧"))
    pieces, position = [], 0
    for offset, mark in marks:
        pieces += (text[position:offset], mark)
        position = offset
    return "".join([*pieces, text[position:]])


@pytest.mark.parametrize("case", cases("quoted.txt"))
def test_quoted_bodies_keep_their_places(case: str) -> None:
    written, read = case.rstrip("\n").split("\n---\n")
    opening = written.index("'") + 1
    assert body_text(written, Span(opening, written.rindex("'"))) == read


def test_perform_and_return_read_as_select() -> None:
    sql = "PERFORM f(x);RETURN 1;SELECT 1 INTO STRICT x"
    assert readable(sql, (Span(0, 7), Span(13, 19), Span(31, 44))) == "SELECT  f(x);SELECT 1;SELECT 1              "


WORDS = st.sampled_from(pieces("pieces_of_bodies.txt"))


@given(st.lists(WORDS, max_size=30).map(" ".join), st.sampled_from(["sql", "plpgsql", "c"]))
def test_any_body_is_survived(body: str, language: str) -> None:
    sql = f"DO '{body}'"
    span = Span(4, len(sql) - 1)
    inner = body_text(sql, span)
    assert len(inner) == len(sql)
    position = span.start
    for statement in static_statements(inner, span, language, POSTGRES):
        assert position <= statement.span.start < statement.span.end <= span.end
        assert all(
            statement.span.start <= masked.start <= masked.end <= statement.span.end for masked in statement.masked
        )
        assert len(readable(inner, statement.masked)) == len(sql)
        position = statement.span.end


@given(
    st.lists(st.sampled_from(pieces("pieces_of_psm.txt")), max_size=30).map(" ".join), st.sampled_from([MYSQL, SQLITE])
)
def test_any_body_without_quotes_is_survived(body: str, engine: Engine) -> None:
    position = 0
    for statement in static_statements(body, Span(0, len(body)), "psm", engine):
        assert position <= statement.span.start < statement.span.end <= len(body)
        assert len(readable(body, statement.masked)) == len(body)
        position = statement.span.end


@pytest.mark.parametrize(
    "unit",
    [
        "BEGIN ",
        "IF a THEN SELECT 1; ",
        "CASE ",
        "DECLARE ",
        "DECLARE a HANDLER FOR ",
        "FOR i IN (SELECT ",
        "UNTIL ",
        "END ",
        "INTO a,",
    ],
)
def test_time_is_linear(unit: str) -> None:
    body = unit * (200_000 // len(unit))
    begun = time.perf_counter()
    static_statements(body, Span(0, len(body)), "psm", MYSQL)
    assert time.perf_counter() - begun < 5  # quadratic behaviour takes minutes
