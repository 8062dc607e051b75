"""What stands at a place of an open file: its statement and its findings."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.history import Entry, FileState
from sqlreview.lsp.homes import Home
from sqlreview.lsp.session import OpenFile
from sqlreview.review import PlacedFinding
from sqlreview.text import Span


def state_of(file: OpenFile) -> tuple[Home, FileState] | None:
    """The project of an open file and its state there; None when it is not reviewed."""
    return (file.home, file.home.file_of(file.path)) if file.home is not None else None


def state_at(file: OpenFile, offset: int) -> tuple[Home, FileState] | None:
    """As `state_of`, with the state that has a statement at a place: SQL of every engine has one of its own."""
    if file.home is None:
        return None
    name = file.home.names[file.path]
    states = [review.history.by_path[name] for review in file.home.project.reviews_of(name)]
    place = Span(offset, offset)
    return file.home, next((state for state in states if next(entries_at(state, place), None)), states[0])


def findings_at(file: OpenFile, place: Span) -> list[PlacedFinding]:
    """The findings of an open file that touch a range, in order."""
    if file.home is None:
        return []
    home = file.home
    found = home.project.findings_of(home.names[file.path], place)
    return [placed for placed in found if _touch(placed.span, place)]


def entries_at(state: FileState, place: Span) -> Iterator[Entry]:
    """The statements that touch a range."""
    return (entry for entry in state.entries if entry.start <= place.end and place.start <= entry.end)


def _touch(left: Span, right: Span) -> bool:
    return left.start <= right.end and right.start <= left.end
