"""Directives of a file: each case in directives.txt is SQL, `---`, and one line per directive."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sql_cases import cases

from sqlreview.sql.directives import Directive, directives_of


@pytest.mark.parametrize("case", cases("directives.txt"))
def test_directives_of(case: str) -> None:
    text, expected = case.split("---\n")
    assert [_described(text, directive) for directive in directives_of(text)] == expected.splitlines()


def _described(text: str, directive: Directive) -> str:
    assert "sqlreview:" in directive.span.of(text)
    assert text[directive.span.start : directive.span.start + 2] in ("--", "/*")
    target = " ".join(directive.target.of(text).split()) if directive.target else "nothing"
    return f"{directive.kind} [{' '.join(directive.rules)}] ({directive.reason}) on: {target}"


TEXTS = st.lists(st.sampled_from([*"-/*[],'$;\n\\ (", "sqlreview:", "ignore", "-file", "DO $$", "a/b"])).map("".join)


@given(TEXTS)
def test_any_text_is_survived(text: str) -> None:
    for directive in directives_of(text):
        assert "sqlreview:" in directive.span.of(text)
