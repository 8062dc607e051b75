"""The lock model of MySQL against its manual (mysql_manual.json), and its words (mysql_explanations.json)."""

import json
from pathlib import Path

import pytest

from sqlreview.locks import combined
from sqlreview.locks.mysql import impact_of
from sqlreview.operations.lower import operations_of
from sqlreview.schema import Catalog, CatalogEditor, Origin, Session
from sqlreview.schema.catalog import SESSION
from sqlreview.schema.fold import apply
from sqlreview.sql.engines import engine_of
from sqlreview.sql.statements import split_statements
from sqlreview.sql.tokens import Tokens

FOLDER = Path(__file__).parent
CASES = json.loads((FOLDER / "mysql_manual.json").read_text(encoding="utf-8"))
WORDS = json.loads((FOLDER / "mysql_explanations.json").read_text(encoding="utf-8"))
TABLES = """
CREATE TABLE users (id int PRIMARY KEY);
CREATE TABLE orders (
    id int PRIMARY KEY, user_id int NOT NULL, total int, status varchar(20), state enum('new', 'done'), note text,
    place point NOT NULL, KEY orders_user_id_idx (user_id)
);
"""


def impact(engine, script):
    editor = CatalogEditor(Catalog())
    editor.put(SESSION, Session(family="mysql", engine=engine))
    catalog = editor.finished()
    impacts = []
    for number, statement in enumerate(split_statements(script, engine)):
        operations = operations_of(Tokens(statement.text, engine), engine)
        impacts = []
        for operation in operations:
            origin = Origin("manual.sql", number, operation.span, number)
            impacts.append(impact_of(operation, catalog, engine, operations, origin))
            editor = CatalogEditor(catalog)
            apply(editor, operation, origin)
            catalog = editor.finished()
    return combined(*impacts)


def described(found):
    online = found.online
    words = [online.algorithm, online.lock, *(["copies"] if online.copies else [])]
    words += ["rewrites"] if found.rewrites else []
    words += ["index"] if found.index_builds else []
    return " ".join([*words, *(["refuses", online.refused] if online.refused else [])])


@pytest.mark.parametrize(
    ("engine", "case"),
    [pytest.param(name, case, id=f"{name}: {case['run']}") for case in CASES for name in case["engines"]],
)
def test_work(engine, case):
    script = f"{TABLES}{case.get('before', '')};\n{case['run']}"
    assert described(impact(engine_of(engine), script)) == case["engines"][engine]


@pytest.mark.parametrize("case", WORDS, ids=lambda case: case["run"])
def test_words(case):
    assert impact(engine_of("mysql 8.0"), TABLES + case["run"]).explain() == case["says"]


@pytest.mark.parametrize("engine", ["mysql 8.0", "mariadb 10.11"])
def test_parent_of_a_foreign_key(engine):
    added = "ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users (id)"
    locks = dict(impact(engine_of(engine), TABLES + added).locks)
    assert locks == {
        "public.orders": "EXCLUSIVE METADATA",
        "public.users": "EXCLUSIVE METADATA" if engine.startswith("mysql") else "SHARED ROWS",
    }
