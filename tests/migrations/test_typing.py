"""Marks of migration tools count as soon as they are typed: an edited project says what one made anew says."""

from __future__ import annotations

import random

import pytest

from sqlreview.config import load_config
from sqlreview.migrations.project import SourceFile
from sqlreview.project import Project

USERS = "CREATE TABLE users (id bigint PRIMARY KEY, note text);\n"
NOTE = "ALTER TABLE users ADD COLUMN more text;\nCREATE INDEX users_note_idx ON users (note);\n"
BUILD = "CREATE INDEX CONCURRENTLY users_more_idx ON users (more)\n"
FOLDERS = {
    "goose": {
        "m/1_users.sql": f"-- +goose Up\n{USERS}",
        "m/2_note.sql": f"-- +goose NO TRANSACTION\n-- +goose Up\n{NOTE}{BUILD};\n-- +goose Down\nDROP TABLE users;\n",
        "m/3_more.sql": "-- +goose Up\nALTER TABLE users ADD COLUMN last text;\n",
    },
    "liquibase": {
        "m/users.sql": f"--liquibase formatted sql\n--changeset a:1\n{USERS}"
        f"--changeset a:2 runInTransaction:false\n{BUILD}"
        f"--changeset a:3 dbms:oracle\nCREATE TABLE o (id int)\n--changeset a:4\n{NOTE}",
    },
    "dbmate": {
        "m/1_users.sql": f"-- migrate:up\n{USERS}-- migrate:down\nDROP TABLE users;\n",
        "m/2_note.sql": f"-- migrate:up transaction:false\n{BUILD}-- migrate:down\n-- migrate:up\n{NOTE}",
    },
    "golang-migrate": {
        "m/1_users.up.sql": USERS,
        "m/1_users.down.sql": "DROP TABLE users;\n",
        "m/2_note.up.sql": f"{NOTE}{BUILD};\n",
    },
    "drizzle": {
        "m/0000_users.sql": f"{USERS}--> statement-breakpoint\n{NOTE}",
        "m/0001_build.sql": f"COMMIT;--> statement-breakpoint\n{BUILD}--> statement-breakpoint\n{NOTE}",
    },
}
FRAGMENTS = (
    *("-- +goose Down\n", "-- +goose Up\n", "-- +goose NO TRANSACTION\n", "-- +goose StatementBegin\n"),
    *("--changeset a:9 runInTransaction:false\n", "--changeset b:9\n", "-- migrate:up\n", "-- migrate:down\n"),
    *(
        "--> statement-breakpoint",
        ";",
        "\n",
        "-- ",
        "BEGIN;\n",
        "COMMIT;\n",
        "SELECT 1;\n",
        "-- name: get_users\n",
        "/*",
    ),
)


def said(project: Project) -> list[tuple[object, ...]]:
    findings = [
        (finding.path, finding.range, finding.rule, finding.message, finding.related)
        for finding in project.report().findings
    ]
    files = [(file.path, [opening for _, opening in file.openings]) for _, file in project.files()]
    return [*findings, *files]


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("seed", range(3))
def test_typed_marks(folder: str, seed: int) -> None:
    random_numbers = random.Random(f"{folder} {seed}")
    texts = dict(FOLDERS[folder])
    config = load_config({"select": ["transactions", "locks", "data", "types"]})
    project = Project([SourceFile(path, text) for path, text in texts.items()], config)
    for _ in range(25):
        path = random_numbers.choice(sorted(texts))
        start = random_numbers.randrange(len(texts[path]) + 1)
        end = min(len(texts[path]), start + random_numbers.choice((0, 0, 1, 5, 40)))
        inserted = random_numbers.choice(FRAGMENTS)
        texts[path] = texts[path][:start] + inserted + texts[path][end:]
        project.edit(path, start, end, inserted)
        fresh = Project([SourceFile(path, text) for path, text in texts.items()], config)
        if project.is_outdated:
            project = fresh
        assert said(project) == said(fresh), (path, texts[path])
