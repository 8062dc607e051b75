"""Fills the tables of a PostgreSQL database with rows that all their constraints allow."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

ROWS = 300
"""Rows of each table."""
REPEATED = 40
"""Different values of a column in rows that are varied."""

_COLUMNS = """
SELECT c.oid, n.nspname, c.relname, a.attname, a.attnotnull OR t.typnotnull, a.attidentity <> '',
  CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) ELSE format_type(a.atttypid, a.atttypmod) END,
  coalesce(b.typtype, t.typtype), coalesce(b.typcategory, t.typcategory),
  EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND (i.indisunique OR i.indisexclusion)
          AND (a.attnum = ANY (i.indkey) OR 0 = ANY (i.indkey))),
  (SELECT array_agg(enumlabel ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = coalesce(b.oid, t.oid)),
  coalesce(a.attgenerated, '') <> '', format_type(a.atttypid, a.atttypmod)
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type b ON b.oid = nullif(t.typbasetype, 0)
WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
  AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_'
ORDER BY c.oid, a.attnum
"""
_CHECKS = """
SELECT k.conname, pg_get_constraintdef(k.oid),
  CASE WHEN k.conrelid = 0 THEN (SELECT array_agg(attname) FROM pg_attribute WHERE atttypid = k.contypid)
  ELSE (SELECT array_agg(attname) FROM pg_attribute WHERE attrelid = k.conrelid AND attnum = ANY (k.conkey)) END
FROM pg_constraint k WHERE k.contype = 'c' AND connamespace NOT IN ('pg_catalog'::regnamespace,
  'information_schema'::regnamespace)
"""
_BOUNDS = """
SELECT i.inhrelid, pg_get_expr(c.relpartbound, c.oid), pg_get_partkeydef(i.inhparent)
FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE c.relpartbound IS NOT NULL
"""
_FOREIGN_KEYS = """
SELECT k.conrelid::regclass::text, k.confrelid::regclass::text,
  (SELECT array_agg(a.attname ORDER BY p.place) FROM unnest(k.conkey) WITH ORDINALITY p(number, place)
   JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.number),
  (SELECT array_agg(a.attname ORDER BY p.place) FROM unnest(k.confkey) WITH ORDINALITY p(number, place)
   JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = p.number)
FROM pg_constraint k WHERE k.contype = 'f' AND k.convalidated
"""
_SEQUENCES = """
SELECT c.oid::regclass::text FROM pg_class c JOIN pg_sequence s ON s.seqrelid = c.oid
WHERE s.seqmax > 1000 AND s.seqmin <= 1 AND s.seqincrement > 0
"""
_LITERAL = re.compile(r"'((?:[^']|'')*+)'|(?<![\w.'])(-?\d++(?:\.\d++)?+)(?![\w.'])")
_LENGTH = re.compile(r"(?:char|character|varying|varchar|bpchar|bit)\w*\s*\((\d+)\)")
_PRECISION = re.compile(r"numeric\((\d+),(-?\d+)\)")
_VALUES = (
    (r"(?:(?:small|big)?int(?:eger)?|oid)$", "{i}"),
    (r"numeric|real|double|money", "{i}"),
    (r"bool", "{i} % 2 = 0"),
    (r"timestamp", "timestamp '2024-01-01' + {i} * interval '1 day 1 hour'"),
    (r"date\b", "date '2024-01-01' + {i}"),
    (r"time\b|time with", "time '00:00' + {i} * interval '1 minute'"),
    (r"interval", "{i} * interval '1 hour'"),
    (r"uuid", "lpad(to_hex({i}), 32, '0')::uuid"),
    (r"jsonb?$", "json_build_object('a', {i})"),
    (r"bytea", "decode(lpad(to_hex({i}), 8, '0'), 'hex')"),
    (r"inet|cidr", "('10.0.' || {i} / 250 || '.' || {i} % 250)::inet"),
    (r"macaddr", "('08:00:2b:01:' || lpad(to_hex({i} / 250), 2, '0') || ':' || lpad(to_hex({i} % 250), 2, '0'))"),
    (r"int[48]range|numrange", "'[' || {i} || ',' || {i} + 1 || ')'"),
    (r"daterange|ts(tz)?range", "'[' || date '2024-01-01' + {i} || ',' || date '2024-01-01' + {i} + 1 || ')'"),
    (r"point", "point({i}, {i})"),
    (r"tsvector", "to_tsvector('simple', 'word' || {i})"),
    (r"bit", "{i}::bit(16)"),
    (r"xml", "'<a>' || {i} || '</a>'"),
    (r"hstore", "'a=>' || {i}"),
)


@dataclass(slots=True)
class Column:
    """A column to be filled."""

    name: str
    needed: bool
    always: bool
    """Whether it is an identity column."""
    type: str
    kind: str
    category: str
    unique: bool
    labels: list[str] | None
    declared: str
    chosen: list[str] = field(default_factory=list)
    """Literals that a constraint mentions, to be used instead of numbers."""


@dataclass(slots=True)
class Table:
    """A table to be filled."""

    oid: int
    schema: str
    name: str
    columns: list[Column]

    @property
    def quoted(self) -> str:
        """As SQL names it."""
        return f'"{self.schema}"."{self.name}"'


def fill(connection: Any, *, varied: bool) -> list[str]:
    """Puts rows into every empty table and returns the names of those that stay empty.

    The rows are numbered, and a column's value says the number of its row, so that any two columns of one type fit as
    a foreign key. Where `varied`, columns have NULLs and values that repeat as far as they may.
    """
    connection.execute("SET session_replication_role = replica; SET client_min_messages = error; SET TimeZone = 'UTC'")
    tables = _tables(connection)
    bounds = {row[0]: (row[1], row[2]) for row in connection.execute(_BOUNDS)}
    checks = {row[0]: (row[1], row[2] or []) for row in connection.execute(_CHECKS)}
    for table in tables:
        if connection.execute(f"SELECT EXISTS (SELECT FROM ONLY {table.quoted})").fetchone()[0]:
            continue
        if table.oid in bounds:
            _within(table, *bounds[table.oid])
        _insert(connection, table, checks, varied)
    _keep_promises(connection)
    connection.execute("SET session_replication_role = origin")
    _finish(connection)
    return [
        table.name
        for table in tables
        if not connection.execute(f"SELECT EXISTS (SELECT FROM {table.quoted})").fetchone()[0]
    ]


def _tables(connection: Any) -> list[Table]:
    found: dict[int, Table] = {}
    for (
        oid,
        schema,
        table,
        name,
        needed,
        always,
        type_,
        kind,
        category,
        unique,
        labels,
        generated,
        declared,
    ) in connection.execute(_COLUMNS).fetchall():
        entry = found.setdefault(oid, Table(oid, schema, table, []))
        if not generated:
            entry.columns.append(Column(name, needed, always, type_, kind, category, unique, labels, declared))
    return list(found.values())


def _insert(connection: Any, table: Table, checks: dict[str, tuple[str, list[str]]], varied: bool) -> None:
    import psycopg

    if not table.columns:
        connection.execute(f"INSERT INTO {table.quoted} SELECT FROM generate_series(1, {ROWS})")
        return
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    tried: dict[str, int] = {}
    while True:
        values = ", ".join(_value(column, varied) for column in table.columns)
        try:
            connection.execute(
                f"INSERT INTO {table.quoted} ({names}) OVERRIDING SYSTEM VALUE"
                f" SELECT {values} FROM generate_series(1, {ROWS}) AS i"
            )
        except psycopg.errors.CheckViolation as error:
            name = error.diag.constraint_name or ""
            if not _other_values(table, *checks.get(name, ("", [])), tried.get(name, 0)):
                return
            tried[name] = tried.get(name, 0) + 1
        except psycopg.Error:
            return
        else:
            return


def _value(column: Column, varied: bool) -> str:
    repeats = varied and not column.unique
    number = f"(i % {REPEATED} + 1)" if repeats else "i"
    value = value_of_type(column, number)
    if column.chosen:
        literals = ", ".join("'" + text.replace("'", "''") + "'" for text in column.chosen)
        value = f"(ARRAY[{literals}])[1 + i % {len(column.chosen)}]::{column.declared}"
    if varied and not column.needed and not (column.unique and column.chosen):
        return f"CASE WHEN i % 7 = 0 THEN NULL ELSE {value} END"
    return value


def value_of_type(column: Column, number: str) -> str:
    """The value that a column of this type has in the row of a number."""
    if column.labels:
        labels = ", ".join(f"'{label}'" for label in column.labels)
        return f"(ARRAY[{labels}])[1 + {number} % {len(column.labels)}]::{column.declared}"
    if column.type.endswith("[]"):
        inner = Column("", True, False, column.type[:-2], "b", "", False, None, column.type[:-2])
        return f"ARRAY[{value_of_type(inner, number)}]::{column.declared}"
    if found := _PRECISION.match(column.type):
        number = f"({number} % {10 ** min(int(found[1]) - int(found[2]), 9)})"
    if column.type == "smallint" or column.kind == "c":
        return f"{number}::smallint" if column.kind != "c" else "NULL"
    for pattern, template in _VALUES:
        if re.match(pattern, column.type):
            return f"({template.format(i=number)})::{column.declared}"
    if found := _LENGTH.search(column.type):
        number = f"{number} % {10 ** min(int(found[1]), 9)}"
    return f"({number})::text::{column.declared}"


def _other_values(table: Table, definition: str, names: list[str], attempt: int) -> bool:
    """Takes values that a CHECK names for its columns; False when there are no more to try."""
    columns = [column for column in table.columns if column.name in names]
    literals = [text.replace("''", "'") or number for text, number in _LITERAL.findall(definition)]
    numbers = [str(int(text) + step) for text in literals if re.fullmatch(r"-?\d{1,9}", text) for step in (1, -1)]
    choices = [literals, *([text] for text in (*literals, *numbers)), ["a@b.c"], ["1"], ["abcdef"], ["0.5"]]
    if not columns or not definition or attempt >= len(choices):
        return False
    for column in columns:
        column.chosen = choices[attempt]
    return True


def _within(table: Table, bound: str, key: str) -> None:
    """Makes the values of the partition key fit the bound of a partition."""
    method, _, rest = key.partition(" (")
    first = rest.rstrip(")").split(",")[0].strip().strip('"')
    column = next((item for item in table.columns if item.name == first), None)
    values = [text or number for text, number in _LITERAL.findall(bound)]
    if column is None or not values or method == "HASH":
        return
    if method == "LIST":
        column.chosen = values
    elif "MINVALUE" not in bound:
        column.chosen = values[:1]


def _keep_promises(connection: Any) -> None:
    """Takes out rows without the row that their foreign key names."""
    for table, other, columns, keys in connection.execute(_FOREIGN_KEYS).fetchall():
        pairs = " AND ".join(f'a."{one}" = b."{key}"' for one, key in zip(columns, keys, strict=True))
        given = " AND ".join(f'a."{one}" IS NOT NULL' for one in columns)
        connection.execute(f"DELETE FROM {table} a WHERE {given} AND NOT EXISTS (SELECT FROM {other} b WHERE {pairs})")


def _finish(connection: Any) -> None:
    for (name,) in connection.execute(_SEQUENCES).fetchall():
        connection.execute(f"SELECT setval('{name}', {ROWS + 1})")
    for (name,) in connection.execute("SELECT oid::regclass::text FROM pg_class WHERE relkind = 'm' ORDER BY oid"):
        connection.execute(f"REFRESH MATERIALIZED VIEW {name}")
