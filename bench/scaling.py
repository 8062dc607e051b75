"""How the time of a review grows with its input: a factor near 2 for twice the input is linear, near 4 quadratic.

    python bench/scaling.py                       # every shape
    python bench/scaling.py partitions drops --size 4000

Every row reviews one shape at a size and at twice that size: the whole review (`open`) and the slowest part of one
keystroke at the end of the file (`key`, with the checks of whole files and schemas included).
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Callable, Iterator

import generated

from sqlreview.config import load_config
from sqlreview.migrations.project import SourceFile
from sqlreview.project import Project, rules_of_config
from sqlreview.ruleset import RuleSet

Shape = Callable[[int], str]


def _lines(before: str, line: str, after: str = "") -> Shape:
    """A shape that repeats one line, in which {i} is its number and {j} the next one."""

    def write(size: int) -> str:
        lines = (line.replace("{i}", str(number)).replace("{j}", str(number + 1)) for number in range(size))
        return "\n".join((before, *lines, after))

    return write


def _list(before: str, item: str, after: str, separator: str = ", ") -> Shape:
    """A shape of one statement with a long list in it."""

    def write(size: int) -> str:
        return before + separator.join(item.replace("{i}", str(number)) for number in range(size)) + after

    return write


_LARGE = "CREATE TABLE t (id bigint PRIMARY KEY, a int, b int, at timestamptz NOT NULL);"
_PARENT = "CREATE TABLE p (id bigint, at int NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);"
_HALF = "ALTER TABLE t ADD COLUMN n{i} int; UPDATE t SET a = n{i} WHERE b > {i};"


def _chain(size: int) -> str:
    views = (f"CREATE VIEW v{number} AS SELECT id FROM v{number - 1};" for number in range(1, size))
    return "\n".join(("CREATE TABLE t (id int PRIMARY KEY); CREATE VIEW v0 AS SELECT id FROM t;", *views))


SHAPES: dict[str, Shape] = {
    "schema": lambda size: generated.schema(size * 10),
    "changes": lambda size: generated.changes(size * 10),
    "columns": _list("CREATE TABLE t (", "c{i} int NOT NULL DEFAULT {i}", ");"),
    "add-columns": _lines(_LARGE, "ALTER TABLE t ADD COLUMN c{i} int;"),
    "actions": _list("ALTER TABLE t ", "ADD COLUMN c{i} int NOT NULL DEFAULT 0", ";"),
    "drop-columns": _lines(_LARGE, "ALTER TABLE orders DROP COLUMN c{i};"),
    "alter-columns": _lines(_LARGE, "ALTER TABLE t ALTER COLUMN a SET DEFAULT {i};"),
    "unknown-columns": _lines("", "ALTER TABLE t ALTER COLUMN c{i} SET NOT NULL;"),
    "rename-columns": _lines("", "ALTER TABLE t RENAME COLUMN c{i} TO d{i};"),
    "indexes": _lines(_LARGE, "CREATE INDEX i{i} ON t (a, (b + {i}));"),
    "drop-indexes": _lines("", "DROP INDEX CONCURRENTLY i{i};"),
    "moves": _lines("-- +goose Up\n", "CREATE INDEX i{i} ON t{i} (a);"),
    "checks": _lines(_LARGE, "ALTER TABLE t ADD CONSTRAINT c{i} CHECK (a > {i});"),
    "uniques": _lines(_LARGE, "ALTER TABLE t ADD CONSTRAINT u{i} UNIQUE (a, b);"),
    "foreign-keys": _lines(_LARGE, "ALTER TABLE t ADD CONSTRAINT f{i} FOREIGN KEY (a) REFERENCES r{i} (id);"),
    "children": _lines(_LARGE, "CREATE TABLE c{i} (id int PRIMARY KEY, t_id bigint REFERENCES t (id));"),
    "partitions": _lines(_PARENT, "CREATE TABLE p{i} PARTITION OF p FOR VALUES FROM ({i}) TO ({j});"),
    "list-partitions": _lines(
        "CREATE TABLE p (id bigint NOT NULL) PARTITION BY LIST (id);",
        "CREATE TABLE p{i} PARTITION OF p FOR VALUES IN ({i});",
    ),
    "inherited": _lines(_LARGE, "CREATE TABLE c{i} () INHERITS (t);"),
    "triggers": _lines(_LARGE, "CREATE TRIGGER g{i} AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();"),
    "policies": _lines(_LARGE, "CREATE POLICY p{i} ON t USING (a = {i});"),
    "drops": _lines("", "DROP TABLE t{i};"),
    "create-drop": _lines("", "CREATE TABLE t{i} (id int PRIMARY KEY); DROP TABLE t{i};"),
    "renames": _lines("", "ALTER TABLE t{i} RENAME TO u{i};"),
    "drop-list": _list("DROP TABLE ", "t{i}", " CASCADE;"),
    "truncates": _lines("", "TRUNCATE t{i};"),
    "truncate-list": _list("TRUNCATE ", "t{i}", ";"),
    "transaction": _lines("BEGIN;", "ALTER TABLE t{i} ADD COLUMN c int;", "COMMIT;"),
    "transaction-writes": _lines("BEGIN;" + _LARGE, "INSERT INTO t (id) VALUES ({i}); DELETE FROM t;", "COMMIT;"),
    "commits": _lines("", "UPDATE t SET a = {i}; COMMIT;"),
    "begins": _lines("", "BEGIN; CREATE INDEX i{i} ON t (a); COMMIT;"),
    "backfills": _lines("", _HALF),
    "settings": _lines("", "SET lock_timeout = '0'; ALTER TABLE t{i} ADD c int;"),
    "types": _lines("", "CREATE TYPE e{i} AS ENUM ('a', 'b'); CREATE TABLE t{i} (e e{i}); DROP TYPE e{i};"),
    "labels": _lines("CREATE TYPE e AS ENUM ();", "ALTER TYPE e ADD VALUE 'v{i}';"),
    "domains": _lines("", "CREATE DOMAIN d{i} AS int; ALTER DOMAIN d{i} ADD CHECK (VALUE > 0);"),
    "routines": _lines("", "CREATE FUNCTION f{i}() RETURNS int LANGUAGE sql AS 'SELECT {i}'; DROP FUNCTION f{i};"),
    "schemas": _lines("", "CREATE SCHEMA s{i}; CREATE TABLE s{i}.t (id int); DROP SCHEMA s{i} CASCADE;"),
    "views": _lines(_LARGE, "CREATE VIEW v{i} AS SELECT id, a FROM t WHERE b > {i};"),
    "view-chain": _chain,
    "grants": _lines(_LARGE, "GRANT SELECT ON t TO r{i};"),
    "comments": _lines(_LARGE, "COMMENT ON COLUMN t.a IS 'number {i}';"),
    "gist": _lines(_LARGE, "CREATE INDEX i{i} ON t USING gist (a);"),
    "body": _list("DO $$ BEGIN ", "ALTER TABLE t{i} ADD COLUMN c int;", " END $$;", " "),
    "body-table": _list("DO $$ BEGIN ", "UPDATE t SET a = {i};", " END $$;", " "),
    "inserts": _lines(_LARGE, "INSERT INTO t (id, a) VALUES ({i}, {i});"),
    "rows": _list("INSERT INTO t (id, a) VALUES ", "({i}, {i})", ";"),
    "members": _list("SELECT id FROM t WHERE a IN (", "{i}", ");"),
    "conditions": _list("SELECT id FROM t WHERE ", "a = {i}", ";", " OR "),
    "joins": _list("SELECT 1 FROM t ", "JOIN t{i} ON t{i}.id = t.id", ";", " "),
    "outputs": _list("SELECT ", "a.c{i}", " FROM a;"),
    "common-tables": _list("WITH ", "q{i} AS (SELECT 1 FROM t)", " SELECT 1 FROM q0;"),
    "unions": _list("", "SELECT {i} AS a", ";", " UNION ALL "),
    "ignored": _lines("", "-- sqlreview: ignore[data/drop-table, locks/vacuum-full] because\nDROP TABLE t{i};"),
    "ignored-in-vain": _lines("", "-- sqlreview: ignore[types/money-type] because\nDROP TABLE t{i};"),
    "ignored-by-nobody": _lines("", "-- sqlreview: ignore[no/rule{i}]\nDROP TABLE t{i};"),
    "ignored-blocks": _lines("", "-- sqlreview: ignore-start[data]\nDROP TABLE t{i};\n-- sqlreview: ignore-end"),
    "ignored-open-blocks": _lines("", "-- sqlreview: ignore-start[data/drop-table]\nDROP TABLE t{i};"),
    "ignored-ends": _lines("", "-- sqlreview: ignore-start[data]\n-- sqlreview: ignore-end[locks]\nDROP TABLE t{i};"),
    "ignored-files": _lines("", "-- sqlreview: ignore-file[data/drop-table]\nDROP TABLE t{i};"),
    "ignored-list": _list("-- sqlreview: ignore[", "data/drop-table", "]\nDROP TABLE t;"),
    "ignored-inside": _list("CREATE TABLE t (\n", "c{i} money", ");", ", -- sqlreview: ignore[types]\n"),
    "broken": _lines("", "CREATE TABEL t{i} (id int;"),
}


def measure(name: str, size: int) -> None:
    """Prints one row."""
    rules = rules_of_config(load_config({"select": ["all"]}))
    small, large = (_times(rules, SHAPES[name](length)) for length in (size, 2 * size))
    factors = "  ".join(
        f"{label} {1000 * first:8.1f} {1000 * second:8.1f} ms  x{second / max(first, 1e-6):4.1f}"
        for label, first, second in zip(("open", "key"), small, large, strict=True)
    )
    print(f"{name:20} {size:6} {2 * size:6}  {factors}", flush=True)


def _times(rules: RuleSet, text: str) -> Iterator[float]:
    gc.collect()
    gc.disable()
    begin = time.perf_counter()
    project = Project([SourceFile("0001_first.sql", text)], load_config({}), rules=rules)
    project.report()
    yield time.perf_counter() - begin
    took = []
    end = len(text)
    for typed in "\nSELECT 1;":
        begin = time.perf_counter()
        project.edit("0001_first.sql", end, end, typed)
        took.append(time.perf_counter() - begin)
        end += 1
    gc.enable()
    yield min(took)


def main() -> None:
    """Measures what the arguments name."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shapes", nargs="*", choices=[*SHAPES, []], help="all unless given")
    parser.add_argument("--size", type=int, default=1000)
    given = parser.parse_args()
    for name in given.shapes or SHAPES:
        measure(name, given.size)


if __name__ == "__main__":
    main()
