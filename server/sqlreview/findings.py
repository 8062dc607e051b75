"""What a rule answers with: findings, fixes and related places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlreview.operations import Operation
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

    A safe fix leads to the same final schema and the same query results with less harm, and stays in its file; an
    unsafe one changes what the SQL means in a way its author most likely wants, or creates files; guidance shows text
    that needs a human's completion and is offered in editors only.
    """

    SAFE = "safe"
    UNSAFE = "unsafe"
    GUIDANCE = "guidance"


Place = Span | Origin
"""A span of the statement under review, or the origin of an object elsewhere in the history."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A migration of its own that comes after all there are: a rule knows its SQL, the migration tool its files."""

    verb: str
    """With the name it makes the title: "create", "validate"."""
    name: str
    """The object it is about, as the database stores it."""
    up: str
    """Its statements, each with its semicolon."""
    down: str | None = None
    """What undoes it; None when nothing has to."""
    in_transaction: bool = True
    """False when the server refuses it inside a transaction."""
    atomic: bool = False
    """Whether its statements take effect together: where the tool opens no transaction, the file opens one."""


@dataclass(frozen=True, slots=True)
class Undo:
    """What a down section has to say in the place of what undid an operation."""

    operation: Operation
    """The operation that the fix replaces."""
    text: str
    """What undoes its replacement: an action of ALTER TABLE, or a `whole` statement without its semicolon."""
    whole: bool = False
    before: bool = False
    """Whether it is a statement to be run before what is there, which stays."""


@dataclass(frozen=True, slots=True)
class Fix:
    """What makes a finding go away; spans count from the beginning of the statement under review.

    For findings placed at an Origin the edits count from the beginning of that origin's statement. A fix with edits
    and migrations moves work from this migration to later ones: it is offered where nothing in between depends on it.
    """

    title: str
    """Imperative, at most 40 characters: "Add NOT VALID"."""
    edits: tuple[Edit, ...]
    kind: FixKind = FixKind.SAFE
    migrations: tuple[FollowUp, ...] = ()
    """Steps that need files of their own; such a fix is never safe."""
    apart: bool = False
    """Whether the statements it adds must not share a transaction with those that are there."""
    unwraps: bool = False
    """Whether the tool has to be told to open no transaction around the file, in which the statement stands alone."""
    applied: bool = False
    """Whether it is for a migration that has been applied, which nobody edits any more."""
    until: datetime | None = None
    """The moment, in UTC, after which it would do harm."""
    undo: Undo | None = None
    """For edits that put something else in the place of an operation: what then undoes the migration."""


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
