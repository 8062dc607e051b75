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


def test_the_impact_of_a_text_is_the_document_of_the_command() -> None:
    schema = "CREATE TABLE orders (id int PRIMARY KEY, total varchar(10));"
    sql = "ALTER TABLE orders ALTER COLUMN total TYPE text;\nALTER TABLE orders ALTER COLUMN id TYPE bigint;\n"
    document = sqlreview.impact_text(sql, version=14, schema_sql=schema)
    assert document["version"] == 1
    (file,) = document["files"]
    cheap, expensive = (statement for group in file["transactions"] for statement in group["statements"])
    assert cheap["locks"] == {"public.orders": "ACCESS EXCLUSIVE"}
    assert cheap["rewrites"] == []
    assert expensive["rewrites"] == ["public.orders"]
    assert "reads and writes wait" in expensive["explain"]
    with pytest.raises(ValueError, match="postgres"):
        sqlreview.impact_text(sql, engine="oracle")


@pytest.mark.parametrize("engine", ["mysql", "mysql 5.7", "mariadb 10.11", "sqlite"])
def test_every_engine_is_reviewed_by_its_own_rules(engine: str) -> None:
    schema = "CREATE TABLE orders (id integer PRIMARY KEY, note varchar(10));"
    report = sqlreview.review_text("DROP TABLE `Orders`;\nSELECT `;\n", engine=engine, schema_sql=schema)
    dropped = [finding.message for finding in report.findings if finding.rule == "data/drop-table"]
    assert dropped == ["The data of `Orders` is lost, and code that still uses the table fails."]
    assert not [finding for finding in report.findings if "ACCESS EXCLUSIVE" in finding.message]


@pytest.mark.parametrize("engine", ["mysql", "mariadb", "sqlite"])
@pytest.mark.parametrize(
    "sql",
    [
        "",
        "((((" * 5000,
        "`",
        "/*!",
        "DELIMITER",
        "DELIMITER //",
        "\x00",
        "BEGIN " * 9999,
        "CREATE TABLE t (`",
        "CREATE TRIGGER t AFTER INSERT ON t BEGIN SELECT CASE",
        "ALTER TABLE t " + "ADD (" * 3000,
        "INSERT INTO t VALUES " + "(" * 3000,
        "PRAGMA ;.read\n.mode",
    ],
)
def test_nothing_raises_on_any_text_of_any_engine(engine: str, sql: str) -> None:
    assert sqlreview.review_text(sql, engine=engine).files == 1
