"""Which columns the relations of PostgreSQL's own catalog have, version by version."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from sqlreview.patterns import regex
from sqlreview.queries import ColumnReference, Query, Source
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.system_column_table import COLUMNS

_OLDEST, _NEWEST = 12, 18
_ENTRY = regex(r"(\w+)(?:\[(\d*)-(\d*)\])?")
_NAMES_OF_ROWS = frozenset(("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid", "oid"))
_TABLE = {"tablename": "relname", "table_name": "relname"}
_INDEX = {**_TABLE, "indexname": "indexrelname", "index_name": "indexrelname"}

SUCCESSORS: Mapping[str, Mapping[str, str]] = {
    "pg_stat_statements": {
        **{f"{name}_time": f"{name}_exec_time" for name in ("total", "mean", "min", "max", "stddev")},
        "blk_read_time": "shared_blk_read_time",
        "blk_write_time": "shared_blk_write_time",
    },
    "pg_stat_activity": {"procpid": "pid", "current_query": "query", "waiting": "wait_event", "username": "usename"},
    "pg_stat_replication": {f"{name}_location": f"{name}_lsn" for name in ("sent", "write", "flush", "replay")},
    "pg_proc": {"proisagg": "prokind", "proiswindow": "prokind"},
    **dict.fromkeys(("pg_stat_user_tables", "pg_stat_all_tables"), _TABLE),
    **dict.fromkeys(("pg_statio_user_tables", "pg_statio_all_tables"), _TABLE),
    **dict.fromkeys(("pg_stat_user_indexes", "pg_stat_all_indexes"), _INDEX),
    **dict.fromkeys(("pg_statio_user_indexes", "pg_statio_all_indexes"), _INDEX),
    **{name: {"relname": "tablename", "table_name": "tablename"} for name in ("pg_tables", "pg_indexes")},
}
"""The name to use instead, where a column was renamed or is often mistaken."""

FORMER: Mapping[str, frozenset[str]] = {
    "pg_stat_activity": frozenset(("procpid", "current_query", "waiting")),
    "pg_stat_replication": frozenset(f"{name}_location" for name in ("sent", "write", "flush", "replay")),
    "pg_proc": frozenset(("proisagg", "proiswindow")),
    "pg_constraint": frozenset(("consrc",)),
    "pg_attrdef": frozenset(("adsrc",)),
    "pg_class": frozenset(("relhasoids", "relhaspkey")),
    "pg_database": frozenset(("datlastsysoid",)),
    "pg_tablespace": frozenset(("spclocation",)),
}
"""Columns that versions before 12 had."""


@cache
def _tables() -> dict[str, dict[str, tuple[int, int]]]:
    tables: dict[str, dict[str, tuple[int, int]]] = {}
    for line in COLUMNS.replace("\n  ", " ").strip().splitlines():
        name, _, columns = line.partition(": ")
        relation = re.sub(r"\[.*\]", "", name)
        tables[relation] = {
            found[1]: (int(found[2] or _OLDEST), int(found[3] or _NEWEST)) for found in _ENTRY.finditer(columns)
        }
    return tables


RENAMED_FUNCTIONS = {
    "pg_current_xlog_location": "pg_current_wal_lsn",
    "pg_current_xlog_insert_location": "pg_current_wal_insert_lsn",
    "pg_current_xlog_flush_location": "pg_current_wal_flush_lsn",
    "pg_last_xlog_receive_location": "pg_last_wal_receive_lsn",
    "pg_last_xlog_replay_location": "pg_last_wal_replay_lsn",
    "pg_xlog_location_diff": "pg_wal_lsn_diff",
    "pg_xlogfile_name": "pg_walfile_name",
    "pg_xlogfile_name_offset": "pg_walfile_name_offset",
    "pg_switch_xlog": "pg_switch_wal",
    "pg_xlog_replay_pause": "pg_wal_replay_pause",
    "pg_xlog_replay_resume": "pg_wal_replay_resume",
    "pg_is_xlog_replay_paused": "pg_is_wal_replay_paused",
}
"""Functions that got another name in PostgreSQL 10."""


def catalog_relation(source: Source, catalog: Catalog) -> str | None:
    """The relation of PostgreSQL's catalog a source of a query reads; None for tables of users."""
    name = source.name
    if source.kind != "table" or name is None or name.text not in _tables() or source.column_aliases:
        return None
    if name.schema not in (None, "pg_catalog") and not name.text.startswith("pg_stat_statements"):
        return None
    return name.text if catalog.table(name) is None and catalog.view(name) is None else None


def read_of(reference: ColumnReference, query: Query, catalog: Catalog) -> str | None:
    """The relation of PostgreSQL's catalog a column reference certainly belongs to."""
    if reference.column in _NAMES_OF_ROWS:
        return None
    if reference.qualifier is not None:
        source = query.scope.source(reference.qualifier)
        return catalog_relation(source, catalog) if source is not None and not source.joined_as else None
    is_output = any(output.name == reference.column and output.value.column is None for output in query.output_list)
    aliased = any(output.alias and output.alias.text == reference.column for output in query.output_list)
    if len(query.sources) != 1 or _is_nested(query) or is_output or aliased:
        return None
    return catalog_relation(query.sources[0], catalog)


def _is_nested(query: Query) -> bool:
    """Whether a bare name may belong to a relation of a query around it."""
    outer = query.scope.outer
    while outer is not None and not outer.sources:
        outer = outer.outer
    return outer is not None


def is_known(relation: str, column: str, version: int) -> bool:
    """Whether that version of PostgreSQL has the column."""
    first, last = _tables()[relation].get(column, (99, 0))
    return first <= version <= last


def versions_with(relation: str, column: str) -> tuple[int, int] | None:
    """The first and last supported version that has the column; None for a column none of them has."""
    return _tables()[relation].get(column)
