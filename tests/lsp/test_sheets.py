"""Diagnostics kept through edits are those of a review from scratch, places of related findings included."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from lsp_folder import COLUMN, CONFIGURATION, FOREIGN_KEY, INDEX, short

from sqlreview.lsp import homes
from sqlreview.lsp.documents import Change
from sqlreview.lsp.session import Session

FIRST = """\
CREATE TABLE users (id bigint PRIMARY KEY, email text);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);
"""
SECOND = """\
ALTER TABLE orders ADD COLUMN note text NOT NULL; ALTER TABLE users ADD COLUMN age int NOT NULL;
-- sqlreview: ignore[locks/blocking-index-build] small
CREATE INDEX orders_user_id_idx ON orders (user_id);
CREATE INDEX users_email_idx
    ON users (email);
/* é😀 */ ALTER TABLE orders
    ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users (id);
BEGIN;
CREATE INDEX late ON orders (note);
COMMIT;
"""
PIECES = (
    *("\n", "\r\n", "\r", " ", ";", "'", "$$", "-- ", "😀", "/*", "*/", "orders", "users"),
    *("-- sqlreview: ignore\n", f"-- sqlreview: ignore-file[{INDEX}]\n", f"-- sqlreview: ignore[no/rule, {INDEX}]\n"),
    *(f"-- sqlreview: ignore-start[{COLUMN}]\n", "-- sqlreview: ignore-end\n", "/* sqlreview: ignroe */"),
    *("NOT VALID", "ADD COLUMN x int NOT NULL", "BEGIN;", "ROLLBACK;"),
    *("DROP TABLE users;\n", "CREATE TABLE t (id int);\n", "CREATE INDEX ON orders (id);"),
    "ALTER TABLE t ADD CONSTRAINT c FOREIGN KEY (id) REFERENCES users;\n",
)


def opened(folder: Path, texts: dict[str, str]) -> Session:
    session = Session("utf-16", [str(folder)], pytest.fail)
    for name, text in texts.items():
        session.open(name, str(folder / name), "sql", 1, text)
    return session


def shown(session: Session, name: str) -> list[Any]:
    found: list[Any] = json.loads(f"[{','.join(session.pieces(session.files[name]))}]")
    return found


@pytest.mark.parametrize("configuration", [CONFIGURATION, 'select = ["all"]\n'], ids=["three rules", "all rules"])
@pytest.mark.parametrize("seed", range(12))
def test_edits_lead_to_what_a_fresh_review_finds(
    tmp_path: Path, seed: int, configuration: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where what concerns whole files is left for later."""
    monkeypatch.setattr(homes, "_PATIENCE", seed % 2 * 1000)
    (tmp_path / "sqlreview.toml").write_text(configuration)
    names = ["1_first.sql", "2_second.sql"]
    for name, text in zip(names, (FIRST, SECOND), strict=True):
        (tmp_path / name).write_text(text)
    session = opened(tmp_path, dict(zip(names, (FIRST, SECOND), strict=True)))
    dice = random.Random(seed)
    for step in range(30):
        name = dice.choice(names)
        text = session.files[name].text
        start = dice.randrange(len(text.text) + 1)
        end = min(len(text.text), start + dice.choice((0, 0, 0, 1, 2, 30)))
        change = Change(dice.choice(PIECES), text.position(start), text.position(end))
        session.change(name, step + 2, [change])
        if dice.random() < 0.7:
            for other in names:
                shown(session, other)
    session.catch_up()
    fresh = opened(tmp_path, {name: session.files[name].text.text for name in names})
    fresh.catch_up()
    for name in names:
        assert shown(session, name) == shown(fresh, name)


def test_rules_of_the_example(tmp_path: Path) -> None:
    (tmp_path / "sqlreview.toml").write_text(CONFIGURATION)
    (tmp_path / "1_first.sql").write_text(FIRST)
    session = opened(tmp_path, {"2_second.sql": SECOND})
    assert short(shown(session, "2_second.sql")) == [
        (COLUMN, 0, 40),
        (COLUMN, 0, 87),
        (INDEX, 3, 0),
        (FOREIGN_KEY, 6, 4),
        (INDEX, 8, 0),
    ]
