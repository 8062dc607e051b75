"""Column definitions of CREATE TABLE and ADD COLUMN."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlreview.operations.parts import (
    Check,
    ColumnDefinition,
    ColumnType,
    Constraint,
    Expression,
    ForeignKey,
    Generated,
    IndexKey,
    NotNull,
    PrimaryKey,
    Timing,
    Unique,
)
from sqlreview.operations.readers.constraints import read_check, read_timing
from sqlreview.operations.readers.expressions import read_expression
from sqlreview.operations.readers.phrases import is_string
from sqlreview.operations.readers.sqlite.constraints import read_references, read_resolution
from sqlreview.operations.readers.sqlite.names import read_identifier, read_type, sees_name
from sqlreview.sql.cursor import Cursor, Identifier, Unreadable
from sqlreview.text import Span


@dataclass(slots=True)
class _Clauses:
    """What the clauses after the type have said so far."""

    column: Identifier
    default: Expression | None = None
    default_span: Span | None = None
    not_null: NotNull | None = None
    null_span: Span | None = None
    generated: Generated | None = None
    collation: str | None = None
    auto_increment: Span | None = None
    constraints: list[Constraint] = field(default_factory=list)


def read_column_definition(cursor: Cursor) -> ColumnDefinition:
    """Reads a column up to the end of the cursor; raises Unreadable at the first clause that it does not know."""
    first = cursor.at
    name = read_identifier(cursor)
    column_type = read_type(cursor)
    clauses = _Clauses(name)
    while not cursor.done:
        _read_clause(cursor, clauses)
    return _definition(cursor.span_from(first), column_type, clauses)


def read_column_start(cursor: Cursor) -> ColumnDefinition:
    """Reads only the name and the type, for a column whose clauses cannot be read."""
    first = cursor.at
    name = read_identifier(cursor)
    column_type = read_type(cursor)
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
        generated=clauses.generated,
        collation=clauses.collation,
        auto_increment=clauses.auto_increment,
        constraints=tuple(clauses.constraints),
    )


def _read_clause(cursor: Cursor, clauses: _Clauses) -> None:
    first = cursor.at
    name = read_identifier(cursor) if cursor.accept("CONSTRAINT") else None
    if name is not None and (cursor.done or cursor.word == "CONSTRAINT"):
        return  # a name without a constraint means nothing
    reader = _CLAUSES.get(cursor.word)
    if reader is None:
        raise Unreadable(f"unexpected {cursor.word or 'end'} in the definition of column {clauses.column}")
    reader(cursor, first, name, clauses)


def _read_default(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    cursor.next()
    clauses.default = _read_default_value(cursor)
    clauses.default_span = cursor.span_from(first)


def _read_default_value(cursor: Cursor) -> Expression:
    """Reads an expression in brackets, a number with its sign, or one word, which is a string if nothing else."""
    first = cursor.at
    if cursor.word == "(":
        inner = read_expression(cursor.group())
        span = cursor.span_from(first)
        return Expression(span, span.of(cursor.tokens.sql), inner.functions, inner.columns, inner.is_null)
    cursor.accept_any("+", "-")
    if cursor.done or not (cursor.word[:1].isdigit() or cursor.word[:1] in ".'" or _is_word(cursor)):
        raise Unreadable(f"expected a default value, found {cursor.word or 'the end'}")
    word = cursor.next()
    span = cursor.span_from(first)
    functions = (word.lower(),) if word in ("CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP") else ()
    return Expression(span, span.of(cursor.tokens.sql), functions, (), word == "NULL")


def _is_word(cursor: Cursor) -> bool:
    return sees_name(cursor) or is_string(cursor.word)


def _read_not_null(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    if cursor.sees("NOT", "DEFERRABLE"):
        _read_timing(cursor, first, name, clauses)
        return
    cursor.expect("NOT", "NULL")
    resolution = read_resolution(cursor)
    span = cursor.span_from(first)
    clauses.not_null = NotNull(span=span, name=name, columns=(clauses.column,), on_conflict=resolution)


def _read_null(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    cursor.next()
    read_resolution(cursor)
    clauses.null_span = cursor.span_from(first)


def _read_primary_key(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    cursor.expect("PRIMARY", "KEY")
    descending = cursor.accept_any("ASC", "DESC") == "DESC"
    resolution = read_resolution(cursor)
    if cursor.accept("AUTOINCREMENT"):
        clauses.auto_increment = cursor.span_from(cursor.at - 1)
    column = clauses.column
    keys = (IndexKey(span=column.span, column=column, descending=True),) if descending else ()
    span = cursor.span_from(first)
    key = PrimaryKey(span=span, name=name, columns=(column,), keys=keys, on_conflict=resolution)
    clauses.constraints.append(key)


def _read_unique(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    cursor.next()
    resolution = read_resolution(cursor)
    span = cursor.span_from(first)
    clauses.constraints.append(Unique(span=span, name=name, columns=(clauses.column,), on_conflict=resolution))


def _read_check(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    expression = read_check(cursor)
    read_resolution(cursor)
    clauses.constraints.append(Check(span=cursor.span_from(first), name=name, expression=expression))


def _read_references(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    clauses.constraints.append(read_references(cursor, first, name, (clauses.column,)))


def _read_generated(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    if cursor.accept("GENERATED"):
        cursor.expect("ALWAYS")
    cursor.expect("AS")
    expression = read_expression(cursor.group())
    stored = cursor.accept_any("STORED", "VIRTUAL") == "STORED"
    clauses.generated = Generated(span=cursor.span_from(first), expression=expression, stored=stored)


def _read_collation(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    cursor.next()
    clauses.collation = read_identifier(cursor).text


def _read_timing(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    """DEFERRABLE apart from its REFERENCES, with other clauses between them."""
    before = cursor.at
    timing = read_timing(cursor)
    if cursor.at == before:
        raise Unreadable(f"unexpected {cursor.word} in the definition of column {clauses.column}")
    last = clauses.constraints[-1] if clauses.constraints else None
    if isinstance(last, ForeignKey) and timing.deferrable:
        clauses.constraints[-1] = _with_timing(last, timing)


def _with_timing(key: ForeignKey, timing: Timing) -> ForeignKey:
    return ForeignKey(
        span=key.span,
        name=key.name,
        columns=key.columns,
        referenced=key.referenced,
        referenced_columns=key.referenced_columns,
        on_delete=key.on_delete,
        on_update=key.on_update,
        timing=timing,
    )


_CLAUSES: dict[str, Callable[[Cursor, int, Identifier | None, _Clauses], None]] = {
    "DEFAULT": _read_default,
    "NOT": _read_not_null,
    "NULL": _read_null,
    "PRIMARY": _read_primary_key,
    "UNIQUE": _read_unique,
    "CHECK": _read_check,
    "REFERENCES": _read_references,
    "GENERATED": _read_generated,
    "AS": _read_generated,
    "COLLATE": _read_collation,
    "DEFERRABLE": _read_timing,
    "INITIALLY": _read_timing,
}
