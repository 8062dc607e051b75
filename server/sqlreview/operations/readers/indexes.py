"""Reads statements on indexes and extended statistics."""

from __future__ import annotations

from typing import Literal, cast

from sqlreview.operations.indexes import (
    AlterIndex,
    AttachIndexPartition,
    Cluster,
    CreateIndex,
    CreateStatistics,
    DropIndex,
    DropStatistics,
    Reindex,
    RenameIndex,
)
from sqlreview.operations.namespaces import Other
from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import Reader
from sqlreview.operations.readers.parts import read_expression, read_index_keys, read_parameters
from sqlreview.operations.readers.phrases import (
    accept_if_exists,
    accept_if_not_exists,
    is_on,
    read_changed_parameters,
    read_dropped,
    read_flags,
    read_ownership,
    require_end,
    where_it_exists,
)
from sqlreview.operations.tables import SetStorageParameters, SetTablespace
from sqlreview.sql.cursor import Cursor, Identifier, Name, Unreadable
from sqlreview.sql.engines import Engine
from sqlreview.text import Span


def create_index(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CREATE [UNIQUE] INDEX [CONCURRENTLY] [[IF NOT EXISTS] name] ON [ONLY] table ..."""
    statement = cursor.span
    cursor.expect("CREATE")
    unique = cursor.accept("UNIQUE")
    index_word = _keyword(cursor, "INDEX")
    concurrently = cursor.accept("CONCURRENTLY")
    if_not_exists = accept_if_not_exists(cursor)
    name = None if cursor.word == "ON" and not if_not_exists else cursor.name()
    cursor.expect("ON")
    only = cursor.accept("ONLY")
    table = cursor.name()
    cursor.accept("*")
    method = cursor.identifier().text if cursor.accept("USING") else "btree"
    keys = read_index_keys(cursor.group())
    include = cursor.identifiers() if cursor.accept("INCLUDE") else ()
    nulls_not_distinct = cursor.accept("NULLS", "NOT", "DISTINCT")
    cursor.accept("NULLS", "DISTINCT")
    parameters = read_parameters(cursor) if cursor.accept("WITH") else ()
    if cursor.accept("TABLESPACE"):
        cursor.identifier()
    predicate = read_expression(cursor) if cursor.accept("WHERE") else None
    require_end(cursor)
    return (
        CreateIndex(
            span=statement,
            name=name,
            table=table,
            method=method,
            keys=keys,
            include=include,
            predicate=predicate,
            unique=unique,
            concurrently=concurrently,
            if_not_exists=if_not_exists,
            only=only,
            nulls_not_distinct=nulls_not_distinct,
            parameters=parameters,
            index_word=index_word,
        ),
    )


def _keyword(cursor: Cursor, word: str) -> Span:
    cursor.expect(word)
    return cursor.span_from(cursor.at - 1)


def drop_index(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """DROP INDEX [CONCURRENTLY] [IF EXISTS] a, b [CASCADE]."""
    statement = cursor.span
    cursor.expect("DROP")
    index_word = _keyword(cursor, "INDEX")
    concurrently = cursor.accept("CONCURRENTLY")
    return tuple(
        DropIndex(
            span=span,
            index=name,
            concurrently=concurrently,
            if_exists=if_exists,
            cascade=cascade,
            index_word=index_word,
        )
        for name, span, if_exists, cascade in read_dropped(cursor, statement)
    )


def alter_index(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """ALTER INDEX [IF EXISTS] name action [, action]."""
    statement = cursor.span
    cursor.expect("ALTER", "INDEX")
    if cursor.sees("ALL", "IN", "TABLESPACE"):
        return (Other(span=statement, kind="alter index all in tablespace"),)
    if_exists = accept_if_exists(cursor)
    index = cursor.name()
    actions = list(cursor.items())
    if not actions:
        raise Unreadable("ALTER INDEX without an action")
    found = (
        operation
        for action in actions
        for operation in _index_action(action, index, statement if len(actions) == 1 else action.span)
    )
    return where_it_exists(found, if_exists)


def _index_action(cursor: Cursor, index: Name, span: Span) -> tuple[Operation, ...]:
    owned = read_ownership(cursor, "index", index, span)
    if owned is not None:
        return owned
    operation = _rename_or_attach(cursor, index, span) or _index_setting(cursor, index, span)
    if operation is None:
        raise Unreadable(f"ALTER INDEX ... {cursor.word or 'without an action'}")
    require_end(cursor)
    return (operation,)


def _rename_or_attach(cursor: Cursor, index: Name, span: Span) -> Operation | None:
    if cursor.accept("RENAME", "TO"):
        return RenameIndex(span=span, index=index, new_name=cursor.identifier())
    if cursor.accept("ATTACH", "PARTITION"):
        return AttachIndexPartition(span=span, index=index, partition=cursor.name())
    if cursor.accept("NO", "DEPENDS", "ON", "EXTENSION") or cursor.accept("DEPENDS", "ON", "EXTENSION"):
        cursor.identifier()
        return AlterIndex(span=span, index=index, action="depends")
    if cursor.accept("ALTER"):
        cursor.accept("COLUMN")
        cursor.next()
        cursor.expect("SET", "STATISTICS")
        cursor.at = cursor.stop
        return AlterIndex(span=span, index=index, action="statistics")
    return None


def _index_setting(cursor: Cursor, index: Name, span: Span) -> Operation | None:
    if cursor.accept("SET", "TABLESPACE"):
        tablespace = cursor.identifier()
        cursor.accept("NOWAIT")
        return SetTablespace(span=span, kind="index", name=index, tablespace=tablespace)
    action = cursor.accept_any("SET", "RESET")
    if action is None or cursor.word != "(":
        return None
    reset = action == "RESET"
    parameters = read_changed_parameters(cursor, reset)
    return SetStorageParameters(span=span, kind="index", name=index, parameters=parameters, reset=reset)


_ReindexKind = Literal["index", "table", "schema", "database", "system"]


def reindex(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """REINDEX [(options)] INDEX|TABLE|SCHEMA|DATABASE|SYSTEM [CONCURRENTLY] [name]."""
    statement = cursor.span
    cursor.expect("REINDEX")
    options = read_flags(cursor) if cursor.word == "(" else {}
    cursor.accept("VERBOSE")
    word = cursor.accept_any("INDEX", "TABLE", "SCHEMA", "DATABASE", "SYSTEM")
    if word is None:
        raise Unreadable(f"REINDEX {cursor.word}")
    kind_word = cursor.span_from(cursor.at - 1)
    concurrently = cursor.accept("CONCURRENTLY") or is_on(options, "CONCURRENTLY")
    if cursor.done and word not in ("DATABASE", "SYSTEM"):
        raise Unreadable("REINDEX without a name")
    name = None if cursor.done else cursor.name()
    require_end(cursor)
    kind = cast(_ReindexKind, word.lower())
    return (Reindex(span=statement, kind=kind, name=name, concurrently=concurrently, kind_word=kind_word),)


def cluster(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CLUSTER [VERBOSE] [table [USING index]], and the old CLUSTER index ON table."""
    statement = cursor.span
    cursor.expect("CLUSTER")
    if cursor.word == "(":
        cursor.group()
    cursor.accept("VERBOSE")
    if cursor.done:
        return (Cluster(span=statement, table=None),)
    table = cursor.name()
    index: Identifier | None = None
    if cursor.accept("ON"):
        index, table = Identifier(table.text, table.span), cursor.name()
    elif cursor.accept("USING"):
        index = cursor.identifier()
    require_end(cursor)
    return (Cluster(span=statement, table=table, index=index),)


def create_statistics(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CREATE STATISTICS [[IF NOT EXISTS] name] [(kinds)] ON columns FROM table."""
    statement = cursor.span
    cursor.expect("CREATE", "STATISTICS")
    if_not_exists = accept_if_not_exists(cursor)
    name = None if cursor.word in ("ON", "(") else cursor.name()
    if not cursor.skip_to("FROM"):
        raise Unreadable("CREATE STATISTICS without FROM")
    cursor.expect("FROM")
    cursor.accept("ONLY")
    return (CreateStatistics(span=statement, name=name, table=cursor.name(), if_not_exists=if_not_exists),)


def alter_statistics(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """ALTER STATISTICS [IF EXISTS] name OWNER TO|RENAME TO|SET SCHEMA|SET STATISTICS."""
    statement = cursor.span
    cursor.expect("ALTER", "STATISTICS")
    accept_if_exists(cursor)
    name = cursor.name()
    owned = read_ownership(cursor, "statistics", name, statement)
    return owned if owned is not None else (Other(span=statement, kind="alter statistics"),)


def drop_statistics(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """DROP STATISTICS [IF EXISTS] a, b."""
    statement = cursor.span
    cursor.expect("DROP", "STATISTICS")
    return tuple(
        DropStatistics(span=span, name=name, if_exists=if_exists)
        for name, span, if_exists, _ in read_dropped(cursor, statement)
    )


READERS: dict[tuple[str, ...], Reader] = {
    ("CREATE", "INDEX"): create_index,
    ("DROP", "INDEX"): drop_index,
    ("ALTER", "INDEX"): alter_index,
    ("REINDEX",): reindex,
    ("CLUSTER",): cluster,
    ("CREATE", "STATISTICS"): create_statistics,
    ("ALTER", "STATISTICS"): alter_statistics,
    ("DROP", "STATISTICS"): drop_statistics,
}
