"""The lock model of MariaDB against what a server did (mariadb_truth.json)."""

import json
from functools import cache
from pathlib import Path

import pytest

from sqlreview.locks import combined
from sqlreview.locks.mysql import impact_of
from sqlreview.operations.lower import operations_of
from sqlreview.schema import Catalog, CatalogEditor, Origin, Session, Table
from sqlreview.schema.catalog import SESSION
from sqlreview.schema.fold import apply
from sqlreview.sql.engines import engine_of
from sqlreview.sql.statements import split_statements
from sqlreview.sql.tokens import Tokens

TRUTH = json.loads((Path(__file__).parent / "mariadb_truth.json").read_text(encoding="utf-8"))
ENGINE = engine_of(TRUTH["version"])
REFUSED = (1845, 1846)
"""What the server answers to an ALGORITHM= or LOCK= that it cannot do."""
CASES = [case for case in TRUTH["cases"] if case.get("error") in (None, *REFUSED)]


def run(catalog, script):
    impacts = []
    for number, statement in enumerate(split_statements(script, ENGINE)):
        operations = operations_of(Tokens(statement.text, ENGINE), ENGINE)
        for operation in operations:
            origin = Origin("truth.sql", number, operation.span, number)
            impacts.append(impact_of(operation, catalog, ENGINE, operations, origin))
            editor = CatalogEditor(catalog)
            apply(editor, operation, origin)
            catalog = editor.finished()
    return catalog, combined(*impacts)


@cache
def start(names):
    editor = CatalogEditor(Catalog())
    editor.put(SESSION, Session(family="mysql", engine=ENGINE))
    return run(editor.finished(), ";\n".join(TRUTH["fixtures"][name] for name in names))[0]


def expected(case):
    if case.get("error") in REFUSED:
        return {"refused": True}
    readers = case.get("waits_for_readers_of", [])
    return {
        "refused": False,
        "algorithm": case.get("algorithm"),
        "lock": case.get("lock"),
        "copies": case.get("copies", False),
        "rewrites": case.get("rewrites", []),
        "index_builds": case.get("index_builds", []),
        "waits_for_readers_of": readers,
        "waits_for_writers_of": case.get("waits_for_writers_of", readers),
    }


def modelled(case):
    before = run(start(tuple(case["with"])), ";\n".join((case.get("setup", ""), case.get("session", ""))))[0]
    impact = run(before, case["run"])[1]
    online = impact.online
    if case.get("error") in REFUSED:
        return {"refused": online is not None and online.refused is not None}
    old = {table.name for table in before.all(Table)}
    locks = sorted((relation.removeprefix("public."), mode) for relation, mode in impact.locks)
    found = {
        "refused": online is not None and online.refused is not None,
        "algorithm": online.algorithm if online else None,
        "lock": online.lock if online else None,
        "copies": online is not None and online.copies,
        "rewrites": sorted(name.removeprefix("public.") for name in impact.rewrites),
        "index_builds": sorted(name.removeprefix("public.") for name in impact.index_builds),
        "waits_for_readers_of": [name for name, mode in locks if name in old and mode.split()[1] != "ROWS"],
        "waits_for_writers_of": [name for name, _ in locks if name in old],
    }
    if "waits_for_readers_of" not in case:  # it was not tried out
        found |= {"waits_for_readers_of": [], "waits_for_writers_of": []}
    if "algorithm" not in case:  # the statement takes no clause
        found |= {"algorithm": None, "lock": None}
    return found


@pytest.mark.parametrize("case", [case for case in CASES if "undecided" not in case], ids=lambda case: case["id"])
def test_model_agrees_with_the_server(case):
    assert modelled(case) == expected(case)


@pytest.mark.parametrize("case", [case for case in CASES if "undecided" in case], ids=lambda case: case["id"])
def test_explained_differences_still_differ(case):
    assert modelled(case) != expected(case), case["undecided"]


def test_agreement_stays_high():
    assert sum("undecided" in case for case in CASES) < 0.02 * len(CASES)
