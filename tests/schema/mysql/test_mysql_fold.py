"""Each case folds its SQL as MariaDB; the text file beside it shows the catalog at the marked places and at the end.

Cases whose name begins with mysql, mysql57 or mysql9 are folded as that. SQLREVIEW_UPDATE=1 writes the text files anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from catalog_dump import dumped
from mysql_cases import catalogs_of

from sqlreview.sql.engines import engine_of

_CASES = sorted(Path(__file__).parent.glob("*.sql"))
_ENGINES = {"mysql": "mysql 8.0", "mysql57": "mysql 5.7", "mysql9": "mysql 9.0"}


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.stem)
def test_catalog(case: Path) -> None:
    engine = engine_of(_ENGINES.get(case.stem.partition("_")[0], "mariadb"))
    catalogs = catalogs_of(case.read_text(encoding="utf-8"), engine)
    shown = "\n".join(f"== {title}\n{dumped(catalog)}" for title, catalog in catalogs)
    expected = case.with_suffix(".txt")
    if os.environ.get("SQLREVIEW_UPDATE"):
        expected.write_text(shown, encoding="utf-8")
    assert shown == expected.read_text(encoding="utf-8")
