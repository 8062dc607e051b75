"""The statements in the body of a MySQL procedure that change the schema.

Migrations often put `IF NOT EXISTS (SELECT ... FROM information_schema ...) THEN ALTER TABLE ...; END IF` into a
procedure, call it once and drop it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from sqlreview.operations.namespaces import Other, Unknown
from sqlreview.operations.parts import Operation
from sqlreview.operations.readers.mysql.words import is_string, text_of
from sqlreview.operations.routines import CreateRoutine
from sqlreview.sql.cursor import Cursor
from sqlreview.sql.engines import Engine
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

_BEFORE = frozenset((";", "BEGIN", "THEN", "ELSE", "DO", "LOOP", "REPEAT", "ATOMIC"))
_DEFINING = frozenset(("ALTER", "CREATE", "DROP", "RENAME", "TRUNCATE"))


def definitions_in(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """The operations of the definitions in a body, in the order of the text, without moving the cursor."""
    sql = cursor.tokens.sql
    found = (_operations(sql, span, engine) for span in _defining_statements(cursor))
    return tuple(
        operation
        for operations in found
        for operation in operations
        if not isinstance(operation, Unknown | Other | CreateRoutine)
    )


def _operations(sql: str, span: Span, engine: Engine) -> tuple[Operation, ...]:
    from sqlreview.operations.lower import operations_of  # which imports the readers

    return operations_of(Tokens(sql, engine, span.start, span.end), engine)


_Piece = TypeVar("_Piece")


def templates_in(cursor: Cursor, parameters: Sequence[str | None]) -> tuple[tuple[str | int, ...], ...]:
    """The definitions that CONCAT puts together from texts and parameters, in the order of the text."""

    def number_of(item: Cursor) -> int | None:
        name = item.identifier().text if item.sees_identifier() else None
        return parameters.index(name) if name is not None and name in parameters else None

    return tuple(built_texts(cursor, number_of))


def built_texts(cursor: Cursor, variable: Callable[[Cursor], _Piece | None]) -> Iterator[tuple[str | _Piece, ...]]:
    """The definitions that CONCAT puts together of strings and what `variable` knows, without moving the cursor."""
    ahead = Cursor(cursor.tokens, cursor.at, cursor.stop)
    while not ahead.done:
        if not (ahead.accept("CONCAT") and ahead.word == "("):
            ahead.at += 1
            continue
        pieces = [_piece(item, variable) for item in ahead.group().items()]
        known = tuple(piece for piece in pieces if piece is not None)
        if len(known) == len(pieces) and isinstance(known[0], str) and _defines(known[0]):
            yield known


def _piece(item: Cursor, variable: Callable[[Cursor], _Piece | None]) -> str | _Piece | None:
    if item.done or item.peek():
        return None
    return text_of(item.word) if is_string(item.word) else variable(item)


def _defines(text: str) -> bool:
    return text.lstrip().partition(" ")[0].upper() in _DEFINING


def definitions_in_literals(cursor: Cursor) -> tuple[Operation, ...]:
    """What the one literal does that is a definition, as in IF(@exists, 'SELECT 1', 'ALTER TABLE t ADD a int')."""
    tokens = cursor.tokens
    words = tokens.words[cursor.at : cursor.stop]
    if "CONCAT" in words or "CONCAT_WS" in words:
        return ()
    literals = (_text_span(tokens, index) for index in range(cursor.at, cursor.stop) if is_string(tokens.words[index]))
    found = [_operations(tokens.sql, span, tokens.engine) for span in literals if span is not None]
    return found[0] if len(found) == 1 and not any(isinstance(item, Unknown | Other) for item in found[0]) else ()


def _text_span(tokens: Tokens, index: int) -> Span | None:
    """Where the text of a literal stands that begins as a definition does and needs no translation."""
    span = tokens.span(index, index + 1)
    text = span.of(tokens.sql)
    inside = text[1:-1]
    if text[:1] not in ("'", '"') or "\\" in inside or text[0] in inside:
        return None
    return Span(span.start + 1, span.end - 1) if _defines(inside) else None


def _defining_statements(cursor: Cursor) -> Iterator[Span]:
    words = cursor.tokens.words
    at = cursor.at
    while at < cursor.stop:
        if words[at] not in _DEFINING or not (at == cursor.at or words[at - 1] in _BEFORE):
            at += 1
            continue
        first = at
        while at < cursor.stop and words[at] != ";":
            at += 1
        if at < cursor.stop or first == cursor.at:
            yield cursor.tokens.span(first, at)
