"""Reads statements on views and materialized views."""

from __future__ import annotations

from typing import Literal

from sqlreview.operations.columns import RenameColumn
from sqlreview.operations.namespaces import Other
from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import Reader
from sqlreview.operations.readers.parts import read_parameters
from sqlreview.operations.readers.phrases import (
    accept_if_exists,
    accept_if_not_exists,
    read_changed_parameters,
    read_dropped,
    read_ownership,
    require_end,
    where_it_exists,
)
from sqlreview.operations.readers.relations import relations_read
from sqlreview.operations.tables import SetAccessMethod, SetClusterIndex, SetStorageParameters, SetTablespace
from sqlreview.operations.views import (
    AlterView,
    CreateMaterializedView,
    CreateView,
    DropView,
    RefreshMaterializedView,
    RenameView,
)
from sqlreview.sql.cursor import Cursor, Name, Unreadable
from sqlreview.sql.engines import Engine
from sqlreview.text import Span


def create_view(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CREATE [OR REPLACE] [TEMPORARY] [RECURSIVE] VIEW name [(columns)] [WITH (options)] AS query."""
    statement = cursor.span
    cursor.expect("CREATE")
    or_replace = cursor.accept("OR", "REPLACE")
    cursor.accept_any("LOCAL", "GLOBAL")
    temporary = cursor.accept_any("TEMP", "TEMPORARY") is not None
    recursive = cursor.accept("RECURSIVE")
    cursor.expect("VIEW")
    view = cursor.name()
    columns = cursor.identifiers() if cursor.word == "(" else ()
    options = read_parameters(cursor) if cursor.accept("WITH") else ()
    cursor.expect("AS")
    query, check_option = _without_check_option(cursor)
    return (
        CreateView(
            span=statement,
            view=view,
            columns=columns,
            query=_query_span(query),
            or_replace=or_replace,
            temporary=temporary,
            recursive=recursive,
            options=options,
            check_option=check_option,
            uses=relations_read(query, view.text if recursive else None),
        ),
    )


def _query_span(query: Cursor) -> Span:
    if query.done:
        raise Unreadable("a view without a query")
    return query.span


def _without_check_option(cursor: Cursor) -> tuple[Cursor, str | None]:
    words, stop = cursor.tokens.words, cursor.stop
    if words[stop - 2 : stop] != ["CHECK", "OPTION"]:
        return cursor, None
    if words[stop - 3] == "WITH":
        return Cursor(cursor.tokens, cursor.at, stop - 3), "cascaded"
    return Cursor(cursor.tokens, cursor.at, stop - 4), words[stop - 3].lower()


def create_materialized_view(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CREATE MATERIALIZED VIEW [IF NOT EXISTS] name [(columns)] ... AS query [WITH [NO] DATA]."""
    statement = cursor.span
    cursor.expect("CREATE")
    cursor.accept("UNLOGGED")
    cursor.expect("MATERIALIZED", "VIEW")
    if_not_exists = accept_if_not_exists(cursor)
    view = cursor.name()
    columns = cursor.identifiers() if cursor.word == "(" else ()
    while cursor.accept_any("USING", "TABLESPACE"):
        cursor.identifier()
        if cursor.accept("WITH"):
            cursor.group()
    if cursor.accept("WITH"):
        cursor.group()
    if cursor.accept("TABLESPACE"):
        cursor.identifier()
    cursor.expect("AS")
    words, stop = cursor.tokens.words, cursor.stop
    with_data = words[stop - 3 : stop] != ["WITH", "NO", "DATA"]
    if not with_data:
        stop -= 3
    elif words[stop - 2 : stop] == ["WITH", "DATA"]:
        stop -= 2
    query = Cursor(cursor.tokens, cursor.at, stop)
    return (
        CreateMaterializedView(
            span=statement,
            view=view,
            columns=columns,
            query=_query_span(query),
            if_not_exists=if_not_exists,
            with_data=with_data,
            uses=relations_read(query),
        ),
    )


def refresh_materialized_view(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """REFRESH MATERIALIZED VIEW [CONCURRENTLY] name [WITH [NO] DATA]."""
    statement = cursor.span
    cursor.expect("REFRESH", "MATERIALIZED", "VIEW")
    view_word = cursor.span_from(cursor.at - 1)
    concurrently = cursor.accept("CONCURRENTLY")
    view = cursor.name()
    with_data = not cursor.accept("WITH", "NO", "DATA")
    cursor.accept("WITH", "DATA")
    require_end(cursor)
    return (
        RefreshMaterializedView(
            span=statement, view=view, concurrently=concurrently, with_data=with_data, view_word=view_word
        ),
    )


def drop_view(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """DROP [MATERIALIZED] VIEW [IF EXISTS] a, b [CASCADE]."""
    statement = cursor.span
    cursor.expect("DROP")
    materialized = cursor.accept("MATERIALIZED")
    cursor.expect("VIEW")
    return tuple(
        DropView(span=span, view=name, materialized=materialized, if_exists=if_exists, cascade=cascade)
        for name, span, if_exists, cascade in read_dropped(cursor, statement)
    )


def alter_view(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """ALTER [MATERIALIZED] VIEW [IF EXISTS] name action [, action]."""
    statement = cursor.span
    cursor.expect("ALTER")
    materialized = cursor.accept("MATERIALIZED")
    cursor.expect("VIEW")
    if cursor.sees("ALL", "IN", "TABLESPACE"):
        return (Other(span=statement, kind="alter materialized view all in tablespace"),)
    if_exists = accept_if_exists(cursor)
    view = cursor.name()
    actions = list(cursor.items())
    if not actions:
        raise Unreadable("ALTER VIEW without an action")
    found = (
        operation
        for action in actions
        for operation in _view_action(action, view, materialized, statement if len(actions) == 1 else action.span)
    )
    return where_it_exists(found, if_exists)


def _view_action(cursor: Cursor, view: Name, materialized: bool, span: Span) -> tuple[Operation, ...]:
    owned = read_ownership(cursor, "materialized view" if materialized else "view", view, span)
    if owned is not None:
        return owned
    if cursor.accept("RENAME"):
        return (_rename(cursor, view, materialized, span),)
    if cursor.accept("ALTER"):
        cursor.accept("COLUMN")
        cursor.identifier()
        return (AlterView(span=span, view=view, action=_column_change(cursor), materialized=materialized),)
    return (_setting(cursor, view, materialized, span),)


def _column_change(cursor: Cursor) -> Literal["default", "statistics", "other"]:
    if cursor.sees("SET", "DEFAULT") or cursor.sees("DROP", "DEFAULT"):
        return "default"
    return "statistics" if cursor.sees("SET", "STATISTICS") or cursor.peek() == "(" else "other"


def _rename(cursor: Cursor, view: Name, materialized: bool, span: Span) -> Operation:
    if cursor.accept("TO"):
        return RenameView(span=span, view=view, new_name=cursor.identifier(), materialized=materialized)
    if cursor.word == "COLUMN" and cursor.peek() != "TO":
        cursor.at += 1
    column = cursor.identifier()
    cursor.expect("TO")
    return RenameColumn(span=span, table=view, column=column, new_name=cursor.identifier())


def _setting(cursor: Cursor, view: Name, materialized: bool, span: Span) -> Operation:
    if cursor.accept("SET", "TABLESPACE"):
        return SetTablespace(span=span, kind="materialized view", name=view, tablespace=cursor.identifier())
    if cursor.accept("SET", "ACCESS", "METHOD"):
        return SetAccessMethod(span=span, table=view, method=cursor.identifier().text)
    if cursor.accept("CLUSTER", "ON"):
        return SetClusterIndex(span=span, table=view, index=cursor.identifier())
    if cursor.accept("SET", "WITHOUT", "CLUSTER"):
        return SetClusterIndex(span=span, table=view, index=None)
    if cursor.word in ("SET", "RESET") and cursor.peek() == "(":
        reset = cursor.next() == "RESET"
        kind: Literal["materialized view", "view"] = "materialized view" if materialized else "view"
        parameters = read_changed_parameters(cursor, reset)
        return SetStorageParameters(span=span, kind=kind, name=view, parameters=parameters, reset=reset)
    if cursor.sees("DEPENDS", "ON", "EXTENSION") or cursor.sees("NO", "DEPENDS", "ON", "EXTENSION"):
        return AlterView(span=span, view=view, action="other", materialized=materialized)
    raise Unreadable(f"ALTER VIEW ... {cursor.word or 'without an action'}")


READERS: dict[tuple[str, ...], Reader] = {
    ("CREATE", "VIEW"): create_view,
    ("CREATE", "MATERIALIZED", "VIEW"): create_materialized_view,
    ("REFRESH",): refresh_materialized_view,
    ("DROP", "VIEW"): drop_view,
    ("DROP", "MATERIALIZED", "VIEW"): drop_view,
    ("ALTER", "VIEW"): alter_view,
    ("ALTER", "MATERIALIZED", "VIEW"): alter_view,
}
