"""What a parser sees in place of templates and variables: two lines per case in masks.txt, written and masked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sql_cases import cases

from sqlreview.sql.bodies import masked_for_parser


@pytest.mark.parametrize("case", cases("masks.txt"))
def test_masked_for_parser(case: str) -> None:
    written, masked = case.rstrip("\n").split("\n")
    assert masked_for_parser(written) == masked


@given(st.text("{}%#$x@:?'\"()[]-/* \n1", max_size=40))
def test_masking_keeps_every_length(text: str) -> None:
    assert len(masked_for_parser(text)) == len(text)
