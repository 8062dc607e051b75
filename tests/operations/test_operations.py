"""Every `*.sql` here holds statements between blank lines; the `*.txt` beside it says what is read from them.

SQLREVIEW_UPDATE=1 writes the `*.txt` anew; read the difference before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from operation_dump import dump_operations

from sqlreview.operations.lower import operations_of
from sqlreview.sql.engines import engine_of
from sqlreview.sql.tokens import Tokens

_ENGINE = engine_of("postgres")
_FILES = sorted(Path(__file__).parent.glob("*.sql"))


def _paragraphs(path: Path) -> list[str]:
    return [part.strip() for part in path.read_text(encoding="utf-8").split("\n\n") if part.strip()]


def _statement(paragraph: str) -> str:
    title, _, rest = paragraph.partition("\n")
    return (rest if title.startswith("-- ") else paragraph).removesuffix(";")


def _dump(paragraph: str) -> str:
    sql = _statement(paragraph)
    return f"{paragraph}\n--->\n{dump_operations(sql, operations_of(Tokens(sql, _ENGINE), _ENGINE))}"


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_statements_become_operations(path: Path) -> None:
    found = "\n".join(map(_dump, _paragraphs(path)))
    expected = path.with_suffix(".txt")
    if os.environ.get("SQLREVIEW_UPDATE"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_half_written_statements_are_read_without_harm(path: Path) -> None:
    for sql in map(_statement, _paragraphs(path)):
        whole = Tokens(sql, _ENGINE)
        for index in range(len(whole)):
            _assert_harmless(sql[: whole.ends[index]])
            _assert_harmless(sql[: whole.starts[index]] + sql[whole.ends[index] :])


def _assert_harmless(sql: str) -> None:
    for operation in operations_of(Tokens(sql, _ENGINE), _ENGINE):
        assert 0 <= operation.span.start < operation.span.end <= len(sql), sql


def test_offsets_of_a_slice_count_from_the_beginning_of_the_text() -> None:
    sql = "DO $$ BEGIN ALTER TABLE t ADD a int; END $$"
    start, end = sql.index("ALTER"), sql.index("; END")
    (operation,) = operations_of(Tokens(sql, _ENGINE, start, end), _ENGINE)
    assert operation.span.of(sql) == "ADD a int"
