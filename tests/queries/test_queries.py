"""Every `*.sql` here holds queries between blank lines; the `*.txt` beside it says what is read from them.

Folders hold those of other engines and are called as these are.

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
from sqlreview.reading import read_statement
from sqlreview.sql.cursor import folded
from sqlreview.sql.engines import Engine, engine_of
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

_ENGINE = engine_of("postgres")
_FOLDER = Path(__file__).parent
_FILES = sorted(_FOLDER.rglob("*.sql"))
each_file = pytest.mark.parametrize("path", _FILES, ids=lambda path: str(path.relative_to(_FOLDER).with_suffix("")))


def _engine(path: Path) -> Engine:
    return _ENGINE if path.parent == _FOLDER else engine_of(path.parent.name)


def _read(sql: str, engine: Engine = _ENGINE) -> QueryReading:
    return read_queries(sql, Span(0, len(sql)), engine)


def _paragraphs(path: Path) -> list[str]:
    return [part.strip() for part in path.read_text(encoding="utf-8").split("\n\n") if part.strip()]


def _statement(paragraph: str) -> str:
    title, _, rest = paragraph.partition("\n")
    return (rest if title.startswith("-- ") else paragraph).removesuffix(";")


def _dump(paragraph: str, engine: Engine) -> str:
    sql = _statement(paragraph)
    return f"{paragraph}\n--->\n{dump_queries(sql, _read(sql, engine))}"


@each_file
def test_queries_become_facts(path: Path) -> None:
    found = "\n".join(_dump(paragraph, _engine(path)) for paragraph in _paragraphs(path))
    expected = path.with_suffix(".txt")
    if os.environ.get("SQLREVIEW_UPDATE"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@each_file
def test_half_written_queries_are_read_without_harm(path: Path) -> None:
    engine = _engine(path)
    for sql in map(_statement, _paragraphs(path)):
        whole = Tokens(sql, engine)
        for index in range(len(whole)):
            _assert_harmless(sql[: whole.ends[index]], engine)
            _assert_harmless(sql[: whole.starts[index]] + sql[whole.ends[index] :], engine)


def _assert_harmless(sql: str, engine: Engine) -> None:
    for query in _read(sql, engine).queries:
        assert 0 <= query.span.start < query.span.end <= len(sql), sql
        _assert_places(sql, query, engine)


def _assert_places(sql: str, query: Query, engine: Engine) -> None:
    for reference in references_of(query):
        assert folded(reference.column_span.of(sql), engine) == reference.column, sql
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


@pytest.mark.parametrize(
    ("engine", "word", "row"),
    [
        ("mysql", "INSERT", "(1, 'it\\'s), (', \"), (\")"),
        ("mysql", "REPLACE", "(1, 'a', NULL)"),
        ("sqlite", "INSERT OR IGNORE", "(1, 'a), (''', x'00')"),
        ("sqlite", "REPLACE", "(1, 'a', NULL)"),
    ],
)
def test_long_inserts_of_other_engines_are_read_up_to_their_first_row(engine: str, word: str, row: str) -> None:
    sql = f"{word} INTO t VALUES " + ",\n".join([row] * 2000)
    reading = _read(sql, engine_of(engine))
    assert [type(query).__name__ for query in reading.queries] == ["Insert", "Values"]
    values = reading.queries[1]
    assert isinstance(values, Values)
    assert (len(values.rows), len(values.rows[0]), values.row_count) == (1, 3, 2000)


def test_the_statements_of_a_trigger_are_read_in_their_places() -> None:
    first, second = "UPDATE log SET n = CASE WHEN 1 THEN 2 END", "DELETE FROM b WHERE id = old.id"
    sql = f"CREATE TRIGGER t AFTER DELETE ON a WHEN old.x BEGIN {first}; {second}; END"
    (body,) = read_statement(sql, engine_of("sqlite")).bodies
    assert [reading.span.of(sql) for reading in body.readings] == [first, second]
    assert [type(query).__name__ for reading in body.readings for query in reading.queries] == ["Update", "Delete"]


def test_a_long_insert_from_a_query_is_read_whole() -> None:
    rows = ", ".join(["(1)"] * 4000)
    reading = _read(f"INSERT INTO t SELECT x FROM (VALUES {rows}) AS v (x)")
    assert reading.problem is None
    assert [type(query).__name__ for query in reading.queries] == ["Insert", "Select", "Values"]
