"""Positions and edits, compared with slow but obvious ways to compute them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sqlreview.text import Edit, Encoding, LineIndex, Span, apply_edits

TEXTS = st.text(alphabet="ab\n\r\té€𐐷\u2028\x0b\x0c\x85\x1c", max_size=60)
ENCODINGS: st.SearchStrategy[Encoding] = st.sampled_from(["utf-8", "utf-16", "utf-32"])
UNIT_BYTES = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


def obvious_position(text: str, offset: int, encoding: Encoding) -> tuple[int, int]:
    line, begin, index = 0, 0, 0
    while index < offset:
        ends = text[index] == "\n" or (text[index] == "\r" and text[index + 1 : index + 2] != "\n")
        index += 1
        if ends:
            line, begin = line + 1, index
    codec = encoding if encoding == "utf-8" else f"{encoding}-le"
    return line, len(text[begin:offset].encode(codec)) // UNIT_BYTES[encoding]


@given(TEXTS, ENCODINGS, st.data())
def test_a_position_counts_lines_and_units(text: str, encoding: Encoding, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    assert LineIndex(text).position(offset, encoding) == obvious_position(text, offset, encoding)


@given(TEXTS, ENCODINGS, st.data())
def test_an_offset_is_the_inverse_of_its_position(text: str, encoding: Encoding, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    index = LineIndex(text)
    line, column = index.position(offset, encoding)
    inside_line_end = text[offset - 1 : offset + 1] == "\r\n"
    assert index.offset(line, column, encoding) == (offset - 1 if inside_line_end else offset)


@given(TEXTS, ENCODINGS, st.integers(0, 70), st.integers(0, 70))
def test_any_position_lies_in_its_line(text: str, encoding: Encoding, line: int, column: int) -> None:
    index = LineIndex(text)
    offset = index.offset(line, column, encoding)
    if line >= len(index.starts):
        assert offset == len(text)
    else:
        start, end = index.line_bounds(line)
        assert start <= offset <= end
        assert "\n" not in text[start:end]
        assert "\r" not in text[start:end]


@pytest.mark.parametrize(
    ("text", "line", "column", "encoding", "offset"),
    [
        ("a𐐷b", 0, 3, "utf-16", 2),
        ("a𐐷b", 0, 2, "utf-16", 2),  # the middle of a surrogate pair is the character after it
        ("a€b", 0, 4, "utf-8", 2),
        ("a\r\nb", 0, 9, "utf-16", 1),
        ("a\rb\nc", 2, 0, "utf-16", 4),
        ("a\u2028b\x0cc", 1, 0, "utf-16", 5),
        ("", 0, 5, "utf-8", 0),
    ],
)
def test_offsets_of(text: str, line: int, column: int, encoding: Encoding, offset: int) -> None:
    assert LineIndex(text).offset(line, column, encoding) == offset


@given(TEXTS, st.data())
def test_edits_apply_as_if_made_from_the_last_to_the_first(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8)))
    spans = [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    unique = [span for index, span in enumerate(spans) if not index or span.start > spans[index - 1].end]
    edits = [Edit(span, data.draw(st.text("xy", max_size=3))) for span in unique]
    expected = text
    for edit in reversed(edits):
        expected = expected[: edit.span.start] + edit.text + expected[edit.span.end :]
    assert apply_edits(text, data.draw(st.permutations(edits))) == expected


def test_insertions_at_one_place_keep_their_order() -> None:
    assert apply_edits("ab", [Edit.insert(1, "z"), Edit.insert(1, "y"), Edit.delete(Span(1, 2))]) == "azy"


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="overlaps"):
        apply_edits("abcd", [Edit.delete(Span(0, 2)), Edit.delete(Span(1, 3))])


def test_spans_and_edits_move_together() -> None:
    assert Edit.replace(Span(1, 2), "x").shifted(3) == Edit(Span(4, 5), "x")
    assert Span(4, 6).of("abcdefg") == "ef"
    assert [Span(1, 3).contains(offset) for offset in (0, 1, 3, 4)] == [False, True, True, False]
