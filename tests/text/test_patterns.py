"""Possessive repeats of groups mean the same as atomic groups, which Pythons that get them wrong are given instead."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sqlreview.patterns import regex, with_atomic_groups
from sqlreview.sql import lexemes

WRITTEN = {
    r"(?:ab?c)*+d": r"(?>(?:ab?c)*)d",
    r"(a|b(?:c)++)?+x*+": r"(?>(a|b(?>(?:c)+))?)x*+",
    r"(?:a){2,3}+": r"(?>(?:a){2,3})",
    r"\((?:[()\]]++|[^]()]|\))*+": r"\((?>(?:[()\]]++|[^]()]|\))*)",
    r"(?P<tag>a)(?=b)(?P=tag)": r"(?P<tag>a)(?=b)(?P=tag)",
    "(?:a)*": "(?:a)*",
    "": "",
}


@pytest.mark.parametrize(("pattern", "expected"), WRITTEN.items())
def test_only_possessive_repeats_of_groups_change(pattern: str, expected: str) -> None:
    assert with_atomic_groups(pattern) == expected


def test_comments_of_verbose_patterns_stay() -> None:
    pattern = "(?:a  # one (of\n)*+ # )*+\n b"
    assert with_atomic_groups(pattern, re.X) == "(?>(?:a  # one (of\n)*) # )*+\n b"


@pytest.mark.parametrize("pattern", ["(?:ab?c)*+", "(?:[^a/]++|a(?!/)|/(?!a))*+", "(?:x(?:a|b)?y|z)?+", "(?:ab?c)++"])
@given(text=st.text("ab/cxyz", max_size=12))
def test_matches_are_those_of_a_greedy_repeat_that_keeps_what_it_has(pattern: str, text: str) -> None:
    greedy = re.compile(f"(?>{pattern[:-1]})").match(text)
    ours = regex(pattern).match(text)
    assert (ours and ours.span()) == (greedy and greedy.span())


@pytest.mark.parametrize("name", ["TRIVIA", "STRETCH", "LITERAL", "DOLLAR_QUOTE"])
@given(text=st.text("aeE'\"$/*-;\\{}%\n ", max_size=20))
def test_the_expressions_of_the_splitter_match_alike(name: str, text: str) -> None:
    pattern: re.Pattern[str] = getattr(lexemes, name)
    other = re.compile(with_atomic_groups(pattern.pattern, pattern.flags), pattern.flags)
    assert [match.span() for match in pattern.finditer(text)] == [match.span() for match in other.finditer(text)]
