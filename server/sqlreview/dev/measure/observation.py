"""What can be seen of a server: its relations, the locks of a session, the rows it read, the indexes it built."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from psycopg.errors import Diagnostic

from sqlreview.dev.measure.cases import Facts, canonical
from sqlreview.dev.measure.servers import Connection
from sqlreview.locks.impact import LOCK_MODES
from sqlreview.patterns import regex

_RELATIONS = """
SELECT c.oid, n.nspname, c.relname, c.relkind::text, pg_relation_filenode(c.oid), c.relispopulated, i.indrelid
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_index i ON i.indexrelid = c.oid
WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'measuring') AND n.nspname !~ '^pg_toast'
"""
_LOCKS = """
SELECT relation, mode FROM pg_locks
WHERE pid = %s AND locktype = 'relation' AND granted
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
_READ_BY_SESSION = "SELECT o, pg_stat_get_xact_tuples_returned(o) FROM unnest(%s::oid[]) o"
_READ_BY_ALL = "SELECT o, pg_stat_get_tuples_returned(o) FROM unnest(%s::oid[]) o"

_MODES = {f"{mode.title().replace(' ', '')}Lock": mode for mode in LOCK_MODES}
_KINDS = {"r": "locks", "p": "locks", "m": "locks", "f": "locks", "i": "index_locks", "I": "index_locks"}
_BUILD = regex(r'building index "[^"]++" on table "([^"]++)"')


@dataclass(frozen=True, slots=True)
class Relation:
    """A table, index, view or sequence as it stands."""

    oid: int
    schema: str
    name: str
    kind: str
    """As pg_class.relkind has it."""
    file: int | None
    """The number of the file of its rows."""
    populated: bool
    table: int | None
    """The table of an index."""

    @property
    def label(self) -> str:
        """As facts name it."""
        return f"{self.schema}.{self.name}"

    @property
    def quoted(self) -> str:
        """As SQL names it."""
        return ".".join('"' + part.replace('"', '""') + '"' for part in (self.schema, self.name))

    @property
    def has_rows(self) -> bool:
        """Whether it stores rows that can be read."""
        return self.kind in "rm" and self.populated


Relations = Mapping[int, Relation]


def relations(session: Connection) -> dict[int, Relation]:
    """Every relation of users that the session sees, by oid."""
    return {row[0]: Relation(*row) for row in session.execute(_RELATIONS)}


def row_counts(session: Connection, counted: Iterable[Relation]) -> dict[int, int]:
    """The rows of those relations that store some, by oid."""
    queries = [
        f"SELECT {item.oid}, count(*) FROM {'ONLY ' if item.kind == 'r' else ''}{item.quoted}"
        for item in counted
        if item.has_rows
    ]
    return dict(session.execute(" UNION ALL ".join(queries)).fetchall()) if queries else {}


def mode_named(name: str) -> str:
    """The lock mode as SQL names it, of the name that pg_locks and messages have for it."""
    return _MODES[name]


def stronger(first: str, second: str) -> str:
    """The stronger one of two lock modes."""
    return max(first, second, key=LOCK_MODES.index)


def held_locks(session: Connection, pid: int) -> dict[int, str]:
    """The strongest lock another session holds on each relation, by oid."""
    held: dict[int, str] = {}
    for oid, name in session.execute(_LOCKS, [pid]):
        mode = mode_named(name)
        held[oid] = stronger(mode, held.get(oid, mode))
    return held


def rows_read_here(session: Connection, oids: Iterable[int]) -> dict[int, int]:
    """Rows this session has read of each relation and not reported yet; differences within a transaction are exact."""
    return dict(session.execute(_READ_BY_SESSION, [list(oids)]).fetchall())


def rows_read_by_all(session: Connection, oids: Iterable[int]) -> dict[int, int]:
    """Rows the server has counted as read of each relation, by whomever."""
    return dict(session.execute(_READ_BY_ALL, [list(oids)]).fetchall())


@dataclass(slots=True)
class IndexBuilds:
    """Listens to a session's DEBUG1 messages for the tables whose indexes are built."""

    tables: list[str] = field(default_factory=list)

    def listen(self, session: Connection) -> None:
        """Makes the session report what it builds from now on."""
        session.add_notice_handler(self._take)
        session.execute("SET client_min_messages = debug1")

    def _take(self, message: Diagnostic) -> None:
        if found := _BUILD.match(message.message_primary or ""):
            self.tables.append(found[1])


@dataclass(frozen=True, slots=True)
class Sight:
    """The relations and their rows before and after the statements, and what was read and built between."""

    before: Relations
    rows_before: Mapping[int, int]
    after: Relations
    rows_after: Mapping[int, int]
    """Of relations with a new file; others may be left out."""
    read: Mapping[int, int]
    built: Iterable[str]
    """Names of tables, without their schema."""


def renewed(before: Relations, after: Relations, kinds: str = "rm") -> list[Relation]:
    """Those of the earlier tables and materialized views, or relations of other kinds, that have a new file now."""
    return [
        after[oid]
        for oid, relation in before.items()
        if relation.kind in kinds and oid in after and after[oid].file != relation.file
    ]


def read_in_full(before: Relations, rows: Mapping[int, int], read: Mapping[int, int]) -> list[str]:
    """The relations of which at least as many rows were read as they have."""
    return [item.label for oid, item in before.items() if 0 < rows.get(oid, 0) <= read.get(oid, 0)]


def work(sight: Sight) -> Facts:
    """Rewrites, scans and index builds of relations that were there before, under their names of then."""
    new_files = renewed(sight.before, sight.after)
    tables = [item for item in sight.before.values() if item.kind in "rpm"]
    by_name = {sight.after[item.oid].name: item.label for item in tables if item.oid in sight.after}
    by_name |= {item.name: item.label for item in tables}
    built = {by_name[name] for name in sight.built if name in by_name}
    copied = {sight.before[item.table].label for item in renewed(sight.before, sight.after, "i") if item.table}
    return canonical(
        {
            "rewrites": [sight.before[item.oid].label for item in new_files if sight.rows_after.get(item.oid)],
            "emptied": [sight.before[item.oid].label for item in new_files if not sight.rows_after.get(item.oid)],
            "scans": read_in_full(sight.before, sight.rows_before, sight.read),
            "index_builds": built | copied,
        }
    )


def lock_facts(before: Relations, held: Mapping[int, str]) -> Facts:
    """Locks on relations that were there before: of tables, of indexes, of views and the rest."""
    found: Facts = {"locks": {}, "index_locks": {}, "other_locks": {}}
    for oid, mode in held.items():
        if oid in before:
            found[_KINDS.get(before[oid].kind, "other_locks")][before[oid].label] = mode
    return found
