"""What undoes a migration is read, but neither folded nor reviewed."""

from __future__ import annotations

import pytest

from sqlreview.config import load_config
from sqlreview.fixes import fix_files
from sqlreview.migrations.project import SourceFile
from sqlreview.project import Project

BEFORE = "CREATE TABLE t (id bigint PRIMARY KEY);\n"
DROP = "DROP TABLE t;\n"
AFTER = "ALTER TABLE t ADD COLUMN a timestamp;\n"


def reported(project: Project) -> list[tuple[str, str]]:
    return [(finding.path, finding.rule) for finding in project.report().findings]


def project_of(second: str) -> Project:
    config = load_config({"select": ["data/drop-table", "types/timestamp-without-time-zone"]})
    return Project([SourceFile("1.sql", BEFORE), SourceFile("2.sql", second), SourceFile("3.sql", AFTER)], config)


@pytest.mark.parametrize(
    "text",
    [
        f"-- +goose Up\nSELECT 1;\n-- +goose Down\n{DROP}",
        f"-- +migrate Up\nSELECT 1;\n-- +migrate Down\n{DROP}",
        f"-- migrate:up\nSELECT 1;\n-- migrate:down\n{DROP}",
        f"SELECT 1;\n---- create above / drop below ----\n{DROP}",
    ],
)
def test_down_sections_are_left_out(text: str) -> None:
    project = project_of(text)
    assert reported(project) == [("3.sql", "types/timestamp-without-time-zone")]
    marker = next(line for line in text.splitlines(keepends=True) if "own" in line or "drop below" in line)
    at = text.index(marker)
    project.edit("2.sql", at, at + len(marker), "")
    assert ("2.sql", "data/drop-table") in reported(project)
    project.edit("2.sql", at, at, marker)
    assert reported(project) == [("3.sql", "types/timestamp-without-time-zone")]


def test_down_files_are_not_fixed() -> None:
    files = [SourceFile("1.up.sql", BEFORE), SourceFile("1.down.sql", DROP, down=True), SourceFile("2.up.sql", AFTER)]
    fixed = fix_files(files, load_config({}), unsafe=True)
    assert fixed.applied == 2
    assert fixed.texts["1.down.sql"] == DROP
