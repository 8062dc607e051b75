"""A fix that takes the transaction away from a file keeps others out, which counted on it."""

from __future__ import annotations

from sqlreview.config import load_config
from sqlreview.fixes import fix_files
from sqlreview.migrations.project import SourceFile

TABLE = "-- +goose Up\nCREATE TABLE orders (id bigint PRIMARY KEY, status text);\n"
INDEX = "-- +goose Up\nCREATE INDEX orders_status_idx ON orders (status);\n"


def test_no_local_setting_is_added_to_a_file_that_loses_its_transaction() -> None:
    config = load_config({"select": ["locks/blocking-index-build", "locks/missing-lock-timeout"]})
    files = [SourceFile("db/0001_a.sql", TABLE), SourceFile("db/0002_b.sql", INDEX)]
    fixed = fix_files(files, config, unsafe=True)
    assert fixed.texts["db/0002_b.sql"] == (
        "-- +goose NO TRANSACTION\n-- +goose Up\nCREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);\n"
    )
    assert fixed.applied == 1
