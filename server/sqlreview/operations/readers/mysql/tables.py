"""DROP, RENAME, TRUNCATE, LOCK, ANALYZE and OPTIMIZE TABLE of MySQL and MariaDB."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.operations.namespaces import Other
from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import Reader
from sqlreview.operations.readers.mysql.words import OnlineDraft, rest_of
from sqlreview.operations.readers.phrases import accept_cascade, read_names, require_end
from sqlreview.operations.sessions import Analyze, LockTable
from sqlreview.operations.tables import DropTable, RebuildTable, RenameTable, Truncate
from sqlreview.sql.cursor import Cursor, Identifier, Name, Unreadable
from sqlreview.sql.engines import Engine
from sqlreview.text import Span


def drop_table(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """DROP [TEMPORARY] TABLE [IF EXISTS] a, b [CASCADE] [WAIT n]; CASCADE says nothing in MySQL."""
    statement = cursor.span
    cursor.expect("DROP")
    temporary = cursor.accept("TEMPORARY")
    if cursor.accept_any("TABLE", "TABLES") is None:
        raise Unreadable(f"expected TABLE, found {cursor.word or 'the end'}")
    if_exists = cursor.accept("IF", "EXISTS")
    tables = read_names(cursor)
    if temporary:
        tables = [Name("pg_temp", table.text, table.span) for table in tables]
    accept_cascade(cursor)
    online = _read_wait(cursor)
    require_end(cursor)
    return online.given_to(
        DropTable(span=statement if len(tables) == 1 else table.span, table=table, if_exists=if_exists)
        for table in tables
    )


def _read_wait(cursor: Cursor) -> OnlineDraft:
    online = OnlineDraft()
    if cursor.word in ("WAIT", "NOWAIT"):
        online.accept(cursor)
    return online


def rename_tables(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """RENAME TABLE [IF EXISTS] a TO b, c TO d, which happens at once or not at all."""
    statement = cursor.span
    cursor.expect("RENAME")
    if cursor.accept_any("TABLE", "TABLES") is None:
        raise Unreadable(f"expected TABLE, found {cursor.word or 'the end'}")
    if_exists = cursor.accept("IF", "EXISTS")
    online = OnlineDraft()
    items = list(cursor.items())
    if not items:
        raise Unreadable("RENAME TABLE names no table")
    renamed = []
    for item in items:
        place = statement if len(items) == 1 else item.span
        table = item.name()
        if item.word in ("WAIT", "NOWAIT"):
            online.accept(item)
        item.expect("TO")
        new = item.name()
        require_end(item)
        new_name = Identifier(new.text, item.tokens.span(item.at - 1, item.at))
        renamed.append(
            RenameTable(span=place, table=table, new_name=new_name, if_exists=if_exists, new_schema=new.schema)
        )
    return online.given_to(renamed)


def truncate(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """TRUNCATE [TABLE] name [WAIT n]; the numbers of AUTO_INCREMENT begin anew."""
    statement = cursor.span
    cursor.expect("TRUNCATE")
    cursor.accept("TABLE")
    table = cursor.name()
    online = _read_wait(cursor)
    require_end(cursor)
    return online.given_to((Truncate(span=statement, table=table, restart_identity=True),))


def lock_tables(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """LOCK TABLES a READ [LOCAL], b AS x WRITE [WAIT n]."""
    statement = cursor.span
    cursor.expect("LOCK")
    if cursor.accept("INSTANCE"):
        return (Other(span=statement, kind="lock instance"),)
    if cursor.accept_any("TABLES", "TABLE") is None:
        raise Unreadable(f"expected TABLES, found {cursor.word or 'the end'}")
    items = list(cursor.items())
    if not items:
        raise Unreadable("LOCK TABLES names no table")
    return tuple(_locked(item, statement if len(items) == 1 else item.span) for item in items)


def _locked(cursor: Cursor, span: Span) -> Operation:
    table = cursor.name()
    cursor.accept("AS")
    if cursor.word not in ("READ", "WRITE", "LOW_PRIORITY"):
        cursor.identifier()
    cursor.accept("LOW_PRIORITY")
    mode = cursor.accept_any("READ", "WRITE")
    if mode is None:
        raise Unreadable(f"expected READ or WRITE, found {cursor.word or 'the end'}")
    cursor.accept_any("LOCAL", "CONCURRENT")
    online = _read_wait(cursor)
    require_end(cursor)
    return LockTable(span=span, table=table, mode=mode, nowait=online.wait == 0)


def analyze(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """ANALYZE TABLE a, b; MariaDB's ANALYZE of a query."""
    statement = cursor.span
    cursor.expect("ANALYZE")
    cursor.accept_any("NO_WRITE_TO_BINLOG", "LOCAL")
    if cursor.accept_any("TABLE", "TABLES") is None:
        return (Other(span=statement, kind="analyze"),)
    return tuple(Analyze(span=span, table=table) for table, span in _maintained(cursor, statement))


def optimize(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """OPTIMIZE TABLE a, b, which InnoDB does by rebuilding them."""
    statement = cursor.span
    cursor.expect("OPTIMIZE")
    cursor.accept_any("NO_WRITE_TO_BINLOG", "LOCAL")
    if cursor.accept_any("TABLE", "TABLES") is None:
        raise Unreadable(f"expected TABLE, found {cursor.word or 'the end'}")
    return tuple(RebuildTable(span=span, table=table) for table, span in _maintained(cursor, statement))


def _maintained(cursor: Cursor, statement: Span) -> Iterator[tuple[Name, Span]]:
    tables = read_names(cursor)
    rest_of(cursor)  # PERSISTENT FOR ..., UPDATE HISTOGRAM ON ..., WAIT n
    for table in tables:
        yield table, statement if len(tables) == 1 else table.span


READERS: dict[tuple[str, ...], Reader] = {
    ("DROP", "TABLE"): drop_table,
    ("DROP", "TABLES"): drop_table,
    ("RENAME", "TABLE"): rename_tables,
    ("RENAME", "TABLES"): rename_tables,
    ("TRUNCATE",): truncate,
    ("LOCK",): lock_tables,
    ("ANALYZE",): analyze,
    ("OPTIMIZE",): optimize,
}
