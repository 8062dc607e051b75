"""What ADD of a MySQL table element does, as the operation other engines have for it."""

from __future__ import annotations

from sqlreview.operations.constraints import AddCheck, AddForeignKey, AddPrimaryKey, AddUnique
from sqlreview.operations.indexes import CreateIndex
from sqlreview.operations.parts import Check, ForeignKey, IndexDefinition, Operation, PrimaryKey, Unique
from sqlreview.operations.readers.mysql.constraints import read_element
from sqlreview.sql.cursor import Cursor, Identifier, Name, Unreadable
from sqlreview.text import Span


def read_added_element(cursor: Cursor, table: Name, span: Span) -> Operation:
    """Reads a constraint or index of ADD; `span` is the place of the action."""
    first = cursor.at
    element = read_element(cursor)
    match element:
        case PrimaryKey():
            return AddPrimaryKey(span=span, table=table, constraint=element)
        case Unique():
            return AddUnique(span=span, table=table, constraint=element)
        case ForeignKey():
            return AddForeignKey(span=span, table=table, constraint=element)
        case Check():
            return AddCheck(span=span, table=table, constraint=element)
        case IndexDefinition():
            return _index(element, table, span, _index_word(cursor, first))
    raise Unreadable("expected a constraint")


def _index_word(cursor: Cursor, first: int) -> Span:
    at = first + 1 if cursor.tokens.words[first + 1] in ("INDEX", "KEY") else first
    return cursor.tokens.span(at, at + 1)


def _index(element: IndexDefinition, table: Name, span: Span, index_word: Span) -> Operation:
    return CreateIndex(
        span=span,
        name=_name(element.name),
        table=table,
        method=element.method,
        keys=element.keys,
        if_not_exists=element.if_not_exists,
        visible=element.visible,
        comment=element.comment,
        index_word=index_word,
    )


def _name(name: Identifier | None) -> Name | None:
    return Name(None, name.text, name.span) if name else None
