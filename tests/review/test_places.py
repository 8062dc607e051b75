"""What folders tell of a file counts within the project only, wherever the project lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from sqlreview import review_paths

RESET = "TRUNCATE orders;\n"
ROLE = "CREATE ROLE reporters NOLOGIN;\n"


def rules_in(folder: Path, name: str, text: str) -> set[str]:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text)
    return {finding.rule for finding in review_paths([folder]).findings}


@pytest.mark.parametrize("home", ["tests/shop", "fixtures", "seed/testdata/bench/demo", "setup/init/a/b"])
def test_a_project_below_a_folder_of_tests_is_reviewed(home: str, tmp_path: Path) -> None:
    (tmp_path / home).mkdir(parents=True)
    (tmp_path / home / "sqlreview.toml").write_text('engine = "postgres"\n')
    assert "data/truncate" in rules_in(tmp_path / home, "migrations/0002_reset.sql", RESET)
    assert "security/role-in-migration" in rules_in(tmp_path / home, "migrations/V3__roles.sql", ROLE)


@pytest.mark.parametrize("name", ["tests/0001_reset.sql", "db/fixtures/0001_orders.sql"])
def test_a_folder_of_tests_in_a_project_is_spared(name: str, tmp_path: Path) -> None:
    (tmp_path / "sqlreview.toml").write_text('engine = "postgres"\n')
    assert "data/truncate" not in rules_in(tmp_path, name, RESET)


def test_without_a_configuration_only_near_folders_count(tmp_path: Path) -> None:
    far = tmp_path / "tests" / "home" / "code" / "shop"
    far.mkdir(parents=True)
    assert "data/truncate" in rules_in(far, "migrations/0002_reset.sql", RESET)
    assert "data/truncate" not in rules_in(tmp_path / "shop", "tests/0002_reset.sql", RESET)
