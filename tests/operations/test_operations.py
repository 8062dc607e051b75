"""Every `*.sql` here holds statements between blank lines; the `*.txt` beside it says what is read from them.

Folders hold those of other engines and are called as these are.

SQLREVIEW_UPDATE=1 writes the `*.txt` anew; read the difference before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from operation_dump import dump_operations

from sqlreview.operations.lower import operations_of
from sqlreview.sql.engines import Engine, engine_of
from sqlreview.sql.tokens import Tokens

_FOLDER = Path(__file__).parent
_POSTGRES = engine_of("postgres")
_FILES = sorted(_FOLDER.rglob("*.sql"))
each_file = pytest.mark.parametrize("path", _FILES, ids=lambda path: str(path.relative_to(_FOLDER).with_suffix("")))


def _engine(path: Path) -> Engine:
    return _POSTGRES if path.parent == _FOLDER else engine_of(path.parent.name)


def _paragraphs(path: Path) -> list[str]:
    return [part.strip() for part in path.read_text(encoding="utf-8").split("\n\n") if part.strip()]


def _statement(paragraph: str) -> str:
    title, _, rest = paragraph.partition("\n")
    return (rest if title.startswith("-- ") else paragraph).removesuffix(";")


def _dump(paragraph: str, engine: Engine) -> str:
    sql = _statement(paragraph)
    return f"{paragraph}\n--->\n{dump_operations(sql, operations_of(Tokens(sql, engine), engine))}"


@each_file
def test_statements_become_operations(path: Path) -> None:
    found = "\n".join(_dump(paragraph, _engine(path)) for paragraph in _paragraphs(path))
    expected = path.with_suffix(".txt")
    if os.environ.get("SQLREVIEW_UPDATE"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@each_file
def test_half_written_statements_are_read_without_harm(path: Path) -> None:
    for sql in map(_statement, _paragraphs(path)):
        whole = Tokens(sql, _engine(path))
        for index in range(len(whole)):
            _assert_harmless(sql[: whole.ends[index]], _engine(path))
            _assert_harmless(sql[: whole.starts[index]] + sql[whole.ends[index] :], _engine(path))


def _assert_harmless(sql: str, engine: Engine) -> None:
    for operation in operations_of(Tokens(sql, engine), engine):
        assert 0 <= operation.span.start < operation.span.end <= len(sql), sql


def test_offsets_of_a_slice_count_from_the_beginning_of_the_text() -> None:
    sql = "DO $$ BEGIN ALTER TABLE t ADD a int; END $$"
    start, end = sql.index("ALTER"), sql.index("; END")
    (operation,) = operations_of(Tokens(sql, _POSTGRES, start, end), _POSTGRES)
    assert operation.span.of(sql) == "ADD a int"
