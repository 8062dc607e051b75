"""The functions programs call."""

from __future__ import annotations

from pathlib import Path

import pytest

import sqlreview
from sqlreview.reading import READER_FAILED

INDEX = "CREATE INDEX orders_status_idx ON orders (status);\n"


def test_a_text_is_reviewed_as_a_migration() -> None:
    report = sqlreview.review_text(INDEX, version=16, path="0002_index.sql")
    (finding,) = [found for found in report.findings if found.rule == "locks/blocking-index-build"]
    assert finding.path == "0002_index.sql"
    assert (finding.range.start.line, finding.range.start.column, finding.range.start.offset) == (1, 1, 0)
    assert finding.severity == "warning"
    assert report.summary.findings.warning >= 1


def test_the_given_schema_is_known_and_not_reported() -> None:
    schema = "CREATE TABLE orders (id int PRIMARY KEY, total varchar(10));"
    report = sqlreview.review_text("ALTER TABLE orders ALTER COLUMN total TYPE text;", schema_sql=schema)
    assert {finding.path for finding in report.findings} <= {"<text>"}
    assert "locks/column-type-rewrite" not in {finding.rule for finding in report.findings}


def test_the_caller_says_whether_a_transaction_is_open() -> None:
    sql = "CREATE INDEX CONCURRENTLY i ON orders (status);"
    wrapped = sqlreview.review_text(sql, in_transaction=True)
    alone = sqlreview.review_text(sql)
    rule = "transactions/concurrently-in-transaction"
    assert rule in {finding.rule for finding in wrapped.findings}
    assert rule not in {finding.rule for finding in alone.findings}


def test_unknown_engines_and_versions_are_named() -> None:
    with pytest.raises(ValueError, match="postgres"):
        sqlreview.review_text("SELECT 1", engine="oracle")
    with pytest.raises(ValueError, match="12 to 18"):
        sqlreview.review_text("SELECT 1", version=9)


def test_paths_are_reviewed_and_unreadable_files_are_errors(tmp_path: Path) -> None:
    (tmp_path / "1.sql").write_text(INDEX)
    (tmp_path / "2.sql").write_bytes(b"SELECT '\xff';")
    report = sqlreview.review_paths([tmp_path])
    assert report.files == 1
    assert [Path(error.path).name for error in report.errors] == ["2.sql"]


@pytest.mark.parametrize(
    "sql", ["", "((((" * 5000, "'", "$$", "/*", "\x00", "\ufeff;;;", "SELECT (" * 3000, ")" * 9999]
)
def test_nothing_raises_on_any_text(sql: str) -> None:
    report = sqlreview.review_text(sql)
    assert report.files == 1
    assert not [item for item in report.not_analysed if item.reason.startswith(READER_FAILED)]
