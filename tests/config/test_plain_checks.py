"""Options are checked alike with pydantic and without it, whatever a configuration file says."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from sqlreview.config_model import PathSettings, Settings
from sqlreview.options import Options, kebab, model_of, option_names, values_of
from sqlreview.packs import load_packs
from sqlreview.plain_checks import plain_values

DECLARATIONS: list[type[Options]] = [Settings, PathSettings, *load_packs().rules]
WITH_OPTIONS = [declaration for declaration in DECLARATIONS if option_names(declaration)]
WORDS = st.sampled_from(
    ["error", "off", "warning", "never", "strict", "recommended", "true", "no", "3", "3.5", "x", ""]
)
SINGLE = st.one_of(WORDS, st.booleans(), st.integers(-3, 100), st.sampled_from([0.0, 1.0, 2.5, 14.0]))
VALUES = st.recursive(SINGLE, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=2))


@st.composite
def tables(draw: st.DrawFn) -> tuple[type[Options], dict[str, Any]]:
    declaration = draw(st.sampled_from(WITH_OPTIONS))
    names = [spelt for name in option_names(declaration) for spelt in {name, kebab(name)}]
    return declaration, draw(st.dictionaries(st.sampled_from([*names, "unknown"]), VALUES, max_size=3))


@given(tables())
@settings(max_examples=400, deadline=None, derandomize=True)
def test_the_same_values_are_accepted(case: tuple[type[Options], dict[str, Any]]) -> None:
    declaration, table = case
    values, problems = plain_values(declaration, table)
    try:
        expected = values_of(model_of(declaration).model_validate(table))
    except ValidationError as error:
        found = {(problem["type"], problem["loc"][0]) for problem in error.errors()}
        assert {problem["loc"][0] for problem in problems} == {name for _, name in found}
        return
    assert not problems
    assert values == expected
