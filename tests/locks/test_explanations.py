"""Impacts in plain words (explanations.json)."""

import json
from pathlib import Path

import pytest

from sqlreview.locks import Impact
from sqlreview.locks.explain import explain

CASES = json.loads((Path(__file__).parent / "explanations.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_explanation(case):
    impact = Impact(
        locks=tuple((relation, mode) for relation, mode in case.get("locks", ())),
        rewrites=tuple(case.get("rewrites", ())),
        scans=tuple(case.get("scans", ())),
        index_builds=tuple(case.get("index_builds", ())),
    )
    assert explain(impact, case.get("table")) == case["says"]
