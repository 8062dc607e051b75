"""What is known of the transaction a migration tool runs a file in."""

from __future__ import annotations

import pytest

from sqlreview.migrations.markers import is_run_in_transaction, says_transaction

ONE = "ALTER TABLE t ADD COLUMN a text;\n"
TWO = ONE + "CREATE INDEX t_a_idx ON t (a);\n"
BUILD = "CREATE INDEX CONCURRENTLY t_a_idx ON t (a);\n"


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("1.sql", TWO, False),
        ("1.sql", f"-- +goose Up\n{ONE}", True),
        ("1.sql", f"-- +migrate Up\n{BUILD}", True),
        ("1.sql", f"-- migrate:up\n{ONE}", True),
        ("1.sql", f"{ONE}---- create above / drop below ----\n", True),
        ("0001_a.sql", ONE.replace("\n", "--> statement-breakpoint\n") + BUILD, True),
        ("migrations/2017-03-15-133901_a/up.sql", ONE, True),
        ("migrations/2017-03-15-133901_a/up.sql", BUILD, False),
        ("migrations/a/up.sql", TWO, False),
        ("prisma/migrations/20240101000000_a/migration.sql", ONE, False),
        ("prisma/migrations/20240101000000_a/migration.sql", TWO, True),
        ("prisma/migrations/20240101000000_a/migration.sql", f"BEGIN;\n{TWO}COMMIT;\n", False),
        ("0001_a.up.sql", TWO, True),
        ("0001_a.up.sql", ONE, False),
        ("V1.2__a.sql", TWO, True),
        ("V1__a.sql", ONE + BUILD, False),
        ("supabase/migrations/20240101000000_a.sql", TWO, True),
        ("supabase/seed.sql", TWO, False),
    ],
)
def test_transaction_of_the_tool(path: str, text: str, expected: bool) -> None:
    assert (says_transaction(text) or is_run_in_transaction(path, text)) is expected
