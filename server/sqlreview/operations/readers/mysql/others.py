"""MySQL's statements that are recognised and need no reading: they touch nothing the catalog or a rule knows."""

from __future__ import annotations

from sqlreview.operations.namespaces import Other
from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import Reader
from sqlreview.sql.cursor import Cursor
from sqlreview.sql.engines import Engine

_OBJECTS = (
    "LOGFILE GROUP",
    "PACKAGE",
    "PACKAGE BODY",
    "RESOURCE GROUP",
    "SERVER",
    "SPATIAL REFERENCE SYSTEM",
    "TABLESPACE",
    "UNDO TABLESPACE",
)
_STATEMENTS = (
    "ALTER INSTANCE",
    "BINLOG",
    "CACHE INDEX",
    "CHANGE MASTER",
    "CHANGE REPLICATION",
    "CHECK TABLE",
    "CHECKSUM TABLE",
    "CLONE",
    "CLOSE",
    "DEALLOCATE",
    "DECLARE",
    "DESC",
    "DESCRIBE",
    "DO",
    "DROP PREPARE",
    "EXPLAIN",
    "FETCH",
    "FLUSH",
    "GET DIAGNOSTICS",
    "HANDLER",
    "HELP",
    "IMPORT TABLE",
    "INSTALL COMPONENT",
    "INSTALL PLUGIN",
    "INSTALL SONAME",
    "KILL",
    "LOAD INDEX",
    "OPEN",
    "PURGE",
    "REPAIR TABLE",
    "REPAIR TABLES",
    "RESET",
    "RESIGNAL",
    "RESTART",
    "RETURN",
    "SHOW",
    "SHUTDOWN",
    "SIGNAL",
    "START GROUP_REPLICATION",
    "START REPLICA",
    "START SLAVE",
    "STOP GROUP_REPLICATION",
    "STOP REPLICA",
    "STOP SLAVE",
    "UNINSTALL COMPONENT",
    "UNINSTALL PLUGIN",
    "UNINSTALL SONAME",
    "UNLOCK",
    "XA",
)


def _reader_of(kind: str) -> Reader:
    def read(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
        return (Other(span=cursor.span, kind=kind),)

    return read


_KINDS = (*(f"{verb} {kind}" for verb in ("CREATE", "ALTER", "DROP") for kind in _OBJECTS), *_STATEMENTS)

READERS: dict[tuple[str, ...], Reader] = {tuple(kind.split()): _reader_of(kind.lower()) for kind in _KINDS}
