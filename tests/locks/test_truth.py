"""The lock model against what servers did (truth.json)."""

import json
from pathlib import Path

from sqlreview.dev.truth import compare

TRUTH = json.loads((Path(__file__).parent / "truth.json").read_text(encoding="utf-8"))
COMPARISON = compare(TRUTH)


def test_model_agrees_with_servers():
    assert COMPARISON.disagreements == ()


def test_explained_differences_still_differ():
    differing = {item.case for item in COMPARISON.explained}
    assert {case["id"] for case in TRUTH["cases"] if "undecided" in case} == differing


def test_agreement_stays_high():
    assert COMPARISON.agreement > 0.98
