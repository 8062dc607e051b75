"""CREATE, ALTER and DROP VIEW of MySQL and MariaDB."""

from __future__ import annotations

from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import Reader
from sqlreview.operations.readers.mysql.words import accept_definer
from sqlreview.operations.readers.phrases import read_dropped
from sqlreview.operations.readers.relations import relations_read
from sqlreview.operations.views import CreateView, DropView
from sqlreview.sql.cursor import Cursor, Unreadable
from sqlreview.sql.engines import Engine


def create_view(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CREATE [OR REPLACE] VIEW, and ALTER VIEW, which replaces the view."""
    statement = cursor.span
    or_replace = cursor.next() == "ALTER"
    or_replace = cursor.accept("OR", "REPLACE") or or_replace
    options = _read_options(cursor)
    cursor.expect("VIEW")
    cursor.accept("IF", "NOT", "EXISTS")
    view = cursor.name()
    columns = cursor.identifiers() if cursor.word == "(" else ()
    cursor.expect("AS")
    query, check_option = _without_check_option(cursor)
    if query.done:
        raise Unreadable("a view without a query")
    return (
        CreateView(
            span=statement,
            view=view,
            columns=columns,
            query=query.span,
            or_replace=or_replace,
            options=options,
            check_option=check_option,
            uses=relations_read(query),
        ),
    )


def _read_options(cursor: Cursor) -> tuple[tuple[str, str], ...]:
    """Reads ALGORITHM=, DEFINER= and SQL SECURITY."""
    options: list[tuple[str, str]] = []
    while True:
        if cursor.accept("ALGORITHM"):
            cursor.expect("=")
            options.append(("algorithm", cursor.next().lower()))
        elif cursor.word == "DEFINER":
            options.append(("definer", accept_definer(cursor) or ""))
        elif cursor.accept("SQL", "SECURITY"):
            options.append(("sql_security", cursor.next().lower()))
        else:
            return tuple(options)


def _without_check_option(cursor: Cursor) -> tuple[Cursor, str | None]:
    words, stop = cursor.tokens.words, cursor.stop
    if words[max(stop - 2, 0) : stop] != ["CHECK", "OPTION"]:
        return cursor, None
    if words[stop - 3] == "WITH":
        return Cursor(cursor.tokens, cursor.at, stop - 3), "cascaded"
    return Cursor(cursor.tokens, cursor.at, stop - 4), words[stop - 3].lower()


def drop_view(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """DROP VIEW [IF EXISTS] a, b."""
    statement = cursor.span
    cursor.expect("DROP", "VIEW")
    return tuple(
        DropView(span=span, view=name, if_exists=if_exists)
        for name, span, if_exists, _ in read_dropped(cursor, statement)
    )


READERS: dict[tuple[str, ...], Reader] = {
    ("CREATE", "VIEW"): create_view,
    ("ALTER", "VIEW"): create_view,
    ("DROP", "VIEW"): drop_view,
}
