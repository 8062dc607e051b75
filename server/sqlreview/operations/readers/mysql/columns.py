"""Column definitions of MySQL's CREATE TABLE, ADD, MODIFY and CHANGE."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from sqlreview.operations.parts import (
    ColumnDefinition,
    ColumnType,
    Constraint,
    Expression,
    ForeignKey,
    Generated,
    Identity,
    NotNull,
    PrimaryKey,
    Unique,
)
from sqlreview.operations.readers.expressions import read_expression
from sqlreview.operations.readers.mysql.constraints import read_check, read_references
from sqlreview.operations.readers.mysql.data_types import charset_name, read_charset, read_type
from sqlreview.operations.readers.mysql.words import closed_group, read_string, read_value
from sqlreview.sql.cursor import Cursor, Identifier, Unreadable
from sqlreview.sql.engines import Engine
from sqlreview.text import Span

_REFERENCES_COUNT_SINCE = {"mysql": (9, 0), "mariadb": (10, 5)}
"""The versions in which REFERENCES at a column began to make a foreign key; before, it was read and forgotten."""


@dataclass(slots=True)
class _Clauses:
    """What the clauses after the type have said so far."""

    column: Identifier
    engine: Engine
    type: ColumnType
    default: Expression | None = None
    default_span: Span | None = None
    not_null: NotNull | None = None
    null_span: Span | None = None
    auto_increment: Span | None = None
    generated: Generated | None = None
    collation: str | None = None
    comment: str | None = None
    on_update: Expression | None = None
    visible: bool = True
    ignored_references: ForeignKey | None = None
    constraints: list[Constraint] = field(default_factory=list)


def read_column_definition(cursor: Cursor) -> ColumnDefinition:
    """Reads a column up to FIRST, AFTER or the end; raises Unreadable at the first clause that it does not know."""
    first = cursor.at
    name = cursor.identifier()
    clauses = _Clauses(name, cursor.tokens.engine, read_type(cursor))
    if clauses.type.name == "serial":
        _expand_serial(clauses)
    while not cursor.done and cursor.word not in ("FIRST", "AFTER"):
        _read_clause(cursor, clauses)
    return _definition(cursor.span_from(first), clauses)


def read_column_start(cursor: Cursor) -> ColumnDefinition:
    """Reads only the name and the type, for a column whose clauses cannot be read."""
    first = cursor.at
    name = cursor.identifier()
    clauses = _Clauses(name, cursor.tokens.engine, read_type(cursor))
    return _definition(cursor.span_from(first), clauses)


def _definition(span: Span, clauses: _Clauses) -> ColumnDefinition:
    auto = clauses.auto_increment
    return ColumnDefinition(
        span=span,
        name=clauses.column,
        type=clauses.type,
        default=clauses.default,
        default_span=clauses.default_span,
        not_null=clauses.not_null,
        null_span=clauses.null_span,
        identity=Identity(span=auto, always=False) if auto else None,
        generated=clauses.generated,
        collation=clauses.collation,
        auto_increment=auto,
        constraints=tuple(clauses.constraints),
        comment=clauses.comment,
        on_update=clauses.on_update,
        visible=clauses.visible,
        ignored_references=clauses.ignored_references,
    )


def _expand_serial(clauses: _Clauses) -> None:
    """SERIAL is BIGINT UNSIGNED NOT NULL AUTO_INCREMENT UNIQUE."""
    place = clauses.type.span
    clauses.type = ColumnType("bigint", place, in_capitals=clauses.type.in_capitals, unsigned=True)
    _add_serial(clauses, place)


def _add_serial(clauses: _Clauses, place: Span) -> None:
    clauses.auto_increment = place
    clauses.not_null = NotNull(span=place, columns=(clauses.column,))
    clauses.constraints.append(Unique(span=place, columns=(clauses.column,)))


def _read_clause(cursor: Cursor, clauses: _Clauses) -> None:
    first = cursor.at
    name = None
    if cursor.accept("CONSTRAINT") and cursor.word not in ("CHECK", "REFERENCES"):
        name = cursor.identifier()
    reader = _CLAUSES.get(cursor.word)
    if reader is None:
        raise Unreadable(f"unexpected {cursor.word or 'end'} in the definition of column {clauses.column}")
    reader(cursor, first, name, clauses)


def _read_default(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    cursor.next()
    clauses.default = _read_next_value(cursor) or read_expression(cursor, _STOPS)
    clauses.default_span = cursor.span_from(first)


def _read_next_value(cursor: Cursor) -> Expression | None:
    """Reads NEXT VALUE FOR sequence of MariaDB, if it is there."""
    first = cursor.at
    if not cursor.accept("NEXT", "VALUE", "FOR"):
        return None
    cursor.name()
    span = cursor.span_from(first)
    return Expression(span, span.of(cursor.tokens.sql), ("nextval",))


def _read_on_update(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    cursor.expect("ON", "UPDATE")
    clauses.on_update = read_expression(cursor, _STOPS)


def _read_not_null(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    cursor.next()
    if cursor.accept("INVISIBLE"):
        return
    cursor.expect("NULL")
    clauses.not_null = NotNull(span=cursor.span_from(first), name=name, columns=(clauses.column,))


def _read_null(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    cursor.next()
    clauses.null_span = cursor.span_from(first)


def _read_auto_increment(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    cursor.next()
    clauses.auto_increment = cursor.span_from(first)


def _read_serial(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    cursor.expect("SERIAL", "DEFAULT", "VALUE")
    _add_serial(clauses, cursor.span_from(first))


def _read_primary_key(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    cursor.accept("PRIMARY")
    cursor.expect("KEY")
    clauses.constraints.append(PrimaryKey(span=cursor.span_from(first), columns=(clauses.column,)))


def _read_unique(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    cursor.expect("UNIQUE")
    cursor.accept_any("KEY", "INDEX")
    clauses.constraints.append(Unique(span=cursor.span_from(first), columns=(clauses.column,)))


def _read_check(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    clauses.constraints.append(read_check(cursor, first, name))


def _read_references(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    key = read_references(cursor, first, name, (clauses.column,))
    if clauses.engine.release < _REFERENCES_COUNT_SINCE[clauses.engine.name]:
        clauses.ignored_references = key
    else:
        clauses.constraints.append(key)


def _read_generated(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    if cursor.accept("GENERATED"):
        cursor.expect("ALWAYS")
    cursor.expect("AS")
    if cursor.accept("ROW"):  # the period of a system-versioned table
        if cursor.accept_any("START", "END") is None:
            raise Unreadable("expected START or END after AS ROW")
        return
    expression = read_expression(closed_group(cursor))
    stored = cursor.accept_any("STORED", "PERSISTENT", "VIRTUAL") in ("STORED", "PERSISTENT")
    clauses.generated = Generated(span=cursor.span_from(first), expression=expression, stored=stored)


def _read_collation(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    cursor.next()
    cursor.accept("=")
    clauses.collation = charset_name(cursor)


def _read_charset(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    charset = read_charset(cursor)
    if charset is None and cursor.at == first:
        raise Unreadable(f"unexpected {cursor.word} in the definition of column {clauses.column}")
    clauses.type = replace(clauses.type, charset=charset or clauses.type.charset)


def _read_comment(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    cursor.next()
    clauses.comment = read_string(cursor)


def _read_visibility(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    clauses.visible = cursor.next() == "VISIBLE"


def _skip_option(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    cursor.next()
    cursor.accept("=")
    read_value(cursor)


def _skip_compression(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    cursor.next()
    if cursor.accept("="):
        read_value(cursor)


def _skip_versioning(cursor: Cursor, first: int, name: Identifier | None, clauses: _Clauses) -> None:
    cursor.next()
    cursor.expect("SYSTEM", "VERSIONING")


_CLAUSES: dict[str, Callable[[Cursor, int, Identifier | None, _Clauses], None]] = {
    "DEFAULT": _read_default,
    "ON": _read_on_update,
    "NOT": _read_not_null,
    "NULL": _read_null,
    "AUTO_INCREMENT": _read_auto_increment,
    "SERIAL": _read_serial,
    "PRIMARY": _read_primary_key,
    "KEY": _read_primary_key,
    "UNIQUE": _read_unique,
    "CHECK": _read_check,
    "REFERENCES": _read_references,
    "GENERATED": _read_generated,
    "AS": _read_generated,
    "COLLATE": _read_collation,
    "CHARACTER": _read_charset,
    "CHARSET": _read_charset,
    "COMMENT": _read_comment,
    "VISIBLE": _read_visibility,
    "INVISIBLE": _read_visibility,
    "COLUMN_FORMAT": _skip_option,
    "STORAGE": _skip_option,
    "ENGINE_ATTRIBUTE": _skip_option,
    "SECONDARY_ENGINE_ATTRIBUTE": _skip_option,
    "COMPRESSED": _skip_compression,
    "SRID": _skip_option,
    "REF_SYSTEM_ID": _skip_option,
    "WITH": _skip_versioning,
    "WITHOUT": _skip_versioning,
}


_STOPS = frozenset((*_CLAUSES, "CONSTRAINT", "FIRST", "AFTER"))
"""Words that end a DEFAULT because they begin the next clause."""
