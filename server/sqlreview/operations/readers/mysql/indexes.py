"""CREATE INDEX and DROP INDEX of MySQL and MariaDB."""

from __future__ import annotations

from sqlreview.operations.constraints import DropConstraint
from sqlreview.operations.indexes import CreateIndex, DropIndex
from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import Reader
from sqlreview.operations.readers.mysql.keys import IndexOptions, read_index_keys, read_index_options
from sqlreview.operations.readers.mysql.words import OnlineDraft
from sqlreview.operations.readers.phrases import require_end
from sqlreview.sql.cursor import Cursor, Identifier, Name
from sqlreview.sql.engines import Engine
from sqlreview.text import Span


def create_index(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CREATE [OR REPLACE] [UNIQUE|FULLTEXT|SPATIAL] INDEX [IF NOT EXISTS] name [USING m] ON table (keys) options."""
    statement = cursor.span
    cursor.expect("CREATE")
    cursor.accept("OR", "REPLACE")
    cursor.accept_any("ONLINE", "OFFLINE")
    kind = cursor.accept_any("UNIQUE", "FULLTEXT", "SPATIAL")
    cursor.expect("INDEX")
    index_word = cursor.span_from(cursor.at - 1)
    if_not_exists = cursor.accept("IF", "NOT", "EXISTS")
    name = cursor.name()
    options, online = IndexOptions(), OnlineDraft()
    read_index_options(cursor, options)
    cursor.expect("ON")
    table = cursor.name()
    while online.accept(cursor):
        pass
    keys = read_index_keys(cursor)
    read_index_options(cursor, options)
    while online.accept(cursor):
        read_index_options(cursor, options)
    require_end(cursor)
    special = kind.lower() if kind in ("FULLTEXT", "SPATIAL") else None
    created = CreateIndex(
        span=statement,
        name=name,
        table=table,
        method=special or options.method or "btree",
        keys=keys,
        unique=kind == "UNIQUE",
        if_not_exists=if_not_exists,
        visible=options.visible,
        comment=options.comment,
        index_word=index_word,
    )
    return online.given_to((created,))


def drop_index(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """DROP INDEX [IF EXISTS] name ON table [ALGORITHM=] [LOCK=]."""
    statement = cursor.span
    cursor.expect("DROP")
    cursor.accept_any("ONLINE", "OFFLINE")
    cursor.expect("INDEX")
    index_word = cursor.span_from(cursor.at - 1)
    if_exists = cursor.accept("IF", "EXISTS")
    index = cursor.name()
    cursor.expect("ON")
    table = cursor.name()
    online = OnlineDraft()
    while online.accept(cursor):
        pass
    require_end(cursor)
    return online.given_to((_dropped(statement, index, table, if_exists, index_word),))


def _dropped(statement: Span, index: Name, table: Name, if_exists: bool, index_word: Span) -> Operation:
    if index == Name(None, "PRIMARY", index.span):
        name = Identifier(index.text, index.span)
        return DropConstraint(span=statement, table=table, name=name, if_exists=if_exists, kind="primary key")
    return DropIndex(span=statement, index=index, table=table, if_exists=if_exists, index_word=index_word)


READERS: dict[tuple[str, ...], Reader] = {
    ("CREATE", "INDEX"): create_index,
    ("DROP", "INDEX"): drop_index,
}
