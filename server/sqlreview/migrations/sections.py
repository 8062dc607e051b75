"""Sections of one file that undo its migration, as migration tools mark them."""

from __future__ import annotations

import re

from sqlreview.text import Span

_SIGNS = ("+goose", "+migrate", "migrate:", "drop below")
_MARKER = re.compile(
    r"""(?imx)
      ^--[ ]\+(?:goose|migrate)[ ](?P<direction>up|down)\b      # goose, sql-migrate
    | ^--[ \t]*+migrate:(?P<dbmate>up|down)(?!\S)                # dbmate
    | ^----[ \t]*+create[ ]above[ ]/[ ](?P<tern>drop)[ ]below[ \t]*+----   # tern
    """
)


def down_sections(text: str) -> tuple[Span, ...]:
    """The parts of a file that the tool runs only to undo the migration; most files have none."""
    if not any(sign in text for sign in _SIGNS):
        return ()
    sections: list[Span] = []
    start: int | None = None
    for match in _MARKER.finditer(text):
        is_down = (match["direction"] or match["dbmate"] or "down").lower() == "down"
        if is_down and start is None:
            start = match.start()
        elif not is_down and start is not None:
            sections.append(Span(start, match.start()))
            start = None
    if start is not None:
        sections.append(Span(start, len(text)))
    return tuple(sections)
