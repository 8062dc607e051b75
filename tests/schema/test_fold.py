"""Each case folds its SQL; the text file beside it shows the catalog at the marked places and at the end.

`SQLREVIEW_UPDATE=1 pytest tests/schema` writes the text files anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from catalog_cases import catalogs_of
from catalog_dump import dumped

_HERE = Path(__file__).parent
_CASES = sorted((*_HERE.glob("*.sql"), *(_HERE / "partial").glob("*.sql")))


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.relative_to(_HERE).as_posix())
def test_catalog(case: Path) -> None:
    catalogs = catalogs_of(case.read_text(encoding="utf-8"))
    shown = "\n".join(f"== {title}\n{dumped(catalog)}" for title, catalog in catalogs)
    expected = case.with_suffix(".txt")
    if os.environ.get("SQLREVIEW_UPDATE"):
        expected.write_text(shown, encoding="utf-8")
    assert shown == expected.read_text(encoding="utf-8")
