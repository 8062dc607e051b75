"""Files for which the configuration has overrides are reviewed by rules of their own, also what is found at the end."""

from __future__ import annotations

import pytest

from sqlreview.config import Config, load_config
from sqlreview.fixes import fix_files
from sqlreview.migrations.project import SourceFile
from sqlreview.project import Project

KEY, INDEX, TIMEOUT = "keys/missing-primary-key", "locks/blocking-index-build", "locks/missing-lock-timeout"
FILES = (
    SourceFile("db/1.sql", "CREATE TABLE a (x int);\nCREATE TABLE b (x int);\n"),
    SourceFile("db/2.sql", "CREATE TABLE c (x int);\nCREATE INDEX i ON a (x);\n"),
    SourceFile("db/3.sql", "CREATE INDEX j ON a (x);\n"),
)
SETTINGS = {"engine": "postgres 15", "select": [KEY, INDEX]}


def found(config: Config, *edits: tuple[str, str, str]) -> list[tuple[str, int, str, str]]:
    """Path, line, rule and severity of everything found, after the edits."""
    project = Project(FILES, config)
    for path, old, new in edits:
        start = project.by_path[path].history.by_path[path].text.index(old)
        project.edit(path, start, start + len(old), new)
    return [
        (finding.path, finding.range.start.line, finding.rule, finding.severity.value)
        for finding in project.report().findings
    ]


@pytest.mark.parametrize(
    ("override", "left"),
    [
        ({"paths": ["9.sql"], "ignore": ["all"]}, {"a", "b", "c", "i", "j"}),
        ({"paths": ["1.sql"], "ignore": [KEY]}, {"c", "i", "j"}),
        ({"paths": ["2.sql"], "ignore": [INDEX]}, {"a", "b", "c", "j"}),
        ({"paths": ["2.sql", "3.sql"], "select": ["queries"]}, {"a", "b"}),
        ({"paths": ["db/", "!db/3.sql"], "severity": {"locks": "off", "keys": "off"}}, {"j"}),
    ],
)
def test_what_is_found_where(override: dict[str, object], left: set[str]) -> None:
    places = {
        "a": ("db/1.sql", 1, KEY, "error"),
        "b": ("db/1.sql", 2, KEY, "error"),
        "c": ("db/2.sql", 1, KEY, "error"),
        "i": ("db/2.sql", 2, INDEX, "warning"),
        "j": ("db/3.sql", 1, INDEX, "warning"),
    }
    expected = [place for name, place in places.items() if name in left]
    assert found(load_config({**SETTINGS, "overrides": [override]})) == expected


def test_severities_and_rules_that_are_added() -> None:
    override = {"paths": ["3.sql"], "extend-select": [TIMEOUT], "severity": {"locks": "hint"}, "profile": "strict"}
    lines = found(load_config({**SETTINGS, "select": [INDEX], "overrides": [override]}))
    assert lines == [
        ("db/2.sql", 2, INDEX, "warning"),
        ("db/3.sql", 1, INDEX, "hint"),
        ("db/3.sql", 1, TIMEOUT, "hint"),
    ]


def test_edits_lead_to_what_a_fresh_review_finds() -> None:
    config = load_config({**SETTINGS, "overrides": [{"paths": ["1.sql"], "ignore": [KEY]}]})
    assert found(config, ("db/1.sql", "b (x int)", "b (x int, y int)")) == found(config)
    moved = (("db/1.sql", "CREATE TABLE b (x int);\n", ""), ("db/2.sql", "CREATE", "CREATE TABLE b (x int);\nCREATE"))
    assert ("db/2.sql", 1, KEY, "error") in found(config, *moved)
    assert ("db/2.sql", 2, KEY, "error") in found(config, *moved)


def test_fixes_are_those_for_the_engine_of_a_file() -> None:
    config = load_config({"engine": "postgres", "select": [INDEX], "engines": {"my/": "mysql"}})
    files = [SourceFile(path, "CREATE INDEX a ON b (c);\n") for path in ("my/1.sql", "pg/1.sql")]
    texts = fix_files(files, config).texts
    assert "CONCURRENTLY" not in texts["my/1.sql"]
    assert "CONCURRENTLY" in texts["pg/1.sql"]


def test_a_strict_profile_raises_what_is_mild() -> None:
    mild = load_config({"engine": "postgres", "select": [TIMEOUT]})
    strict = load_config({"engine": "postgres", "select": [TIMEOUT], "profile": "strict"})
    assert {line[3] for line in found(mild)} == {"info"}
    assert {line[3] for line in found(strict)} == {"warning"}
