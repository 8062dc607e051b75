"""Compares the lock models with what real servers did, as measured in tests/locks."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sqlreview.dev.measure.ranges import ordered
from sqlreview.dev.truth_comparison import Comparison, Disagreement
from sqlreview.dev.truth_mariadb import compare_mariadb
from sqlreview.dev.truth_postgres import compare_postgres
from sqlreview.dev.truth_sqlite import compare_sqlite

__all__ = ["TABLES", "Comparison", "Disagreement", "check", "compare"]

_FOLDER = Path("tests/locks")
TABLES = {
    "postgres": _FOLDER / "truth.json",
    "mariadb": _FOLDER / "mariadb_truth.json",
    "sqlite": _FOLDER / "sqlite_truth.json",
}
"""Where the facts of each engine stand in a checkout."""
_COMPARED: dict[str, Callable[[Mapping[str, Any]], Comparison]] = {
    "postgres": compare_postgres,
    "mariadb": compare_mariadb,
    "sqlite": compare_sqlite,
}


def check(engine: str, path: Path) -> Comparison:
    """Compares the model of an engine with a truth table and prints in what it differs."""
    truth = json.loads(path.read_text(encoding="utf-8"))
    comparison = compare(truth)
    reasons = {case["id"]: case["undecided"] for case in truth["cases"] if "undecided" in case}
    print(f"{engine}: {len(truth['cases'])} cases")
    for item in comparison.disagreements:
        print(f"  {item.case:53} {item.version!s:5} {item.fact:12} server {item.server}  model {item.model}")
    for name in dict.fromkeys(item.case for item in comparison.explained):
        print(f"  {name:53} {reasons[name]}")
    for version in ordered(comparison.by_version):
        print(f"  {version}: {comparison.by_version[version]} cases, {comparison.agreement_on(version):.2%} agree")
    print(f"  {comparison.runs} runs, {comparison.agreement:.2%} agree in every fact")
    return comparison


def compare(truth: Mapping[str, Any]) -> Comparison:
    """Compares every case of a truth table on every version it was measured on."""
    return _COMPARED[truth.get("engine", "postgres")](truth)
