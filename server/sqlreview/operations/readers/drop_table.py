"""DROP TABLE and TRUNCATE."""

from __future__ import annotations

from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import Reader
from sqlreview.operations.readers.phrases import accept_cascade, read_dropped, require_end
from sqlreview.operations.tables import DropTable, Truncate
from sqlreview.sql.cursor import Cursor, Name
from sqlreview.sql.engines import Engine


def _read_drop_table(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    whole = cursor.span
    cursor.expect("DROP")
    cursor.accept("FOREIGN")
    cursor.expect("TABLE")
    return tuple(
        DropTable(span=span, table=table, if_exists=if_exists, cascade=cascade)
        for table, span, if_exists, cascade in read_dropped(cursor, whole)
    )


def _read_truncate(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    whole = cursor.span
    cursor.expect("TRUNCATE")
    cursor.accept("TABLE")
    tables = [_read_truncated(cursor)]
    while cursor.accept(","):
        tables.append(_read_truncated(cursor))
    restart_identity = cursor.accept("RESTART", "IDENTITY")
    cursor.accept("CONTINUE", "IDENTITY")
    cascade = accept_cascade(cursor)
    require_end(cursor)
    return tuple(
        Truncate(
            span=whole if len(tables) == 1 else table.span,
            table=table,
            cascade=cascade,
            restart_identity=restart_identity,
            only=only,
        )
        for table, only in tables
    )


def _read_truncated(cursor: Cursor) -> tuple[Name, bool]:
    only = cursor.accept("ONLY")
    table = cursor.name()
    cursor.accept("*")
    return table, only


READERS: dict[tuple[str, ...], Reader] = {
    ("DROP", "TABLE"): _read_drop_table,
    ("TRUNCATE",): _read_truncate,
}
