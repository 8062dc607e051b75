"""What a rule answers with: findings, fixes and related places."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlreview.schema import Origin
from sqlreview.text import Edit, Span


class Severity(StrEnum):
    """How much a finding matters, most first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    HINT = "hint"

    @property
    def rank(self) -> int:
        """0 for error up to 3 for hint."""
        return list(Severity).index(self)


class FixKind(StrEnum):
    """Whether a fix may be applied without looking.

    A safe fix leads to the same final schema and the same query results with less harm; an unsafe one changes what the
    SQL means in a way its author most likely wants; guidance shows text that needs a human's completion and is offered
    in editors only.
    """

    SAFE = "safe"
    UNSAFE = "unsafe"
    GUIDANCE = "guidance"


Place = Span | Origin
"""A span of the statement under review, or the origin of an object elsewhere in the history."""


@dataclass(frozen=True, slots=True)
class Fix:
    """Text edits that make a finding go away; spans count from the beginning of the statement under review.

    For findings placed at an Origin the edits count from the beginning of that origin's statement.
    """

    title: str
    """Imperative, at most 40 characters: "Add NOT VALID"."""
    edits: tuple[Edit, ...]
    kind: FixKind = FixKind.SAFE


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains a finding."""

    message: str
    at: Place


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule found."""

    rule: str
    severity: Severity
    message: str
    at: Place
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
