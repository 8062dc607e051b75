"""Changes that leave every ignore comment with the statement it is about."""

from __future__ import annotations

from dataclasses import replace

from sqlreview.follow_ups import Change, PlacedEdit
from sqlreview.review import PlacedFinding
from sqlreview.sql.directives import Directive
from sqlreview.suppressions import Suppressions
from sqlreview.text import Edit, Span


def with_comments_kept(change: Change, placed: PlacedFinding, suppressions: Suppressions) -> Change | None:
    """A change whose new statements do not stand between a comment and its statement; None where they would have to."""
    entry = placed.entry
    comments = suppressions.about(Span(entry.start, entry.end))
    if not comments:
        return change
    above = [comment for comment in comments if comment.span.end <= entry.start]
    behind = len(above) < len(comments)
    edits: list[PlacedEdit] = []
    for item in change.edits:
        is_statement = item.path == placed.file.path and ";" in item.edit.text
        if is_statement and behind and item.edit.span.end == entry.end:
            return None
        if is_statement and above and item.edit.span == Span(entry.start, entry.start):
            item = PlacedEdit(item.path, Edit.insert(_line_of(above[0], placed.file.text), item.edit.text))
        edits.append(item)
    return replace(change, edits=tuple(edits))


def _line_of(comment: Directive, text: str) -> int:
    """The start of the line of a comment, or of the comment where something stands before it."""
    start = comment.span.start
    while start and text[start - 1] in " \t":
        start -= 1
    return start if start == 0 or text[start - 1] in "\r\n" else comment.span.start
