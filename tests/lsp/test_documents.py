"""Texts under edits agree with an independent, slow reading of the protocol's rules."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sqlreview.lsp.documents import Change, Text, difference
from sqlreview.text import Encoding

PIECES = st.sampled_from(
    ["a", "bc", ";", "\n", "\r", "\r\n", "\t", "é", "漢", "😀", "\f", "\x0b", "\x85", "\u2028", ""]
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)
PLACES = st.tuples(st.integers(0, 8), st.integers(0, 9))
ENCODINGS: list[Encoding] = ["utf-8", "utf-16", "utf-32"]


def slow_lines(text: str) -> list[str]:
    return re.split(r"(?<=\r\n)|(?<=\n)|(?<=\r)(?!\n)", text)


def slow_size(character: str, encoding: Encoding) -> int:
    return {"utf-8": len(character.encode()), "utf-16": len(character.encode("utf-16-le")) // 2, "utf-32": 1}[encoding]


def slow_offset(text: str, place: tuple[int, int], encoding: Encoding) -> int:
    lines = slow_lines(text)
    line, column = place
    if line >= len(lines):
        return len(text)
    offset = sum(map(len, lines[:line]))
    for character in lines[line].rstrip("\r\n"):
        column -= slow_size(character, encoding)
        if column < 0:
            break
        offset += 1
    return offset


@given(TEXTS, st.lists(st.tuples(PLACES, PLACES, TEXTS), max_size=6), st.sampled_from(ENCODINGS))
@settings(max_examples=600, deadline=None)
def test_edits(start: str, edits: list[tuple[tuple[int, int], tuple[int, int], str]], encoding: Encoding) -> None:
    text, expected = Text(start, encoding), start
    for first, second, inserted in edits:
        begin, end = sorted((slow_offset(expected, first, encoding), slow_offset(expected, second, encoding)))
        expected = expected[:begin] + inserted + expected[end:]
        text.apply(Change(inserted, first, second))
        assert text.text == expected
        lines = slow_lines(expected)
        assert [text.line_start(line) for line in range(text.line_count)] == [
            sum(map(len, lines[:number])) for number in range(len(lines))
        ]
        for offset in range(len(expected) + 1):
            line = text.line_of(offset)
            assert text.line_start(line) <= offset
            assert line + 1 == text.line_count or offset < text.line_start(line + 1)


@given(TEXTS, st.sampled_from(ENCODINGS))
@settings(max_examples=200, deadline=None)
def test_positions_lead_back(start: str, encoding: Encoding) -> None:
    text = Text(start, encoding)
    for offset in range(len(start) + 1):
        place = text.position(offset)
        at_line_end = start[offset - 1 : offset + 1] == "\r\n"
        assert at_line_end or text.offset(place) == slow_offset(start, place, encoding) == offset


@given(TEXTS, TEXTS)
def test_difference(before: str, after: str) -> None:
    edit = difference(before, after)
    assert before[: edit.start] + edit.text + before[edit.end :] == after
    text = Text(before, "utf-16")
    text.apply(Change(after))
    assert text.text == after


@given(TEXTS, st.lists(st.tuples(PLACES, PLACES, TEXTS), min_size=1, max_size=4))
@settings(deadline=None)
def test_changes_name_everything_that_changed(
    start: str, edits: list[tuple[tuple[int, int], tuple[int, int], str]]
) -> None:
    text = Text(start, "utf-16")
    text.take_changes()
    lines = text.line_count
    for first, second, inserted in edits:
        text.apply(Change(inserted, first, second))
    changes = text.take_changes()
    assert text.text[: changes.start] == start[: changes.start]
    kept = len(text.text) - changes.end
    assert kept == 0 or text.text[-kept:] == start[-kept:]
    assert changes.added_lines == text.line_count - lines


@pytest.mark.parametrize(("column", "offset"), [(0, 0), (1, 1), (2, 1), (3, 2), (99, 2)])
def test_a_column_inside_a_character_counts_as_before_it(column: int, offset: int) -> None:
    assert Text("a😀\n", "utf-16").offset((0, column)) == offset
