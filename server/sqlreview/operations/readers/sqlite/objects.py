"""Indexes, views, triggers and everything DROP takes away."""

from __future__ import annotations

from typing import Literal

from sqlreview.operations.indexes import CreateIndex, DropIndex, Reindex
from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import Reader
from sqlreview.operations.readers.expressions import read_expression
from sqlreview.operations.readers.phrases import accept_if_exists, accept_if_not_exists, require_end
from sqlreview.operations.readers.relations import relations_read
from sqlreview.operations.readers.sqlite.constraints import read_keys
from sqlreview.operations.readers.sqlite.names import read_identifier, read_identifiers, read_name
from sqlreview.operations.routines import CreateTrigger, DropTrigger
from sqlreview.operations.tables import DropTable
from sqlreview.operations.views import CreateView, DropView
from sqlreview.sql.cursor import Cursor, Identifier, Name, Unreadable
from sqlreview.sql.engines import Engine
from sqlreview.text import Span


def create_index(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CREATE [UNIQUE] INDEX [IF NOT EXISTS] [schema.]name ON table (keys) [WHERE condition]."""
    statement = cursor.span
    cursor.expect("CREATE")
    unique = cursor.accept("UNIQUE")
    cursor.expect("INDEX")
    index_word = cursor.span_from(cursor.at - 1)
    if_not_exists = accept_if_not_exists(cursor)
    name = read_name(cursor)
    cursor.expect("ON")
    table = read_identifier(cursor)
    keys = read_keys(cursor)
    predicate = read_expression(cursor) if cursor.accept("WHERE") else None
    require_end(cursor)
    return (
        CreateIndex(
            span=statement,
            name=name,
            table=Name(name.schema, table.text, table.span),  # an index stands in the database of its table
            keys=keys,
            predicate=predicate,
            unique=unique,
            if_not_exists=if_not_exists,
            index_word=index_word,
        ),
    )


def _dropped(cursor: Cursor) -> tuple[Name, bool]:
    if_exists = accept_if_exists(cursor)
    name = read_name(cursor)
    require_end(cursor)
    return name, if_exists


def drop_index(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """DROP INDEX [IF EXISTS] name."""
    statement = cursor.span
    cursor.expect("DROP", "INDEX")
    index_word = cursor.span_from(cursor.at - 1)
    name, if_exists = _dropped(cursor)
    return (DropIndex(span=statement, index=name, if_exists=if_exists, index_word=index_word),)


def drop_table(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """DROP TABLE [IF EXISTS] name."""
    statement = cursor.span
    cursor.expect("DROP", "TABLE")
    name, if_exists = _dropped(cursor)
    return (DropTable(span=statement, table=name, if_exists=if_exists),)


def drop_view(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """DROP VIEW [IF EXISTS] name."""
    statement = cursor.span
    cursor.expect("DROP", "VIEW")
    name, if_exists = _dropped(cursor)
    return (DropView(span=statement, view=name, if_exists=if_exists),)


def drop_trigger(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """DROP TRIGGER [IF EXISTS] name."""
    statement = cursor.span
    cursor.expect("DROP", "TRIGGER")
    name, if_exists = _dropped(cursor)
    trigger = Identifier(name.text, name.span)
    return (DropTrigger(span=statement, name=trigger, table=None, schema=name.schema, if_exists=if_exists),)


def reindex(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """REINDEX [collation | table | index]; what a name means only the database knows."""
    statement = cursor.span
    cursor.expect("REINDEX")
    word = cursor.span_from(cursor.at - 1)
    if cursor.done:
        return (Reindex(span=statement, kind="database", name=None, kind_word=word),)
    name = read_name(cursor)
    require_end(cursor)
    return (Reindex(span=statement, kind="index", name=name, kind_word=word),)


def create_view(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CREATE [TEMP] VIEW [IF NOT EXISTS] name [(columns)] AS query."""
    statement = cursor.span
    cursor.expect("CREATE")
    temporary = cursor.accept_any("TEMP", "TEMPORARY") is not None
    cursor.expect("VIEW")
    if_not_exists = accept_if_not_exists(cursor)
    view = read_name(cursor)
    columns = read_identifiers(cursor) if cursor.word == "(" else ()
    cursor.expect("AS")
    if cursor.done:
        raise Unreadable("a view without a query")
    return (
        CreateView(
            span=statement,
            view=view,
            columns=columns,
            query=cursor.span,
            temporary=temporary,
            if_not_exists=if_not_exists,
            uses=relations_read(cursor),
        ),
    )


def create_trigger(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CREATE [TEMP] TRIGGER [IF NOT EXISTS] name [timing] event ON table [WHEN condition] BEGIN statements END."""
    statement = cursor.span
    cursor.expect("CREATE")
    temporary = cursor.accept_any("TEMP", "TEMPORARY") is not None
    cursor.expect("TRIGGER")
    if_not_exists = accept_if_not_exists(cursor)
    name = read_name(cursor)
    timing = _timing(cursor)
    event = _event(cursor)
    cursor.expect("ON")
    table = read_name(cursor)
    cursor.accept("FOR", "EACH", "ROW")
    if cursor.accept("WHEN"):
        first = cursor.at
        cursor.skip_to("BEGIN")
        read_expression(Cursor(cursor.tokens, first, cursor.at))
    cursor.expect("BEGIN")
    body, statements = _body(cursor)
    return (
        CreateTrigger(
            span=statement,
            name=Identifier(name.text, name.span),
            table=Name(table.schema or name.schema, table.text, table.span),
            timing=timing,
            events=(event,),
            for_each_row=True,
            temporary=temporary,
            if_not_exists=if_not_exists,
            body=body,
            statements=statements,
        ),
    )


def _timing(cursor: Cursor) -> Literal["before", "after", "instead of"]:
    if cursor.accept("AFTER"):
        return "after"
    if cursor.accept("INSTEAD", "OF"):
        return "instead of"
    cursor.accept("BEFORE")
    return "before"


def _event(cursor: Cursor) -> str:
    event = cursor.accept_any("INSERT", "UPDATE", "DELETE")
    if event is None:
        raise Unreadable(f"expected an event, found {cursor.word or 'the end'}")
    if event == "UPDATE" and cursor.accept("OF"):
        read_identifier(cursor)
        while cursor.accept(","):
            read_identifier(cursor)
    return event.lower()


def _body(cursor: Cursor) -> tuple[Span, tuple[Span, ...]]:
    """The span between BEGIN and END, and that of each statement in it."""
    first, tokens = cursor.at, cursor.tokens
    stop = cursor.stop - 1
    if stop < first or tokens.words[stop] != "END":
        raise Unreadable("a trigger without END")
    statements = []
    begin = first
    for index in range(first, stop):
        if tokens.words[index] == ";":
            if begin < index:
                statements.append(tokens.span(begin, index))
            begin = index + 1
    if begin < stop:
        statements.append(tokens.span(begin, stop))
    cursor.at = cursor.stop
    return tokens.span(first, stop), tuple(statements)


READERS: dict[tuple[str, ...], Reader] = {
    ("CREATE", "INDEX"): create_index,
    ("DROP", "INDEX"): drop_index,
    ("DROP", "TABLE"): drop_table,
    ("DROP", "VIEW"): drop_view,
    ("DROP", "TRIGGER"): drop_trigger,
    ("REINDEX",): reindex,
    ("CREATE", "VIEW"): create_view,
    ("CREATE", "TRIGGER"): create_trigger,
}
