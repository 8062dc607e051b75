"""An edited project says what a project made anew from the same texts says."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from sqlreview.config import load_config
from sqlreview.migrations.project import SourceFile
from sqlreview.project import Project

EXAMPLES = Path(__file__).parents[2] / "examples" / "shop"
EXTRA = {
    "0007_more.sql": """
CREATE TABLE carts (id bigint PRIMARY KEY, customer_id bigint REFERENCES customers);
CREATE INDEX carts_customer ON carts (customer_id);
BEGIN;
SET LOCAL lock_timeout = '2s';
ALTER TABLE carts ADD COLUMN note text;
ALTER TABLE orders ADD COLUMN cart_id bigint REFERENCES carts;
ROLLBACK;
ALTER TABLE carts RENAME TO baskets;
SET search_path = shop, public;
CREATE VIEW big_orders AS SELECT id, customer_id FROM orders;
DROP TABLE baskets CASCADE;
""",
}
FRAGMENTS = (
    ";",
    "\n",
    "-- note\n",
    "'",
    "(",
    ")",
    "$$",
    "BEGIN;\n",
    "COMMIT;\n",
    "ROLLBACK;\n",
    "ALTER TABLE orders ADD COLUMN x int NOT NULL;\n",
    "CREATE INDEX i ON reviews (product_id);\n",
    "DROP TABLE orders;\n",
    "DROP INDEX orders_customer_id_idx;\n",
    "ALTER TABLE customers RENAME TO clients;\n",
    "SET search_path = other;\n",
    "CREATE TABLE orders (id int);\n",
    "x",
)


OVERRIDES = [
    {"paths": ["0001*"], "ignore": ["keys", "indexes"]},
    {"paths": ["0003*", "0007*"], "select": ["locks", "keys", "transactions"], "severity": {"locks": "hint"}},
]


def sources() -> list[SourceFile]:
    files = [SourceFile(path.name, path.read_text()) for path in sorted((EXAMPLES / "migrations").glob("*.sql"))]
    return files + [SourceFile(name, text) for name, text in EXTRA.items()]


def said(project: Project) -> list[tuple[object, ...]]:
    return [
        (finding.path, finding.range, finding.rule, finding.severity, finding.message, finding.fixes, finding.related)
        for finding in project.report().findings
    ]


@pytest.mark.parametrize("seed", range(12))
def test_edits_give_what_a_fresh_review_gives(seed: int) -> None:
    chance = random.Random(seed)
    config = load_config({"engine": "postgres", "select": ["all"], "overrides": OVERRIDES if seed % 3 == 0 else []})
    files = sources()
    project = Project(files, config)
    texts = {file.path: file.text for file in files}
    for step in range(25):
        path = chance.choice(list(texts))
        text = texts[path]
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((0, 0, 0, 1, 5, 60)))
        inserted = chance.choice(FRAGMENTS) if chance.random() < 0.8 else ""
        texts[path] = text[:start] + inserted + text[end:]
        project.edit(path, start, end, inserted)
        fresh = Project([SourceFile(name, texts[name]) for name in texts], config)
        assert said(project) == said(fresh), f"step {step}: {path} {start}-{end} {inserted!r}"
        edited = next(iter(project.reviews.values())).history
        anew = next(iter(fresh.reviews.values())).history
        assert set(edited.final.objects) == set(anew.final.objects)


OTHERS = [
    (  # a rule about migrations asks whether there are other tables before it; no statement does
        ["", "DROP TABLE IF EXISTS a;\nCREATE TABLE a (id int);\n"],
        (0, 0, 0, "CREATE TABLE other (id int);\n"),
        "data/drop-and-recreate-table",
    ),
    (  # the column that has the type is in a table which DROP TYPE does not name
        ["CREATE TYPE mood AS ENUM ('a');\n", "CREATE TABLE t (m int);\n", "DROP TYPE IF EXISTS mood;\n"],
        (1, 18, 21, "mood"),
        "compat/drop-type",
    ),
]


@pytest.mark.parametrize(("texts", "edit", "rule"), OTHERS, ids=[case[2] for case in OTHERS])
def test_what_a_rule_about_a_file_asks_of_the_schema_is_remembered(
    texts: list[str], edit: tuple[int, int, int, str], rule: str
) -> None:
    """The edit takes the finding away, or brings it, although no statement of its file is evaluated again."""
    config = load_config({"engine": "postgres", "select": [rule]})
    names = [f"{number}.sql" for number in range(1, len(texts) + 1)]
    project = Project([SourceFile(name, text) for name, text in zip(names, texts, strict=True)], config)
    before = said(project)
    position, start, end, inserted = edit
    texts = [*texts]
    texts[position] = texts[position][:start] + inserted + texts[position][end:]
    project.edit(names[position], start, end, inserted)
    fresh = Project([SourceFile(name, text) for name, text in zip(names, texts, strict=True)], config)
    assert said(project) == said(fresh)
    assert said(project) != before
