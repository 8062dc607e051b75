"""Phrases that statements of many kinds share: IF EXISTS, lists of names, OWNER TO, SET SCHEMA, quoted bodies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sqlreview.operations.namespaces import SetObjectSchema
from sqlreview.operations.parts import Operation
from sqlreview.operations.readers.keys import read_parameters
from sqlreview.operations.security import ChangeOwner
from sqlreview.sql.cursor import Cursor, Name, Unreadable, unquoted
from sqlreview.text import Span


def where_it_exists(operations: Iterable[Operation], if_exists: bool) -> tuple[Operation, ...]:
    """Operations on a relation before which IF EXISTS stands, or does not."""
    found = tuple(operations)
    return tuple(replace(item, if_relation_exists=True) for item in found) if if_exists else found


def accept_if_exists(cursor: Cursor) -> bool:
    """Steps over IF EXISTS."""
    return cursor.accept("IF", "EXISTS")


def accept_if_not_exists(cursor: Cursor) -> bool:
    """Steps over IF NOT EXISTS."""
    return cursor.accept("IF", "NOT", "EXISTS")


def accept_cascade(cursor: Cursor) -> bool:
    """Steps over CASCADE or RESTRICT, and says whether it was CASCADE."""
    return cursor.accept_any("CASCADE", "RESTRICT") == "CASCADE"


def require_end(cursor: Cursor) -> None:
    """Raises Unreadable when something is left over."""
    if not cursor.done:
        raise Unreadable(f"unexpected {cursor.word}")


def read_dropped(cursor: Cursor, statement: Span) -> Iterator[tuple[Name, Span, bool, bool]]:
    """Reads `[IF EXISTS] a, b [CASCADE]`: name, span of the operation, IF EXISTS and CASCADE of every object."""
    if_exists = accept_if_exists(cursor)
    names = read_names(cursor)
    cascade = accept_cascade(cursor)
    require_end(cursor)
    for name in names:
        yield name, statement if len(names) == 1 else name.span, if_exists, cascade


def read_names(cursor: Cursor) -> list[Name]:
    """Reads names separated by commas."""
    names = [cursor.name()]
    while cursor.accept(","):
        names.append(cursor.name())
    return names


def read_ownership(cursor: Cursor, kind: str, name: Name, span: Span) -> tuple[Operation, ...] | None:
    """Reads OWNER TO role or SET SCHEMA schema at the end of an ALTER; None when neither stands there."""
    operation: Operation
    if cursor.accept("OWNER", "TO"):
        operation = ChangeOwner(span=span, kind=kind, name=name, owner=cursor.identifier().text)
    elif cursor.accept("SET", "SCHEMA"):
        operation = SetObjectSchema(span=span, kind=kind, name=name, schema=cursor.identifier())
    else:
        return None
    require_end(cursor)
    return (operation,)


def read_changed_parameters(cursor: Cursor, reset: bool) -> tuple[tuple[str, str], ...]:
    """Reads the parameters of SET (name = value) or RESET (name), where they have no value."""
    parameters = read_parameters(cursor)
    return tuple((name, "") for name, _ in parameters) if reset else parameters


def is_string(word: str) -> bool:
    """Whether a token is a string literal, in quotes or dollar quotes, or a psql variable that becomes one."""
    if word[:1] == "$":
        return "$" in word[1:] and word[1] != "{"
    return "'" in word[:3] and word[0] != '"'


def read_string(cursor: Cursor) -> str:
    """Reads a string literal, or several adjacent ones that continue each other."""
    if not is_string(cursor.word):
        raise Unreadable(f"expected a string, found {cursor.word or 'the end'}")
    parts = []
    while is_string(cursor.word):
        parts.append(unquoted(cursor.next()))
    return "".join(parts)


def read_quoted_span(cursor: Cursor) -> Span:
    """Steps over a string literal and returns the span of the characters between its quotes."""
    index = cursor.at
    literal = cursor.next()
    if not is_string(literal):
        raise Unreadable(f"expected a string, found {literal}")
    span = cursor.tokens.span(index, index + 1)
    quote = literal[: literal.index("$", 1) + 1] if literal[0] == "$" else "'"
    start = span.start + literal.index(quote) + len(quote)
    closed = literal.endswith(quote) and span.end - len(quote) >= start
    return Span(start, span.end - len(quote) if closed else span.end)


def read_flags(cursor: Cursor) -> dict[str, str]:
    """Reads `(name [value], ...)` options of VACUUM, REINDEX and their like; a missing value counts as "TRUE"."""
    options: dict[str, str] = {}
    for item in cursor.group().items():
        name = item.next()
        options[name] = item.word or "TRUE"
    return options


def is_on(options: dict[str, str], name: str) -> bool:
    """Whether an option of `read_flags` is given and not switched off."""
    return options.get(name, "FALSE").strip("'\"").upper() not in ("FALSE", "OFF", "0")
