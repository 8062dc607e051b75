"""Directives of a file: each case in directives*.txt is SQL, `---`, and one line per directive."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sql_cases import cases

from sqlreview.sql.directives import Directive, directives_of
from sqlreview.sql.engines import engine_of


@pytest.mark.parametrize("case", cases("directives.txt"))
def test_directives_of(case: str) -> None:
    check(case, "postgres")


@pytest.mark.parametrize("case", cases("directives_mysql.txt"))
@pytest.mark.parametrize("engine", ["mysql", "mariadb"])
def test_directives_in_mysql(case: str, engine: str) -> None:
    check(case, engine)


@pytest.mark.parametrize("case", cases("directives_sqlite.txt"))
def test_directives_in_sqlite(case: str) -> None:
    check(case, "sqlite")


def check(case: str, engine: str) -> None:
    text, expected = case.split("---\n")
    found = directives_of(text, engine=engine_of(engine))
    assert [_described(text, directive) for directive in found] == expected.splitlines()


def _described(text: str, directive: Directive) -> str:
    assert "sqlreview:" in directive.span.of(text)
    assert text[directive.span.start : directive.span.start + 2].startswith(("--", "/*", "#"))
    assert [place.of(text) for place in directive.places] == list(directive.rules)
    target = " ".join(directive.target.of(text).split()) if directive.target else "nothing"
    return f"{directive.kind} [{' '.join(directive.rules)}] ({directive.reason}) on: {target}"


PIECES = [*"-/*#[],'`\"$;\n\r\\ (", "sqlreview:", "ignore", "-file", "-start", "-end", "DO $$", "a/b"]
TEXTS = st.lists(st.sampled_from(PIECES)).map("".join)


@given(TEXTS, st.sampled_from(["postgres", "mysql", "sqlite"]))
def test_any_text_is_survived(text: str, engine: str) -> None:
    for directive in directives_of(text, engine=engine_of(engine)):
        assert "sqlreview:" in directive.span.of(text)
        if directive.correction is not None:
            assert directive.span.start <= directive.correction.span.start <= directive.span.end
