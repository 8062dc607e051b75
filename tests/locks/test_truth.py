"""The lock models against what servers did (truth.json, mariadb_truth.json, sqlite_truth.json)."""

import json
from functools import cache
from pathlib import Path

import pytest

from sqlreview.dev.measure.cases import folded, known_facts, write_table
from sqlreview.dev.truth import TABLES, compare

FOLDER = Path(__file__).parent
ENGINES = tuple(TABLES)


def path_of(engine):
    return FOLDER / TABLES[engine].name


@cache
def truth_of(engine):
    return json.loads(path_of(engine).read_text(encoding="utf-8"))


@pytest.mark.parametrize("engine", ENGINES)
def test_model_agrees_with_servers(engine):
    truth = truth_of(engine)
    comparison = compare(truth)
    assert comparison.runs > 200
    assert comparison.disagreements == ()
    undecided = {case["id"] for case in truth["cases"] if "undecided" in case}
    assert undecided == {item.case for item in comparison.explained}
    shares = {version: comparison.agreement_on(version) for version in comparison.by_version}
    assert {version: share for version, share in shares.items() if share < 0.98} == {}


@pytest.mark.parametrize("engine", ENGINES)
def test_a_table_is_as_the_command_writes_it(engine, tmp_path):
    table = truth_of(engine)
    assert len({case["id"] for case in table["cases"]}) == len(table["cases"])
    for case in table["cases"]:
        assert case["facts"] == folded(known_facts(case)), case["id"]
    write_table(tmp_path / "table.json", table)
    assert (tmp_path / "table.json").read_bytes() == path_of(engine).read_bytes()


def test_a_wrong_fact_is_a_disagreement():
    table = truth_of("sqlite")
    right = next(case for case in table["cases"] if case["run"] == ["ALTER TABLE t DROP COLUMN w"])
    wrong = {**right, "facts": [{**facts, "lock": "EXCLUSIVE"} for facts in right["facts"]]}
    found = compare({**table, "cases": [right, wrong]}).disagreements
    assert [(item.fact, item.server, item.model) for item in found] == [("lock", "EXCLUSIVE", "RESERVED")]
