"""Readers of statements: every module has `READERS`, from leading words without modifiers to the reading function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlreview.operations.namespaces import Unknown
from sqlreview.operations.parts import Operation
from sqlreview.sql.cursor import Cursor
from sqlreview.sql.engines import Engine
from sqlreview.text import Span

Reader = Callable[[Cursor, Engine], tuple[Operation, ...]]
"""Reads one statement; the cursor stands at its first token."""

LONGEST_HEAD = 4
"""No statement needs more words to be told from all others."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How the statements of one family of engines are read."""

    readers: Mapping[tuple[str, ...], Reader]
    """By leading words, without modifiers such as OR REPLACE."""
    after_modifiers: Callable[[list[str]], int]
    """The position of the word after CREATE, ALTER or DROP and the modifiers behind it."""


_LONGEST_REASON = 120


def unknown(span: Span, problem: object) -> Unknown:
    """What could not be read, with a reason short enough to show (a reason may quote a whole function body)."""
    return Unknown(span=span, reason=str(problem)[:_LONGEST_REASON])


def place_of(item: Cursor) -> Span:
    """Where an item of a list stands; of an empty item the comma before it, so that there is something to point at."""
    return item.tokens.span(item.at - 1, item.at) if item.done else item.span
