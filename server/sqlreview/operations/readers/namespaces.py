"""Reads statements on schemas, extensions, databases and the kinds of objects no rule asks for in detail."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sqlreview.operations.namespaces import (
    AlterExtension,
    CreateDatabase,
    CreateExtension,
    CreateSchema,
    DropDatabase,
    DropExtension,
    DropSchema,
    Other,
    RenameSchema,
)
from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import Reader, comments, sequences
from sqlreview.operations.readers.others import publication_tables
from sqlreview.operations.readers.phrases import (
    accept_if_exists,
    accept_if_not_exists,
    read_dropped,
    read_ownership,
    require_end,
)
from sqlreview.operations.readers.settings import read_stored_setting
from sqlreview.sql.cursor import Cursor, Identifier, Name, Unreadable
from sqlreview.sql.engines import Engine
from sqlreview.text import Span


def create_schema(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CREATE SCHEMA [IF NOT EXISTS] [name] [AUTHORIZATION role] [elements]."""
    statement = cursor.span
    schema, if_not_exists = _schema_head(cursor)
    if not cursor.done and cursor.word not in ("CREATE", "GRANT"):
        raise Unreadable(f"unexpected {cursor.word}")
    return (CreateSchema(span=statement, schema=schema, if_not_exists=if_not_exists),)


def _schema_head(cursor: Cursor) -> tuple[Identifier, bool]:
    cursor.expect("CREATE", "SCHEMA")
    if_not_exists = accept_if_not_exists(cursor)
    name = None if cursor.word == "AUTHORIZATION" else cursor.identifier()
    if not cursor.accept("AUTHORIZATION"):
        return name or cursor.identifier(), if_not_exists
    role = cursor.identifier()
    return name or role, if_not_exists


def schema_elements(cursor: Cursor) -> tuple[Span, ...]:
    """Spans of the statements inside a CREATE SCHEMA, whose first token is under the cursor."""
    try:
        _schema_head(cursor)
    except Unreadable:
        return ()
    starts = [*_element_starts(cursor), cursor.stop]
    return tuple(cursor.tokens.span(start, end) for start, end in pairwise(starts))


def _element_starts(cursor: Cursor) -> Iterator[int]:
    while cursor.skip_to("CREATE", "GRANT"):
        before = cursor.tokens.words[cursor.at - 1]
        is_privilege = cursor.word == "CREATE" and before in ("GRANT", ",")
        if not is_privilege and before != "WITH":  # WITH GRANT OPTION
            yield cursor.at
        cursor.at += 1


def drop_schema(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """DROP SCHEMA [IF EXISTS] a, b [CASCADE]."""
    statement = cursor.span
    cursor.expect("DROP", "SCHEMA")
    return tuple(
        DropSchema(span=span, schema=Identifier(name.text, name.span), if_exists=if_exists, cascade=cascade)
        for name, span, if_exists, cascade in read_dropped(cursor, statement)
    )


def alter_schema(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """ALTER SCHEMA name RENAME TO|OWNER TO."""
    statement = cursor.span
    cursor.expect("ALTER", "SCHEMA")
    name = cursor.name()
    if cursor.accept("RENAME", "TO"):
        schema = Identifier(name.text, name.span)
        return (RenameSchema(span=statement, schema=schema, new_name=cursor.identifier()),)
    owned = read_ownership(cursor, "schema", name, statement)
    if owned is None:
        raise Unreadable(f"ALTER SCHEMA ... {cursor.word or 'without an action'}")
    return owned


def create_extension(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CREATE EXTENSION [IF NOT EXISTS] name [WITH] [SCHEMA s] [VERSION v] [FROM old] [CASCADE]."""
    statement = cursor.span
    cursor.expect("CREATE", "EXTENSION")
    if_not_exists = accept_if_not_exists(cursor)
    extension = cursor.identifier()
    cursor.accept("WITH")
    schema: Identifier | None = None
    cascade = False
    while not cursor.done:
        if cursor.accept("SCHEMA"):
            schema = cursor.identifier()
        elif cursor.accept_any("VERSION", "FROM"):
            cursor.next()
        else:
            cursor.expect("CASCADE")
            cascade = True
    return (
        CreateExtension(
            span=statement, extension=extension, if_not_exists=if_not_exists, schema=schema, cascade=cascade
        ),
    )


def alter_extension(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """ALTER EXTENSION name UPDATE|SET SCHEMA|ADD|DROP."""
    statement = cursor.span
    cursor.expect("ALTER", "EXTENSION")
    extension = cursor.identifier()
    action = cursor.accept_any("UPDATE", "SET", "ADD", "DROP", "OWNER")
    if action is None:
        raise Unreadable(f"ALTER EXTENSION ... {cursor.word or 'without an action'}")
    schema = cursor.identifier() if action == "SET" and cursor.accept("SCHEMA") else None
    return (AlterExtension(span=statement, extension=extension, action=action.lower(), schema=schema),)


def drop_extension(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """DROP EXTENSION [IF EXISTS] a, b [CASCADE]."""
    statement = cursor.span
    cursor.expect("DROP", "EXTENSION")
    return tuple(
        DropExtension(span=span, extension=Identifier(name.text, name.span), if_exists=if_exists, cascade=cascade)
        for name, span, if_exists, cascade in read_dropped(cursor, statement)
    )


def create_database(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CREATE DATABASE name ..."""
    statement = cursor.span
    cursor.expect("CREATE", "DATABASE")
    return (CreateDatabase(span=statement, database=cursor.identifier()),)


def drop_database(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """DROP DATABASE [IF EXISTS] name [[WITH] (FORCE)]."""
    statement = cursor.span
    cursor.expect("DROP", "DATABASE")
    if_exists = accept_if_exists(cursor)
    database = cursor.identifier()
    cursor.accept("WITH")
    if cursor.word == "(":
        cursor.group()
    require_end(cursor)
    return (DropDatabase(span=statement, database=database, if_exists=if_exists),)


_ALTERED_KINDS: tuple[tuple[str, ...], ...] = (
    ("COLLATION",),
    ("CONVERSION",),
    ("DATABASE",),
    ("EVENT", "TRIGGER"),
    ("FOREIGN", "DATA", "WRAPPER"),
    ("LANGUAGE",),
    ("LARGE", "OBJECT"),
    ("OPERATOR",),
    ("OPERATOR", "CLASS"),
    ("OPERATOR", "FAMILY"),
    ("PROCEDURAL", "LANGUAGE"),
    ("PUBLICATION",),
    ("SERVER",),
    ("SUBSCRIPTION",),
    ("TABLESPACE",),
    ("TEXT", "SEARCH", "CONFIGURATION"),
    ("TEXT", "SEARCH", "DICTIONARY"),
    ("TEXT", "SEARCH", "PARSER"),
    ("TEXT", "SEARCH", "TEMPLATE"),
)


def alter_object(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """ALTER of any other kind: OWNER TO and SET SCHEMA at its end are read, everything else is only recognised."""
    statement = cursor.span
    cursor.expect("ALTER")
    words = max((words for words in _ALTERED_KINDS if cursor.sees(*words)), key=len, default=())
    kind = " ".join(words).lower()
    cursor.expect(*words)
    name = _object_name(cursor)
    if cursor.tokens.words[cursor.stop - 3 : cursor.stop - 1] in (["OWNER", "TO"], ["SET", "SCHEMA"]):
        cursor.at = cursor.stop - 3
        owned = read_ownership(cursor, kind, name, statement)
        if owned is not None:
            return owned
    tables = publication_tables(cursor) if kind == "publication" else ()
    setting = read_stored_setting(cursor) if kind == "database" else None
    return (Other(span=statement, kind=f"alter {kind}", tables=tables, setting=setting),)


def _object_name(cursor: Cursor) -> Name:
    if cursor.sees_identifier():
        return cursor.name()
    first = cursor.at
    cursor.next()  # an operator, or the number of a large object
    return Name(None, cursor.text_from(first), cursor.span_from(first))


READERS: dict[tuple[str, ...], Reader] = {
    ("CREATE", "SCHEMA"): create_schema,
    ("DROP", "SCHEMA"): drop_schema,
    ("ALTER", "SCHEMA"): alter_schema,
    ("CREATE", "EXTENSION"): create_extension,
    ("ALTER", "EXTENSION"): alter_extension,
    ("DROP", "EXTENSION"): drop_extension,
    ("CREATE", "DATABASE"): create_database,
    ("DROP", "DATABASE"): drop_database,
    **{("ALTER", *words): alter_object for words in _ALTERED_KINDS},
    **comments.READERS,
    **sequences.READERS,
}
