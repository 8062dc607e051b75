"""The bundled example shows every family of rules at work."""

from __future__ import annotations

from pathlib import Path

import sqlreview
from sqlreview.packs import load_packs

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_every_pack_finds_something_in_the_shop() -> None:
    report = sqlreview.review_paths([EXAMPLES])
    packs = {finding.rule.partition("/")[0] for finding in report.findings}
    assert packs == set(load_packs().names) - {"cql"}  # the shop has no Cassandra
    assert not report.not_analysed
    assert not report.errors
