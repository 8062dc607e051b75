"""What is known of the transaction a migration tool runs a file in, and that marks count as soon as they are typed."""

from __future__ import annotations

import pytest

from sqlreview.config import load_config
from sqlreview.migrations.project import SourceFile
from sqlreview.project import Project

ONE = "ALTER TABLE t ADD COLUMN a text;\n"
TWO = ONE + "CREATE INDEX t_a_idx ON t (a);\n"
BUILD = "CREATE INDEX CONCURRENTLY t_a_idx ON t (a);\n"


def way(path: str, text: str) -> str:
    """How the statements of a file, the only one of a project, reach the server."""
    return way_of(Project([SourceFile(path, text)], load_config({})), path)


def way_of(project: Project, path: str) -> str:
    ((_, opening),) = project.by_path[path].history.by_path[path].openings
    return "wrapped" if opening.wrapped else "one by one" if opening.separate else "unknown"


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("1.sql", TWO, "unknown"),
        ("1.sql", f"-- +goose Up\n{ONE}", "wrapped"),
        ("1.sql", f"-- +goose NO TRANSACTION\n-- +goose Up\n{BUILD}", "one by one"),
        ("1.sql", f"-- +migrate Up\n{BUILD}", "wrapped"),
        ("1.sql", f"-- +migrate Up notransaction\n{BUILD}", "one by one"),
        ("1.sql", f"-- migrate:up\n{ONE}", "wrapped"),
        ("1.sql", f"-- migrate:up transaction:false\n{ONE}{BUILD}", "wrapped"),
        ("1.sql", f"-- disable-transaction\n{BUILD}", "one by one"),
        ("1.sql", f"{ONE}---- create above / drop below ----\n", "wrapped"),
        ("0001_a.sql", ONE.replace("\n", "--> statement-breakpoint\n") + BUILD, "wrapped"),
        ("migrations/2017-03-15-133901_a/up.sql", ONE, "wrapped"),
        ("migrations/2017-03-15-133901_a/up.sql", BUILD, "unknown"),
        ("migrations/a/up.sql", TWO, "unknown"),
        ("prisma/migrations/20240101000000_a/migration.sql", ONE, "one by one"),
        ("prisma/migrations/20240101000000_a/migration.sql", TWO, "wrapped"),
        ("prisma/migrations/20240101000000_a/migration.sql", ONE + BUILD, "wrapped"),
        ("prisma/migrations/20240101000000_a/migration.sql", f"BEGIN;\n{TWO}COMMIT;\n", "unknown"),
        ("0001_a.up.sql", TWO, "wrapped"),
        ("0001_a.up.sql", ONE, "one by one"),
        ("0001_a.up.sql", ONE + BUILD, "unknown"),
        ("V1.2__a.sql", TWO, "wrapped"),
        ("V1__a.sql", ONE + BUILD, "one by one"),
        ("V1__a.sql", ONE + "REFRESH MATERIALIZED VIEW CONCURRENTLY m;\n", "wrapped"),
        ("supabase/migrations/20240101000000_a.sql", TWO, "wrapped"),
        ("supabase/seed.sql", TWO, "unknown"),
    ],
)
def test_transaction_of_the_tool(path: str, text: str, expected: str) -> None:
    assert way(path, text) == expected


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("20240101000000_a.sql", TWO, f"-- no-transaction\n{TWO}"),
        ("0001_a.up.sql", ONE, TWO),
        ("0001_a.up.sql", TWO, BUILD + TWO),
        ("1.sql", ONE, f"-- name: get_t\n{ONE}"),
        ("1.sql", TWO, f"-- disable-transaction\n{TWO}"),
    ],
)
def test_what_is_typed_counts_at_once(path: str, before: str, after: str) -> None:
    typed = Project([SourceFile(path, before)], load_config({"select": ["all"]}))
    typed.edit(path, 0, len(before), after)
    fresh = Project([SourceFile(path, after)], typed.config)
    assert typed.is_outdated or way_of(typed, path) == way_of(fresh, path)
    assert typed.is_outdated or typed.report() == fresh.report()
    assert typed.is_outdated == after.startswith("-- no-transaction")
    typed.edit(path, 0, len(after), before)
    assert not typed.is_outdated
    assert way_of(typed, path) == way(path, before)
