"""Ignore comments silence what they name, where they stand, and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sqlreview
from sqlreview.config import Config
from sqlreview.examples import marked_sql
from sqlreview.fixes import fix_files
from sqlreview.migrations.project import SourceFile
from sqlreview.packs import load_packs
from sqlreview.project import Project
from sqlreview.ruleset import RuleSet
from sqlreview.sql.directives import VERBS
from sqlreview.sql.engines import engine_of
from sqlreview.testing import mark_of

INDEX = "CREATE INDEX orders_status_idx ON orders (status);"
COLUMN = "ALTER TABLE orders ADD COLUMN code text NOT NULL;"
RULE = "locks/blocking-index-build"


def rules_on(sql: str) -> list[tuple[int, str]]:
    found = sqlreview.review_text(sql).findings
    return [(item.range.start.line, item.rule) for item in found if item.rule in (RULE, REQUIRED)]


REQUIRED = "data/required-column-without-default"


@pytest.mark.parametrize(
    "sql",
    [
        f"-- sqlreview: ignore[{RULE}] tiny\n{INDEX}\n",
        f"-- sqlreview: ignore[locks]\n{INDEX}\n",
        f"-- sqlreview: ignore\n{INDEX}\n",
        f"/* sqlreview: ignore[{RULE}] tiny */\n{INDEX}\n",
        f"-- sqlreview: ignore[data, {RULE}]\n-- another comment\n\n{INDEX}\n",
        f"{INDEX} -- sqlreview: ignore[{RULE}]\n",
        f"{INDEX}\n-- sqlreview: ignore-file[{RULE}]\n",
        f"-- sqlreview: ignore-file\n{INDEX}\n",
        f"-- sqlreview: ignore[{RULE}]\nCREATE INDEX orders_status_idx\n  ON orders (status);\n",
        f"CREATE INDEX orders_status_idx -- sqlreview: ignore[{RULE}]\n  ON orders (status);\n",
        f"-- sqlreview: ignore-start[{RULE}] tiny\n{INDEX}\n{INDEX}\n-- sqlreview: ignore-end[{RULE}]\n",
        f"-- sqlreview: ignore-start[{RULE}, data]\n{INDEX}\n{COLUMN}\n-- sqlreview: ignore-end[data, {RULE}]\n",
        f"-- sqlreview: ignore-start\n{COLUMN}\n{INDEX}\n-- sqlreview: ignore-end\n",
        f"-- sqlreview: ignore-start[locks]\n{INDEX}\n",
        f"/* sqlreview: ignore-start[locks] */{INDEX}/* sqlreview: ignore-end */\n",
        f"CREATE INDEX a /* sqlreview: ignore-start[locks] */ ON b (c);\n{INDEX}\n-- sqlreview: ignore-file[{RULE}]\n",
    ],
)
def test_silenced(sql: str) -> None:
    assert rules_on(sql) == []


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        (f"-- sqlreview: ignore[data]\n{INDEX}\n", [(2, RULE)]),
        (f"-- sqlreview: ignore[{RULE}]\n{INDEX}\n{INDEX}\n", [(3, RULE)]),
        (f"{INDEX}\n-- sqlreview: ignore[{RULE}]\n", [(1, RULE)]),
        (f"-- sqlreview: ignore[{RULE}\n{INDEX}\n", [(2, RULE)]),
        (f"-- sqlreview: ignroe[{RULE}]\n{INDEX}\n", [(2, RULE)]),
        (f"SELECT '-- sqlreview: ignore-file';\n{INDEX}\n", [(2, RULE)]),
        (f"-- sqlreview: ignore-file[{RULE}]\n{INDEX}\n{COLUMN}\n", [(3, REQUIRED)]),
        (
            f"-- sqlreview: ignore-start[locks]\n{COLUMN}\n{INDEX}\n-- sqlreview: ignore-end\n{INDEX}\n",
            [(2, REQUIRED), (5, RULE)],
        ),
        (f"-- sqlreview: ignore-end[locks]\n{INDEX}\n", [(2, RULE)]),
        (f"-- squawk-ignore require-concurrent-index-creation\n-- atlas:nolint\n{INDEX} -- noqa\n", [(3, RULE)]),
        (f"# sqlreview: ignore[{RULE}]\n{INDEX}\n", [(2, RULE)]),
    ],
)
def test_not_silenced(sql: str, expected: list[tuple[int, str]]) -> None:
    assert rules_on(sql) == expected


ENGINE = engine_of("postgres")
UNUSED = "docs/unused-suppression"
RULES = RuleSet(
    [
        rule()
        for rule in load_packs().rules
        if rule.id in (UNUSED, "locks/vacuum-full", "types/money-type", "queries/select-star", "naming/reserved-word")
    ],
    ENGINE,
)
PIECES = st.sampled_from(
    [
        *(
            "VACUUM FULL a;",
            "CREATE TABLE t (a money,\n  b money\n);",
            "SELECT *\n  FROM t;",
            "SELECT 1;",
            "\n",
            "\r\n",
        ),
        *(
            "-- sqlreview: ignore",
            "-- sqlreview: ignore-file",
            "-- sqlreview: ignore-start",
            "-- sqlreview: ignore-end",
        ),
        *("/* sqlreview: ignore", "/* sqlreview: ignore-start", "/* sqlreview: ignore-end", "# sqlreview: ignore"),
        *("[locks]", "[types/money-type]", "[types/money-type, locks/vacuum-full]", "[queries/select-star,locks]"),
        *(" */", " reason\n", "[no/rule]", f"[{UNUSED}]", "CREATE TABLE u (\n  a money, ", "b money", ");", " "),
        *(
            "/* sqlreview: ignore[types/money-type] */",
            "SELECT",
            "VACUUM",
            " FULL b;",
            " * FROM t",
            "DELIMITER //\n",
            "//",
        ),
    ]
)


def found_in(text: str, rules: RuleSet) -> Counter[tuple[str, str]]:
    project = Project([SourceFile("a.sql", text)], Config(rules.engine, ()), rules=rules)
    return Counter((placed.finding.rule, placed.finding.message) for placed in project.findings_of("a.sql"))


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["postgres", "mysql", "sqlite"]))
def test_removing_unused_comments_changes_no_finding(text: str, engine: str) -> None:
    rules = RuleSet(RULES.rules, engine_of(engine))
    fixed = fix_files([SourceFile("a.sql", text)], Config(rules.engine, ()), rules=rules).texts["a.sql"]
    before, after = found_in(text, rules), found_in(fixed, rules)
    assert not [finding for finding in after if finding[0] == UNUSED]
    assert after == Counter({finding: count for finding, count in before.items() if finding[0] != UNUSED})


def test_what_comments_silence_is_counted_and_can_be_shown() -> None:
    text = f"-- sqlreview: ignore[locks, types/money-type]\nVACUUM FULL a;\n-- sqlreview: ignore-file[{UNUSED}]\n"
    files = [SourceFile("a.sql", text)]
    heeding = Project(files, Config(ENGINE, ()), rules=RULES).report()
    assert (len(heeding.findings), heeding.silenced) == (0, 2)
    deaf = Project(files, Config(ENGINE, (), heeds_comments=False), rules=RULES).report()
    assert [finding.rule for finding in deaf.findings] == [UNUSED, "locks/vacuum-full"]
    assert deaf.silenced == 0


TIMEOUT = RuleSet(
    [
        rule()
        for rule in load_packs().rules
        if rule.id in (UNUSED, "locks/vacuum-full", "locks/missing-lock-timeout", "locks/validating-foreign-key")
    ],
    ENGINE,
)
CHECKED = "ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES c"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "  -- sqlreview: ignore[locks/vacuum-full] at night\nVACUUM FULL a;\n",
            "SET lock_timeout = '5s';\n  -- sqlreview: ignore[locks/vacuum-full] at night\nVACUUM FULL a;\n",
        ),
        (
            "SELECT 1;\n/* sqlreview: ignore[locks/vacuum-full] */ VACUUM FULL a;\n",
            "SELECT 1;\nSET lock_timeout = '5s';\n/* sqlreview: ignore[locks/vacuum-full] */ VACUUM FULL a;\n",
        ),
        (
            f"SET lock_timeout = '5s';\n{CHECKED}; -- sqlreview: ignore[naming]\n",
            f"SET lock_timeout = '5s';\n{CHECKED}; -- sqlreview: ignore[naming]\n",
        ),
    ],
)
def test_fixes_leave_comments_with_their_statements(text: str, expected: str) -> None:
    fixed = fix_files([SourceFile("a.sql", text)], Config(ENGINE, ()), rules=TIMEOUT, unsafe=True).texts["a.sql"]
    assert fixed == expected


PAGE = Path(__file__).parents[2] / "docs" / "suppressions.md"
FENCES = re.findall(r"(?ms)^```(sql|mysql)\n(.*?)^```$", PAGE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("language", "text"), FENCES)
def test_examples_of_the_page_hold(language: str, text: str) -> None:
    """With the rules on by default of those the page is about."""
    sql, marks = marked_sql(text)
    engine = engine_of("postgres" if language == "sql" else language)
    shown = ("docs/", "types/money-type", "locks/vacuum-full", "queries/select-star")
    rules = RuleSet([rule() for rule in load_packs().rules if rule.enabled and rule.id.startswith(shown)], engine)
    project = Project([SourceFile("a.sql", sql)], Config(engine, ()), rules=rules)
    assert tuple(sorted(mark_of(placed) for placed in project.findings_of("a.sql"))) == marks


def test_the_page_shows_every_form() -> None:
    text = "".join(sql for _, sql in FENCES)
    for verb in (*VERBS, "# sqlreview"):
        assert f"{verb}[" in text or f"{verb}:" in text
