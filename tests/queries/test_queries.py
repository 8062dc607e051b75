"""Every `*.sql` here holds queries between blank lines; the `*.txt` beside it says what is read from them.

SQLREVIEW_UPDATE=1 writes the `*.txt` anew; read the difference before committing it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from query_dump import dump_queries

from sqlreview.queries import Insert, Query, Values, functions_of, predicates_of, references_of
from sqlreview.queries.reader import QueryReading, read_queries
from sqlreview.sql.cursor import folded
from sqlreview.sql.engines import engine_of
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

_ENGINE = engine_of("postgres")
_FILES = sorted(Path(__file__).parent.glob("*.sql"))


def _read(sql: str) -> QueryReading:
    return read_queries(sql, Span(0, len(sql)), _ENGINE)


def _paragraphs(path: Path) -> list[str]:
    return [part.strip() for part in path.read_text(encoding="utf-8").split("\n\n") if part.strip()]


def _statement(paragraph: str) -> str:
    title, _, rest = paragraph.partition("\n")
    return (rest if title.startswith("-- ") else paragraph).removesuffix(";")


def _dump(paragraph: str) -> str:
    sql = _statement(paragraph)
    return f"{paragraph}\n--->\n{dump_queries(sql, _read(sql))}"


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_queries_become_facts(path: Path) -> None:
    found = "\n".join(map(_dump, _paragraphs(path)))
    expected = path.with_suffix(".txt")
    if os.environ.get("SQLREVIEW_UPDATE"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_half_written_queries_are_read_without_harm(path: Path) -> None:
    for sql in map(_statement, _paragraphs(path)):
        whole = Tokens(sql, _ENGINE)
        for index in range(len(whole)):
            _assert_harmless(sql[: whole.ends[index]])
            _assert_harmless(sql[: whole.starts[index]] + sql[whole.ends[index] :])


def _assert_harmless(sql: str) -> None:
    for query in _read(sql).queries:
        assert 0 <= query.span.start < query.span.end <= len(sql), sql
        _assert_places(sql, query)


def _assert_places(sql: str, query: Query) -> None:
    for reference in references_of(query):
        assert folded(reference.column_span.of(sql)) == reference.column, sql
    for call in functions_of(query):
        assert folded(call.name_span.of(sql).rpartition(".")[2].strip()) == call.name, sql
    for predicate in predicates_of(query):
        if predicate.operator_span:
            assert " ".join(predicate.operator_span.of(sql).upper().split()) == predicate.operator, sql


def test_offsets_count_from_the_beginning_of_the_text() -> None:
    head = "CREATE VIEW é AS /* ( */ "
    sql = f"{head}SELECT a.b FROM t a -- end"
    (query,) = read_queries(sql, Span(len(head), len(sql)), _ENGINE, "view").queries
    assert query.role == "view"
    assert query.span.of(sql) == "SELECT a.b FROM t a"
    assert [reference.span.of(sql) for reference in references_of(query)] == ["a.b"]


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT " + "(" * 5000 + "1" + ")" * 5000,
        "SELECT " + "f(" * 3000 + "a" + ")" * 3000,
        "SELECT " + "CASE WHEN a = 1 THEN " * 400 + "1" + " END" * 400,
        "SELECT 1 FROM t WHERE " + " OR ".join(f"a = {number}" for number in range(3000)),
        "SELECT " + " + ".join(["a"] * 3000),
        "SELECT 1" + " UNION ALL SELECT 1" * 1000,
        "SELECT * FROM " + "(SELECT * FROM " * 300 + "t" + ") x" * 300,
        "SELECT " + "{{" * 2000,
        "SELECT '" + "x" * 100_000,
    ],
    ids=range(9),
)
def test_extreme_queries_end_soon(sql: str) -> None:
    begin = time.perf_counter()
    reading = _read(sql)
    assert reading.queries or reading.problem
    assert time.perf_counter() - begin < 10


def test_the_facts_are_known_without_sqlglot() -> None:
    code = "import sys, sqlreview.queries, sqlreview.schema.resolution; sys.exit('sqlglot' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_long_inserts_are_read_up_to_their_first_row() -> None:
    sql = "INSERT INTO t (a, b) VALUES " + ",\n".join(["(1, 'a), (''')"] * 2000)
    insert, values = _read(sql).queries
    assert isinstance(insert, Insert)
    assert isinstance(values, Values)
    assert insert.source == values
    assert (len(values.rows), values.row_count) == (1, 2000)
    assert [value.text for value in values.rows[0]] == ["1", "'a), ('''"]


def test_a_long_insert_from_a_query_is_read_whole() -> None:
    rows = ", ".join(["(1)"] * 4000)
    reading = _read(f"INSERT INTO t SELECT x FROM (VALUES {rows}) AS v (x)")
    assert reading.problem is None
    assert [type(query).__name__ for query in reading.queries] == ["Insert", "Select", "Values"]
