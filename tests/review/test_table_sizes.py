"""What the sizes of tables make of findings, on the command line, in the API and in the server alike."""

from __future__ import annotations

import json
import os
import re
import tomllib
from pathlib import Path

import pytest

from sqlreview import review_paths, review_text
from sqlreview.cli import main
from sqlreview.config import Config, load_config
from sqlreview.lsp.configurations import Configurations
from sqlreview.lsp.session import Session
from sqlreview.migrations.project import SourceFile
from sqlreview.project import Project

INDEX, KEY, TYPE = "locks/blocking-index-build", "indexes/unindexed-foreign-key", "locks/column-type-rewrite"
BACKFILL, TOGETHER = "data/unbatched-backfill", "data/backfill-with-schema-change"
REPEATED = "locks/repeated-alter-table"
RULES = [REPEATED, INDEX, KEY, BACKFILL, TOGETHER, "locks/vacuum-full", "locks/statement-after-exclusive-lock"]
BUILD = "CREATE INDEX i ON orders (a);"
PAGE = Path(__file__).parents[2] / "docs" / "table-sizes.md"


def sized(tables: str = "", **settings: object) -> Config:
    """A configuration with tables as TOML."""
    defaults = {"engine": "postgres 15", "select": RULES}
    return load_config(defaults | tomllib.loads(f"[tables]\n{tables}") | settings)


def found(config: Config, sql: str, schema: str | None = None) -> list[tuple[str, str, str]]:
    """Rule, severity and last sentence of everything found, the rule alone where nothing is said of sizes."""
    report = review_text(sql, config=config, schema_sql=schema)
    told = [
        (finding, re.search(r" (`[^`]*` (?:has about|is a large).*)", finding.message)) for finding in report.findings
    ]
    return [(finding.rule, finding.severity.value, match[1] if match else "") for finding, match in told]


UNKNOWN = [(INDEX, "warning", "")]
LARGE = [(INDEX, "error", "`orders` is a large table.")]
COUNTED = [(INDEX, "error", "`orders` has about 12,000,000 rows.")]
SMALL: list[tuple[str, str, str]] = []


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        ("", UNKNOWN),
        ("users = 'large'", UNKNOWN),
        ("orders = 'small'", SMALL),
        ("orders = 'medium'", UNKNOWN),
        ("orders = 'large'", LARGE),
        ("'public.orders' = 'large'", LARGE),
        ("'audit.orders' = 'large'", UNKNOWN),
        ("'public.orders' = 'small'\norders = 'large'", SMALL),
        ("Orders = 'large'", LARGE),
        ("orders = 'small'\nOrders = 'large'", SMALL),
        ("orders = { rows = 12_345_678 }", COUNTED),
        ("orders = { rows = 9_999 }", SMALL),
        ("orders = { rows = 10_000 }", UNKNOWN),
        ("orders = { rows = 999_999 }", UNKNOWN),
        ("orders = { rows = 1_000_000 }", [(INDEX, "error", "`orders` has about 1,000,000 rows.")]),
        ("orders = { rows = 0, bytes = 16384 }", SMALL),
        ("orders = { rows = 0, bytes = 500_000_000 }", UNKNOWN),
        ("orders = { bytes = 500_000_000 }", UNKNOWN),
    ],
)
def test_a_table_makes_a_finding_of_it(tables: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(sized(tables), BUILD) == expected


@pytest.mark.parametrize(
    ("settings", "tables", "expected"),
    [
        ({"large-tables": ["ord*"]}, "", LARGE),
        ({"large-tables": ["public.*"]}, "", LARGE),
        ({"large-tables": ["PUBLIC.O?DERS"]}, "", LARGE),
        ({"large-tables": ["order"]}, "", UNKNOWN),
        ({"small-tables": ["ord*"]}, "", SMALL),
        ({"small-tables": ["ord*"], "large-tables": ["*s"]}, "", LARGE),
        ({"small-tables": ["ord*"]}, "orders = 'large'", LARGE),
        ({"large-tables": ["ord*"]}, "orders = 'medium'", UNKNOWN),
        ({"large-tables": ["ord*"]}, "orders = { rows = 3 }", [(INDEX, "error", "`orders` has about 3 rows.")]),
        ({"small-rows": 0}, "orders = { rows = 3 }", UNKNOWN),
        ({"small-rows": 2, "large-rows": 3}, "orders = { rows = 3 }", [(INDEX, "error", "`orders` has about 3 rows.")]),
        ({"severity": {INDEX: "info"}}, "orders = 'large'", [(INDEX, "info", "`orders` is a large table.")]),
        ({"severity": {"locks": "hint"}}, "orders = 'large'", [(INDEX, "hint", "`orders` is a large table.")]),
        ({"severity": {"data": "hint"}}, "orders = 'large'", LARGE),
        ({"severity": {"locks": "error"}}, "orders = 'small'", SMALL),
    ],
)
def test_what_wins(settings: dict[str, object], tables: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(sized(tables, **settings), BUILD) == expected


TABLES = "orders = { rows = 12_000_000 }\n'audit.log' = { rows = 3_456_789 }\nplans = 'small'\nusers = 'medium'"
LOG = "`audit.log` has about 3,500,000 rows."
ORDERS = "`orders` has about 12,000,000 rows."


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SET search_path = audit; CREATE INDEX i ON audit.log (a);", [(INDEX, "error", LOG)]),
        ("CREATE TABLE log (a int); CREATE INDEX i ON audit.log (a);", [(INDEX, "error", LOG)]),
        ("CREATE TABLE orders (a int); CREATE INDEX i ON orders (a);", []),
        ("UPDATE orders SET a = 1;", [(BACKFILL, "error", ORDERS)]),
        ("DELETE FROM plans;", []),
        ("UPDATE users SET a = 1;", [(BACKFILL, "warning", "")]),
        ("VACUUM FULL orders;", [("locks/vacuum-full", "error", ORDERS)]),
        (
            "BEGIN; ALTER TABLE orders ADD a int; UPDATE orders SET a = 1; COMMIT;",
            [(TOGETHER, "error", ORDERS), (BACKFILL, "error", ORDERS)],
        ),
        ("BEGIN; ALTER TABLE plans ADD a int; UPDATE plans SET a = 1; COMMIT;", []),
        (
            "BEGIN; ALTER TABLE plans ADD a int; CREATE INDEX i ON orders (a); COMMIT;",
            [(INDEX, "error", ORDERS), ("locks/statement-after-exclusive-lock", "error", ORDERS)],
        ),
        (
            "CREATE TABLE pets (id int PRIMARY KEY); CREATE TABLE orders (pet_id int REFERENCES pets);",
            [(KEY, "warning", "")],
        ),
        ("CREATE TABLE pets (id int PRIMARY KEY); CREATE TABLE plans (pet_id int REFERENCES pets);", []),
    ],
)
def test_the_tables_of_a_finding(sql: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(sized(TABLES), sql) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("orders", [(REPEATED, "warning", ORDERS)]),
        ("plans", [(REPEATED, "info", "")]),
        ("users", [(REPEATED, "info", "")]),
    ],
)
def test_a_rule_about_several_statements(table: str, expected: list[tuple[str, str, str]]) -> None:
    sql = f"ALTER TABLE {table} ADD CHECK (a > 0); ALTER TABLE {table} ADD CHECK (b > 0);"
    assert found(sized(TABLES), sql, f"CREATE TABLE {table} (a int, b int);") == expected


COPY = "ALTER TABLE orders ADD INDEX i (a), ALGORITHM=COPY;"


@pytest.mark.parametrize(
    ("engine", "rule", "sql", "expected"),
    [
        ("mysql 8.0", "locks/copy-algorithm", COPY, [("error", ORDERS)]),
        ("mysql 8.0", "locks/copy-algorithm", COPY.replace("orders", "plans"), []),
        ("mysql 8.0", "locks/copy-algorithm", COPY.replace("orders", "users"), [("warning", "")]),
        (
            "mysql 8.0",
            "locks/copy-algorithm",
            COPY.replace("orders", "`Orders`"),
            [("error", ORDERS.replace("o", "O", 1))],
        ),
        ("mysql 8.0", "locks/copy-algorithm", COPY.replace("orders", "audit.log"), [("error", LOG)]),
        ("mariadb 10.11", BACKFILL, "UPDATE orders SET a = 1;", [("error", ORDERS)]),
        ("sqlite", BACKFILL, "UPDATE orders SET a = 1;", [("warning", ORDERS)]),
        ("sqlite", BACKFILL, "UPDATE main.plans SET a = 1;", []),
    ],
)
def test_other_engines(engine: str, rule: str, sql: str, expected: list[tuple[str, str]]) -> None:
    assert [told[1:] for told in found(sized(TABLES, engine=engine, select=[rule]), sql)] == expected


@pytest.mark.parametrize(("table", "severities"), [("orders", ["error"]), ("plans", []), ("users", ["warning"])])
def test_a_rule_about_another_migration(table: str, severities: list[str]) -> None:
    files = [SourceFile("1.sql", f"CREATE TABLE {table} (a enum('x', 'z'));")]
    files.append(SourceFile("2.sql", f"ALTER TABLE {table} MODIFY a enum('x', 'y', 'z');"))
    config = sized(TABLES, engine="mysql 8.0", select=["locks/enum-redefinition-copy"])
    assert [finding.severity.value for finding in Project(files, config).report().findings] == severities


@pytest.mark.parametrize(
    ("profile", "severity"),
    [("recommended", "warning"), ("strict", "error")],
)
def test_a_profile_raises_first(profile: str, severity: str) -> None:
    config = sized("orders = 'large'", profile=profile, select=[TYPE])
    (finding,) = review_text("ALTER TABLE orders ALTER a TYPE text;", config=config).findings
    assert finding.severity == severity


def test_a_file_with_sizes_is_read_where_a_project_names_it(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name, rows in {"shop": 12, "billing": 12_000_000}.items():
        folder = tmp_path / name
        folder.mkdir()
        (folder / "sqlreview.toml").write_text('extends = "../base.toml"\nsizes = "sizes.toml"\n')
        (folder / "sizes.toml").write_text(f'[tables]\n"public.orders" = {{ rows = {rows} }}\nusers = "small"\n')
        (folder / "1.sql").write_text(BUILD + BUILD.replace("orders", "users"))
    (tmp_path / "base.toml").write_text(f'engine = "postgres 15"\nselect = ["{INDEX}"]\n[tables]\nusers = "large"\n')
    report = review_paths([tmp_path])
    told = [
        (Path(finding.path).parent.name, finding.severity.value, finding.message[-36:]) for finding in report.findings
    ]
    assert told == [
        ("billing", "error", " `orders` has about 12,000,000 rows."),
        ("billing", "error", "as been built. `users` is a large table."[-36:]),
        ("shop", "error", "as been built. `users` is a large table."[-36:]),
    ]


def told_everywhere(
    folder: Path, session: Session, capsys: pytest.CaptureFixture[str]
) -> tuple[list[tuple[str, str]], list[tuple[str, str]], list[tuple[str, str]]]:
    """Severity and message of what the API, the command line and the server find."""
    path = folder / "1.sql"
    main(["check", str(folder), "--format", "json"])
    printed = json.loads(capsys.readouterr().out)["findings"]
    published = json.loads(session.pull(path.as_uri(), None) or "{}")["items"]
    levels = {1: "error", 2: "warning", 3: "info", 4: "hint"}
    return (
        [(finding.severity.value, finding.message) for finding in review_paths([folder]).findings],
        [(finding["severity"], finding["message"]) for finding in printed],
        [(levels[item["severity"]], item["message"]) for item in published],
    )


def test_every_way_to_ask_gives_the_same_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "sqlreview.toml").write_text('engine = "postgres 15"\nselect = ["locks"]\nsizes = "sizes.toml"\n')
    sizes, migration = tmp_path / "sizes.toml", tmp_path / "1.sql"
    sizes.write_text('[tables]\n"public.orders" = { rows = 12_000_000 }\n"public.users" = "small"\n')
    migration.write_text(BUILD + "\nVACUUM FULL users;\nCREATE INDEX j ON users (a);\n")
    said: list[str] = []
    session = Session("utf-16", [str(tmp_path)], said.append)
    session.open(migration.as_uri(), str(migration), "sql", 1, migration.read_text())
    api, command, server = told_everywhere(tmp_path, session, capsys)
    assert api == command == server
    assert [severity for severity, message in api if message.endswith(ORDERS)] == ["error"]
    sizes.write_text("[tables]\norders = 'small'\n")
    session.disk_changed([str(sizes)])
    api, command, server = told_everywhere(tmp_path, session, capsys)
    assert api == command == server
    assert not [message for _, message in api if "until the index" in message and "orders" in message]
    assert [severity for severity, message in api if "until the index" in message] == ["warning"]
    assert said == []


def test_paths_may_have_sizes_of_their_own() -> None:
    config = sized("orders = 'large'", overrides=[{"paths": ["b/"], "tables": {"orders": "small"}}])
    files = [SourceFile("a/1.sql", BUILD), SourceFile("b/1.sql", BUILD)]
    assert [finding.path for finding in Project(files, config).report().findings] == ["a/1.sql"]


def test_an_edit_finds_what_a_new_review_finds() -> None:
    config = sized(TABLES)
    project = Project([SourceFile("a.sql", "CREATE TABLE orders (a int);"), SourceFile("b.sql", BUILD)], config)
    project.edit("a.sql", 0, len("CREATE TABLE orders (a int);"), "CREATE TABLE audit.orders (a int);")
    files = [SourceFile("a.sql", "CREATE TABLE audit.orders (a int);"), SourceFile("b.sql", BUILD)]
    assert project.report().findings == Project(files, config).report().findings
    assert [finding.severity.value for finding in project.report().findings] == ["error"]


def test_the_server_reads_a_changed_file_with_sizes_again(tmp_path: Path) -> None:
    said: list[str] = []
    sizes = tmp_path / "sizes.toml"
    (tmp_path / ".git").mkdir()
    (tmp_path / "sqlreview.toml").write_text('sizes = "sizes.toml"\n')
    configurations = Configurations(said.append)

    def kind() -> str | None:
        config = configurations.of(str(tmp_path))
        return config.sizes.of(("public", "orders")).kind if config.sizes else None

    def written(text: str, moment: int) -> None:
        sizes.write_text(text)
        os.utime(sizes, (moment, moment))

    assert kind() is None
    assert said
    assert configurations.holds(sizes)
    written("[tables]\norders = 'small'\n", 1_000)
    assert kind() == "small"
    assert configurations.of(str(tmp_path)) is configurations.of(str(tmp_path))
    written("[tables]\norders = 'large'\n", 2_000)
    assert kind() == "large"
    written("[tables]\norders = 'huge'\n", 3_000)
    assert kind() == "large"
    assert "sizes.toml:2: `tables.orders`" in said[-1]
    written("[tables]\norders = 'small'\n", 4_000)
    assert kind() == "small"


@pytest.mark.parametrize("text", re.findall(r"(?ms)^```toml\n(.*?)^```", PAGE.read_text(encoding="utf-8")))
def test_the_examples_of_the_page_are_valid(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sqlreview-snapshot").mkdir()
    (tmp_path / "sqlreview-snapshot" / "sizes.toml").write_text("[tables]\n")
    load_config(tomllib.loads(text))
