"""A snapshot of a real PostgreSQL builds the same schema again, is read by sqlreview, and changes nothing."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sqlreview.cli import main
from sqlreview.config import load_config
from sqlreview.migrations.project import SourceFile
from sqlreview.project import Project
from sqlreview.snapshot.take import SnapshotError, take_snapshot
from sqlreview.sql.cursor import Name
from sqlreview.text import Span

pytestmark = pytest.mark.server

SHOP = (Path(__file__).parent / "shop.sql").read_text(encoding="utf-8")
_DESCRIPTION = """
SELECT 'column', c.oid::regclass::text || '.' || a.attname, format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull
       || ' ' || a.attidentity::text || a.attgenerated::text || coalesce(' ' || pg_get_expr(d.adbin, d.adrelid), '')
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'c')
      AND n.nspname IN ('public', 'billing')
UNION ALL
SELECT 'constraint', conrelid::regclass::text || '.' || conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE connamespace IN ('public'::regnamespace, 'billing'::regnamespace)
UNION ALL SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname IN ('public', 'billing')
UNION ALL SELECT 'relation', c.oid::regclass::text, c.relkind::text || c.relpersistence::text || c.relrowsecurity ||
       c.relforcerowsecurity || coalesce(pg_get_expr(c.relpartbound, c.oid), '')
       || coalesce(array_to_string(c.reloptions, ','), '')
FROM pg_class c WHERE c.relnamespace IN ('public'::regnamespace, 'billing'::regnamespace)
UNION ALL SELECT 'view', viewname, definition FROM pg_views WHERE schemaname IN ('public', 'billing')
UNION ALL SELECT 'matview', matviewname, definition FROM pg_matviews WHERE schemaname IN ('public', 'billing')
UNION ALL SELECT 'label', t.oid::regtype::text, e.enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
UNION ALL SELECT 'trigger', tgrelid::regclass::text || tgname, pg_get_triggerdef(oid)
FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT 'policy', polname, polcmd::text || polpermissive || coalesce(pg_get_expr(polqual, polrelid), '')
       || coalesce(pg_get_expr(polwithcheck, polrelid), '') FROM pg_policy
UNION ALL SELECT 'routine', p.oid::regprocedure::text, pg_get_functiondef(p.oid) FROM pg_proc p
WHERE p.pronamespace IN ('public'::regnamespace, 'billing'::regnamespace)
      AND p.prokind IN ('f', 'p') AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.objid = p.oid AND x.deptype = 'e')
UNION ALL SELECT 'inherits', inhrelid::regclass::text, inhparent::regclass::text FROM pg_inherits
UNION ALL SELECT 'domain', t.oid::regtype::text, t.typnotnull || t.typdefault || format_type(t.typbasetype, t.typtypmod)
FROM pg_type t WHERE t.typtype = 'd' AND t.typnamespace = 'public'::regnamespace
UNION ALL SELECT 'owned', objid::regclass::text, refobjid::regclass::text || refobjsubid FROM pg_depend
WHERE classid = 'pg_class'::regclass AND deptype IN ('a', 'i') AND refobjsubid > 0
      AND objid IN (SELECT oid FROM pg_class WHERE relkind = 'S')
UNION ALL SELECT 'extension', extname, '' FROM pg_extension
ORDER BY 1, 2, 3
"""
Rows = list[tuple[Any, ...]]


@pytest.fixture(scope="module")
def shop(postgres: Callable[[], Any]) -> Any:
    connection = postgres()
    connection.execute(SHOP)
    connection.execute("INSERT INTO cache SELECT g::text, '{}' FROM generate_series(1, 1000) g")
    connection.execute("INSERT INTO events SELECT g, '2025-06-01', 'a' FROM generate_series(1, 20) g")
    connection.execute("ANALYZE")
    connection.execute("INSERT INTO parent VALUES (1, 'after the last count')")
    return connection


def described(connection: Any) -> Rows:
    rows: Rows = connection.execute(_DESCRIPTION).fetchall()
    return rows


def test_the_schema_builds_the_same_database(shop: Any, postgres: Callable[[], Any]) -> None:
    before = described(shop)
    snapshot = take_snapshot(shop.info.dsn)
    copy = postgres()
    copy.execute(snapshot.schema_sql)
    assert described(copy) == before
    assert described(shop) == before


def test_sizes_are_those_of_the_server(shop: Any) -> None:
    snapshot = take_snapshot(shop.info.dsn)
    tables = tomllib.loads(snapshot.sizes_toml)["tables"]
    assert tables["public.cache"]["rows"] == 1000
    assert tables["public.cache"]["bytes"] > 8192
    assert tables["public.Users"]["rows"] == 0
    assert tables["public.parent"] == {"bytes": 16384}
    assert tables["public.events"] == tables["public.events_2025"]
    assert tables["public.events"]["rows"] == 20
    assert len(tables) == snapshot.tables


def test_sqlreview_reads_the_schema_to_the_end(shop: Any) -> None:
    snapshot = take_snapshot(shop.info.dsn)
    project = Project([SourceFile("0001.sql", "SELECT 1;")], load_config({}), schema_sql=snapshot.schema_sql)
    catalog = next(iter(project.reviews.values())).history.final
    invoices = catalog.table(Name("billing", "invoices", Span(0, 0)))
    assert invoices is not None
    assert invoices.complete
    assert {index.name for index in invoices.indexes} >= {"invoices_pkey", "invoices_open"}
    assert [key.referenced for key in invoices.foreign_keys] == [("relation", "public", "Users")]
    events = catalog.table(Name("public", "events", Span(0, 0)))
    assert events is not None
    assert len(events.partitions) == 2


def test_a_server_that_is_not_there_is_named() -> None:
    with pytest.raises(SnapshotError, match="nothing-here"):
        take_snapshot("host=/nothing-here dbname=x connect_timeout=1")


def test_the_command_writes_both_files(
    shop: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", shop.info.dsn)
    assert main(["snapshot", "--output", str(tmp_path / "db")]) == 0
    assert (tmp_path / "db" / "schema.sql").read_text(encoding="utf-8").startswith("-- The schema of `test_")
    assert "[tables]" in (tmp_path / "db" / "sizes.toml").read_text(encoding="utf-8")
    assert "9 tables" in capsys.readouterr().out
    sizes = load_config({"sizes": str(tmp_path / "db" / "sizes.toml")}).sizes
    assert sizes is not None
    assert sizes.of(("public", "cache")).kind == "small"
    assert sizes.of(("public", "nowhere")).kind is None


def test_the_command_wants_a_database(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert main(["snapshot"]) == 2
    assert "--dsn" in capsys.readouterr().err
