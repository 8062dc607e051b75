"""Patterns give every file of a tree its value, and are as few as a person would write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from sqlreview.config import load_config
from sqlreview.path_patterns import Value, Values, moved_up, patterns_for

GOOSE, FLYWAY, PLAIN, QUERIES = Value("goose"), Value("flyway"), Value("plain", False), Value("queries", False)
NAMES = st.sampled_from(["a", "b", "c d", "[e]", "*", "!f", "#g", "h?", "\\i"])
PATHS = st.lists(NAMES, max_size=3).map(lambda parts: "/".join([*parts, ""]))
PATTERNS = ("a", "/a", "a/", "a/b", "/a/b", "*.sql", "**/b", "a/**", "!a", "\\#g", "[ab]", "a b/", "#c", "", "/")
TREES = st.dictionaries(
    st.builds(lambda folder, name, suffix: f"{folder}{name}.{suffix}", PATHS, NAMES, st.sampled_from(["sql", "ddl"])),
    st.sampled_from([GOOSE, GOOSE, GOOSE, FLYWAY, PLAIN, QUERIES, None]),
    min_size=1,
    max_size=12,
)


@given(TREES)
def test_every_file_has_its_value(values: Values) -> None:
    everywhere, patterns = patterns_for(values)
    config = load_config({"conventions": dict(patterns), **({"convention": everywhere} if everywhere else {})})
    for path, value in values.items():
        found = config.convention_for(path)
        if value is None:
            assert found is None
        elif value.is_sure or found is not None:
            assert found == value.name


@given(
    st.sampled_from(
        ["a", "/a", "a/", "a/b", "/a/b", "*.sql", "**/b", "a/**", "!a", "\\#g", "[ab]", "a b/", "#c", "", "/"]
    ),
    st.builds(lambda folder, name: f"{folder}{name}", PATHS, NAMES),
    st.sampled_from(["s", "s/t", "[s]", "s t"]),
)
def test_a_pattern_that_moves_up_matches_what_it_matched(pattern: str, path: str, below: str) -> None:
    before, after = (GitIgnoreSpec.from_lines(["x/", one]) for one in (pattern, moved_up(pattern, below)))
    assert before.match_file(path) == after.match_file(f"{below}/{path}")
    assert not after.match_file("a") or not pattern.strip("#/! ")


@pytest.mark.parametrize(
    ("values", "everywhere", "patterns"),
    [
        ({}, None, {}),
        ({"a/1.sql": GOOSE, "b/2.sql": GOOSE}, "goose", {}),
        ({"a/1.sql": PLAIN, "b/2.sql": PLAIN}, None, {}),
        ({"a/db/1.sql": GOOSE, "b/1.sql": PLAIN}, None, {"/a/": "goose"}),
        ({"a/db/1.sql": GOOSE, "a/q/1.sql": None}, None, {"/a/db/": "goose"}),
        ({f"a/{number}/up.sql": GOOSE for number in range(9)} | {"a/x.sql": QUERIES, "b/1.sql": PLAIN}, None, None),
        ({"1.my.sql": GOOSE, "2.my.sql": FLYWAY}, None, {"/1.my.sql": "goose", "/2.my.sql": "flyway"}),
        ({"1.sql": GOOSE, "2.sql": GOOSE, "a/1.sql": FLYWAY}, None, {"/*.sql": "goose", "/a/": "flyway"}),
    ],
)
def test_they_are_few(values: Values, everywhere: str | None, patterns: dict[str, str] | None) -> None:
    expected = {"/a/": "goose", "/a/x.sql": "queries"} if patterns is None else patterns
    assert patterns_for(values) == (everywhere, tuple(expected.items()))
