"""Column definitions of CREATE TABLE, ADD COLUMN and composite types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlreview.operations.parts import (
    Check,
    ColumnDefinition,
    ColumnType,
    Constraint,
    Expression,
    Generated,
    Identity,
    NotNull,
    PrimaryKey,
    Unique,
)
from sqlreview.operations.readers.constraints import (
    read_check,
    read_key_tail,
    read_nulls_not_distinct,
    read_references,
    read_timing,
)
from sqlreview.operations.readers.data_types import read_type
from sqlreview.operations.readers.expressions import COLUMN_CLAUSES, read_expression
from sqlreview.sql.cursor import Cursor, Identifier, Name, Unreadable
from sqlreview.text import Span


@dataclass(slots=True)
class _Clauses:
    """What the clauses after the type have said so far."""

    column: Identifier
    default: Expression | None = None
    default_span: Span | None = None
    not_null: NotNull | None = None
    null_span: Span | None = None
    identity: Identity | None = None
    generated: Generated | None = None
    collation: str | None = None
    constraints: list[Constraint] = field(default_factory=list)


def read_column_definition(cursor: Cursor) -> ColumnDefinition:
    """Reads a column up to the end of the cursor; raises Unreadable at the first clause that it does not know."""
    first = cursor.at
    name = cursor.identifier()
    column_type = _read_column_type(cursor)
    clauses = _Clauses(name)
    while not cursor.done:
        _read_clause(cursor, clauses)
    return _definition(cursor.span_from(first), column_type, clauses)


def read_column_start(cursor: Cursor) -> ColumnDefinition:
    """Reads only the name and the type, for a column whose clauses cannot be read."""
    first = cursor.at
    name = cursor.identifier()
    column_type = _read_column_type(cursor)
    return _definition(cursor.span_from(first), column_type, _Clauses(name))


def _definition(span: Span, column_type: ColumnType | None, clauses: _Clauses) -> ColumnDefinition:
    return ColumnDefinition(
        span=span,
        name=clauses.column,
        type=column_type,
        default=clauses.default,
        default_span=clauses.default_span,
        not_null=clauses.not_null,
        null_span=clauses.null_span,
        identity=clauses.identity,
        generated=clauses.generated,
        collation=clauses.collation,
        constraints=tuple(clauses.constraints),
    )


def _read_column_type(cursor: Cursor) -> ColumnType | None:
    is_clause = cursor.word in _CLAUSES and cursor.peek() != "."  # storage.kind is the type of a schema
    if cursor.done or is_clause or cursor.accept("WITH", "OPTIONS"):
        return None
    return read_type(cursor)


def _read_clause(cursor: Cursor, clauses: _Clauses) -> None:
    first = cursor.at
    name = cursor.identifier() if cursor.accept("CONSTRAINT") else None
    reader = _CLAUSES.get(cursor.word)
    if reader is None or cursor.word == "CONSTRAINT":
        raise Unreadable(f"unexpected {cursor.word or 'end'} in the definition of column {clauses.column}")
    reader(cursor, first, name, clauses)


def _read_default(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    cursor.next()
    clauses.default = read_expression(cursor, COLUMN_CLAUSES)
    clauses.default_span = cursor.span_from(first)


def _read_not_null(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    cursor.expect("NOT", "NULL")
    timing = read_timing(cursor)
    clauses.not_null = NotNull(span=cursor.span_from(first), name=name, columns=(clauses.column,), timing=timing)


def _read_null(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    cursor.next()
    clauses.null_span = cursor.span_from(first)


def _read_primary_key(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    cursor.expect("PRIMARY", "KEY")
    tail = read_key_tail(cursor)
    key = PrimaryKey(
        span=cursor.span_from(first), name=name, columns=(clauses.column,), include=tail.include, timing=tail.timing
    )
    clauses.constraints.append(key)


def _read_unique(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    cursor.next()
    nulls_not_distinct = read_nulls_not_distinct(cursor)
    tail = read_key_tail(cursor)
    key = Unique(
        span=cursor.span_from(first),
        name=name,
        columns=(clauses.column,),
        include=tail.include,
        nulls_not_distinct=nulls_not_distinct,
        timing=tail.timing,
    )
    clauses.constraints.append(key)


def _read_check(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    expression = read_check(cursor)
    timing = read_timing(cursor)
    check = Check(span=cursor.span_from(first), name=name, expression=expression, timing=timing)
    clauses.constraints.append(check)


def _read_references(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    clauses.constraints.append(read_references(cursor, first, name, (clauses.column,)))


def _read_generated(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    if cursor.sees("GENERATED", "ALWAYS", "AS", "("):
        cursor.at += 3
        expression = read_expression(cursor.group())
        stored = cursor.accept_any("STORED", "VIRTUAL") == "STORED"
        clauses.generated = Generated(span=cursor.span_from(first), expression=expression, stored=stored)
        return
    clauses.identity = read_identity(cursor)


def read_identity(cursor: Cursor) -> Identity:
    """Reads GENERATED ALWAYS|BY DEFAULT AS IDENTITY [(options)]."""
    first = cursor.at
    cursor.expect("GENERATED")
    always = cursor.accept("ALWAYS")
    if not always:
        cursor.expect("BY", "DEFAULT")
    cursor.expect("AS", "IDENTITY")
    sequence, has_options = _read_sequence(cursor.group()) if cursor.word == "(" else (None, False)
    return Identity(span=cursor.span_from(first), always=always, sequence=sequence, has_options=has_options)


def _read_sequence(options: Cursor) -> tuple[Name | None, bool]:
    """The name among the options of a sequence, and whether there are others."""
    first = options.at
    if not options.skip_to("SEQUENCE"):
        return None, options.at > first
    before = options.at > first
    options.expect("SEQUENCE", "NAME")
    return options.name(), before or not options.done


def _read_collation(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    cursor.next()
    clauses.collation = cursor.name().text


def _skip_word_clause(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    cursor.next()
    cursor.identifier()


def _skip_options(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    cursor.next()
    cursor.group()


def _reject(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    raise Unreadable("expected a constraint after CONSTRAINT")


_CLAUSES: dict[str, Callable[[Cursor, int, Identifier | None, _Clauses], None]] = {
    "CONSTRAINT": _reject,
    "DEFAULT": _read_default,
    "NOT": _read_not_null,
    "NULL": _read_null,
    "PRIMARY": _read_primary_key,
    "UNIQUE": _read_unique,
    "CHECK": _read_check,
    "REFERENCES": _read_references,
    "GENERATED": _read_generated,
    "COLLATE": _read_collation,
    "STORAGE": _skip_word_clause,
    "COMPRESSION": _skip_word_clause,
    "OPTIONS": _skip_options,
}
