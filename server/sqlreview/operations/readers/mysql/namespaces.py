"""Databases and sequences of MySQL and MariaDB; a database is what other engines call a schema."""

from __future__ import annotations

from sqlreview.operations.namespaces import (
    AlterSequence,
    CreateSchema,
    CreateSequence,
    DropSchema,
    DropSequence,
    Other,
)
from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import Reader
from sqlreview.operations.readers.mysql.data_types import read_type
from sqlreview.operations.readers.mysql.table_options import read_table_options
from sqlreview.operations.readers.mysql.words import rest_of
from sqlreview.operations.readers.phrases import read_dropped, require_end
from sqlreview.sql.cursor import Cursor, Identifier
from sqlreview.sql.engines import Engine


def create_database(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CREATE [OR REPLACE] DATABASE|SCHEMA [IF NOT EXISTS] name [options]."""
    statement = cursor.span
    cursor.expect("CREATE")
    cursor.accept("OR", "REPLACE")
    cursor.next()
    if_not_exists = cursor.accept("IF", "NOT", "EXISTS")
    name = cursor.identifier()
    read_table_options(cursor)
    require_end(cursor)
    return (CreateSchema(span=statement, schema=name, if_not_exists=if_not_exists),)


def alter_database(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """ALTER DATABASE|SCHEMA [name] options."""
    return (Other(span=cursor.span, kind="alter database"),)


def drop_database(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """DROP DATABASE|SCHEMA [IF EXISTS] name, with everything in it."""
    statement = cursor.span
    cursor.expect("DROP")
    cursor.next()
    return tuple(
        DropSchema(span=span, schema=Identifier(name.text, name.span), if_exists=if_exists, cascade=True)
        for name, span, if_exists, _ in read_dropped(cursor, statement)
    )


def create_sequence(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CREATE [OR REPLACE] [TEMPORARY] SEQUENCE of MariaDB."""
    statement = cursor.span
    cursor.expect("CREATE")
    cursor.accept("OR", "REPLACE")
    temporary = cursor.accept("TEMPORARY")
    cursor.expect("SEQUENCE")
    if_not_exists = cursor.accept("IF", "NOT", "EXISTS")
    sequence = cursor.name()
    data_type = read_type(cursor) if cursor.accept("AS") else None
    rest_of(cursor)
    return (
        CreateSequence(
            span=statement, sequence=sequence, type=data_type, if_not_exists=if_not_exists, temporary=temporary
        ),
    )


def alter_sequence(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """ALTER SEQUENCE [IF EXISTS] name options."""
    statement = cursor.span
    cursor.expect("ALTER", "SEQUENCE")
    cursor.accept("IF", "EXISTS")
    sequence = cursor.name()
    rest_of(cursor)
    return (AlterSequence(span=statement, sequence=sequence, action="options"),)


def drop_sequence(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """DROP [TEMPORARY] SEQUENCE [IF EXISTS] a, b."""
    statement = cursor.span
    cursor.expect("DROP")
    cursor.accept("TEMPORARY")
    cursor.expect("SEQUENCE")
    return tuple(
        DropSequence(span=span, sequence=name, if_exists=if_exists)
        for name, span, if_exists, _ in read_dropped(cursor, statement)
    )


READERS: dict[tuple[str, ...], Reader] = {
    ("CREATE", "DATABASE"): create_database,
    ("CREATE", "SCHEMA"): create_database,
    ("ALTER", "DATABASE"): alter_database,
    ("ALTER", "SCHEMA"): alter_database,
    ("DROP", "DATABASE"): drop_database,
    ("DROP", "SCHEMA"): drop_database,
    ("CREATE", "SEQUENCE"): create_sequence,
    ("ALTER", "SEQUENCE"): alter_sequence,
    ("DROP", "SEQUENCE"): drop_sequence,
}
