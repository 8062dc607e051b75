"""Subjects of rules beyond single operations and queries: statements, transactions and migrations."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from sqlreview.findings import Fix
from sqlreview.locks import Impact
from sqlreview.operations import AddColumn, AddForeignKey, CreateTable, ForeignKey, Operation
from sqlreview.operations.written import written_constraints
from sqlreview.queries import Query, Write
from sqlreview.schema import Catalog, Key, Origin, Table
from sqlreview.schema.extensions import ExtensionUse, extension_uses
from sqlreview.schema.records import RowSource
from sqlreview.text import Span

_DUMPED = ("-- PostgreSQL database dump", "-- MySQL dump ", "-- MariaDB dump ", "set_config('search_path', '', false)")
if TYPE_CHECKING:
    from sqlreview.sql.hosts.contents import Contents

_TEST_WORDS = "test tests testing testdata spec specs fixture fixtures seed seeds mock mocks"
_FOR_TESTS = frozenset(_TEST_WORDS.split())
_Kind = TypeVar("_Kind", bound=Operation)
_Other = TypeVar("_Other", bound=Operation)
_Item = TypeVar("_Item")


@dataclass(frozen=True)  # without slots: what is worked out once stays here
class Statement:
    """One statement with everything that was read from it; spans count from its beginning."""

    text: str
    operations: tuple[Operation, ...]
    queries: tuple[Query, ...]
    problem: str | None
    """Why it was not analysed; None when it was."""
    terminated: bool
    """Whether a semicolon ends it."""
    routine_operations: tuple[Operation, ...] = ()
    """What the body of a routine that it creates does whenever it is called."""
    within: tuple[Operation | Query, ...] = ()
    """What the bodies in it do, of routines and of DO."""

    @cached_property
    def foreign_keys(self) -> tuple[ForeignKey, ...]:
        """The foreign keys it writes, whichever operations carry them."""
        carriers = (item for item in self.operations if isinstance(item, CreateTable | AddColumn | AddForeignKey))
        return tuple(part for item in carriers for part in written_constraints(item) if isinstance(part, ForeignKey))

    @cached_property
    def extension_uses(self) -> tuple[ExtensionUse, ...]:
        """What in it looks as if it came with an extension."""
        parts: tuple[Operation | Query, ...] = (*self.operations, *self.queries, *self.within)
        return tuple(use for part in parts for use in extension_uses(part))


@dataclass(frozen=True, slots=True)
class Step:
    """One operation of a transaction, with its impact at that point of the history."""

    operation: Operation
    impact: Impact
    live: tuple[str, ...]
    """The relations among those it locks that others may be using: not created in this run and not temporary."""
    at: Origin
    in_body: bool = False
    """Whether it stands in a DO block."""
    table: Table | None = None
    """The table the operation names, as it finds it; None when the history does not know it."""
    key: Key | None = None
    """The key of the table the operation names, known to the history or not."""
    write: Write | None = None
    """The INSERT, UPDATE, DELETE or MERGE of a WriteRows."""
    names_live: bool = False
    """Whether the table it names is one that others may be using; true of a table the history does not know."""
    blocked: tuple[str, ...] = ()
    """The live relations that nobody can write to from here to the end of the transaction."""
    sealed: tuple[str, ...] = ()
    """The live relations that nobody can read or write from here to the end of the transaction."""
    rebuild: RowSource | None = None
    """The copy that takes the place of the table it drops or renames, if one does."""
    timeouts: tuple[tuple[str, str], ...] = ()
    """The timeouts that earlier files store for the role, the database or the server."""


@dataclass(frozen=True, slots=True)
class Transaction:
    """Statements that take effect, and release their locks, together."""

    steps: tuple[Step, ...]
    explicit: bool
    """Whether the file opens it with BEGIN."""
    wrapped: bool
    """Whether the migration tool or the caller opens it."""
    closed: bool
    """Whether COMMIT or ROLLBACK ends it; true for single statements and wrapped files."""
    rolled_back: bool
    settings: tuple[tuple[str, str], ...]
    """Settings in force at its first statement ("lock_timeout", "5s")."""
    begin: Origin | None
    """The BEGIN of an explicit transaction."""
    length: int = 0
    """Characters from the beginning of its first statement to the end of its last one, semicolon included."""
    terminated: bool = True
    """Whether a semicolon ends its last statement."""

    @property
    def has_company(self) -> bool:
        """Whether more than one statement shares it."""
        return self.explicit or self.wrapped


@dataclass(frozen=True)  # without slots: what is worked out once stays here
class Migration:
    """One file, with its transactions in order.

    A file may hold tens of thousands of statements and is checked at every keystroke, so a rule asks for the
    operations and steps of the types it is about instead of walking over all of them.
    """

    path: str
    statements: tuple[Statement, ...]
    transactions: tuple[Transaction, ...]
    origins: tuple[Origin, ...]
    """The place of each statement."""
    starts: tuple[int, ...] = ()
    """Where each statement begins in `text`."""
    text: str = ""
    """The whole file."""
    steps: tuple[Step, ...] = ()
    """The operations of all statements that lock something or take long, in order."""
    downs: frozenset[int] = frozenset()
    """The positions of the statements that undo the migration; their operations are not among those of the file."""
    undo: Literal["", "missing", "inside", "beside"] = ""
    """Where what undoes it stands: nowhere, in a section, or in another file; "" where no tool asks for it."""
    before: Catalog = field(default_factory=Catalog, compare=False, repr=False)
    """The catalog as the file finds it; the context of a migration has the one it leaves behind."""

    @overload
    def operations(self, kind: type[_Kind], /) -> list[tuple[int, _Kind]]: ...

    @overload
    def operations(self, kind: type[_Kind], other: type[_Other], /) -> list[tuple[int, _Kind | _Other]]: ...

    @overload
    def operations(self, *kinds: type[_Kind]) -> list[tuple[int, _Kind]]: ...

    def operations(self, *kinds: Any) -> list[tuple[int, Any]]:
        """The operations of these types in order, each with the position of its statement."""
        return _of_types(self._operations, kinds)

    @cached_property
    def down_operations(self) -> tuple[tuple[int, Operation], ...]:
        """The operations that undo it in order, each with the position of its statement."""
        return tuple((place, item) for place in sorted(self.downs) for item in self.statements[place].operations)

    def steps_of(self, *kinds: type[Operation]) -> list[Step]:
        """The steps whose operations are of these types, in order."""
        return _of_types(self._steps, kinds)

    @cached_property
    def is_versioned(self) -> bool:
        """Whether the file, or the folder it has for itself, is numbered, so that it runs once and never again."""
        return is_versioned(self.path)

    @cached_property
    def is_dump(self) -> bool:
        """Whether a program wrote the file to describe a whole database."""
        return any(sign in self.text[:4000] for sign in _DUMPED)

    @property
    def kinds(self) -> tuple[type[Operation], ...]:
        """The types of the operations of its statements."""
        return tuple(self._operations)

    @property
    def step_kinds(self) -> tuple[type[Operation], ...]:
        """The types of the operations of its steps, some of which stand in bodies."""
        return tuple(self._steps)

    @cached_property
    def contents(self) -> Contents | None:
        """What the file holds if it is no SQL, as a query plan; its span counts from the beginning of the file."""
        from sqlreview.sql.hosts.contents import contents_of  # few rules ask

        return contents_of(self.text)

    @cached_property
    def positions(self) -> dict[int, int]:
        """The position of each statement by its serial number, which origins have."""
        return {origin.statement: position for position, origin in enumerate(self.origins)}

    @cached_property
    def blocking(self) -> tuple[Step, ...]:
        """The steps that stop the writers of a table in use."""
        return tuple(step for step in self.steps if step.blocked)

    def whole(self, step: Step) -> Origin:
        """The place of the statement that a step belongs to; of one in a body the place of the step."""
        text = self.statements[self.positions[step.at.statement]].text
        return step.at if step.in_body else step.at.within(Span(0, len(text)))

    @cached_property
    def _operations(self) -> dict[type[Operation], list[tuple[int, tuple[int, Any]]]]:
        found: dict[type[Operation], list[tuple[int, tuple[int, Any]]]] = {}
        number = 0
        for position, statement in enumerate(self.statements):
            for operation in statement.operations if position not in self.downs else ():
                found.setdefault(type(operation), []).append((number, (position, operation)))
                number += 1
        return found

    @cached_property
    def _steps(self) -> dict[type[Operation], list[tuple[int, Step]]]:
        found: dict[type[Operation], list[tuple[int, Step]]] = {}
        for number, step in enumerate(self.steps):
            found.setdefault(type(step.operation), []).append((number, step))
        return found


@dataclass(frozen=True, slots=True)
class IgnoredName:
    """A rule or pack that a comment names between its brackets."""

    text: str
    span: Span
    """Its place, counted from the beginning of the comment."""
    is_known: bool
    """Whether an installed rule or pack has this name."""
    nearest: str
    """For an unknown name the known one that is most like it; empty without one."""
    is_unused: bool
    """Whether it silences nothing, which is known only of rules that are switched on and could look at everything."""
    removed: Fix
    replaced: Fix | None
    """The fix that writes the nearest name instead."""


@dataclass(frozen=True, slots=True)
class IgnoreComment:
    """A comment that speaks to sqlreview, seen after everything else in its file has been reviewed.

    Spans count from the beginning of the comment.
    """

    text: str
    kind: str
    """"ignore", "ignore-start", "ignore-end", "ignore-file" or "malformed"."""
    names: tuple[IgnoredName, ...]
    """What stands between the brackets; without any it means every rule."""
    reason: str
    problem: str
    """What is wrong with it, as a sentence; empty where nothing is."""
    is_unused: bool
    """Whether none of what it names silences anything."""
    removed: Fix
    """The fix that removes it, the comment that ends its block with it, and lines on which nothing else stands."""
    corrected: Fix | None = None
    """For one with a problem the fix that makes it say what it most likely means."""

    @property
    def span(self) -> Span:
        """The whole comment."""
        return Span(0, len(self.text))


@dataclass(frozen=True, slots=True)
class Filling:
    """A place of a string of a program that is filled in before the server sees it."""

    span: Span
    """Counted from the beginning of the string."""
    written: str
    """What the program puts there: `user.id`."""
    place: Literal["value", "name", "text", "expression", "clause"]
    """Where a value is compared, where a name stands, inside a string literal, where any expression stands, or where it
    may be anything, clauses included."""


@dataclass(frozen=True, slots=True)
class EmbeddedSql:
    """A fence of a document or a string of a program; spans count from the label of the fence, or from the string."""

    path: str
    kind: Literal["fence", "string"]
    sql: str
    """What of it is SQL, with blanks for everything else, and templates for what is filled in."""
    label: str
    """The word that names the language of a fence; empty for a string."""
    label_span: Span
    content: Contents | None
    """What a fence holds instead of the SQL that its label promises."""
    content_start: int
    """Where the SQL begins."""
    first: Span | None
    """The first line of its first statement; None where there is none."""
    fillings: tuple[Filling, ...]
    """What a program fills in as it is; what it binds or quotes is none."""
    is_sent: bool = False
    """Whether a string is plainly handed to a server, not only made."""
    loop: str = ""
    """The variable of a loop around a string of which its parameters are made; empty for none."""


def is_for_tests(place: str) -> bool:
    """Whether a file lies where rows are made up, and may be lost: `tests/reset.sql`, `db/seeds/users.sql`."""
    folder, _, name = place.lower().rpartition("/")
    return name in ("seed.sql", "seeds.sql") or not _FOR_TESTS.isdisjoint(folder.split("/"))


def is_versioned(path: str) -> bool:
    """Whether a file, or the folder it has for itself, is numbered: `V2__users.sql`, `20240131_users/up.sql`."""
    folder, _, name = path.rpartition("/")
    if name.lower() in ("up.sql", "migration.sql"):
        name = folder.rpartition("/")[2]
    return name[:1].isdigit() or (name[:1] in "Vv" and name[1:2].isdigit())


@dataclass(frozen=True, slots=True)
class DocumentedColumn:
    """A row of a table in a document, which describes a column."""

    column: str
    column_span: Span
    type: str
    type_span: Span


@dataclass(frozen=True, slots=True)
class DocumentedTable:
    """A heading of a document that names a table, the rows below it, and the table that the document creates.

    Spans count from the beginning of the name in the heading.
    """

    table: Table
    span: Span
    """The name in the heading."""
    rows: tuple[DocumentedColumn, ...]


def _of_types(known: dict[type[Operation], list[tuple[int, _Item]]], kinds: tuple[type[Operation], ...]) -> list[_Item]:
    found = [items for kind, items in known.items() if issubclass(kind, kinds)]
    numbered = found[0] if len(found) == 1 else sorted(chain.from_iterable(found), key=itemgetter(0))
    return [item for _, item in numbered]
