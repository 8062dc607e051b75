"""Changes that fixes spread over several migrations, run on a server while somebody else writes.

A case begins with what it shows, in comments, and has parts: `--- given` is the schema with its rows, `--- migration`
the change as it was written, `--- down` what undoes it, `--- rule` the rule whose fix is meant. `--- original` is what
to compare with where a server refuses the migration, and `--- later` says that the fix is for what has been applied.
`--- writes` runs on another connection between any two migrations, with a number for {n}; `--- holds` are queries whose
answer is true in the end. `--- accepts` names rules that may speak of the new files, `--- leaves` what undoing leaves,
`--- varies` the columns whose values are not the same twice; `--- harmless` says that no strong lock is what the fix
avoids, `--- guidance` that it is for editors, `--- since` which server is the first to know what it needs. `--- steps`
names the new migrations and `--- differs` tells how the schema differs from that of the original: `UPDATE=1 pytest
tests/rollouts` writes both.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

import pytest
from fingerprints import POSTGRES

from sqlreview.config import Config, load_config
from sqlreview.fixes import fix_files
from sqlreview.migrations.project import SourceFile
from sqlreview.project import Project
from sqlreview.sql.engines import engine_of
from sqlreview.sql.statements import split_statements

CASES = sorted((Path(__file__).parent / "cases").glob("*.sql"))
_PART = re.compile(r"(?m)^--- (\w+)\n")
NEWEST = 18
GIVEN, CHANGE = "m/0001_given", "m/0002_change"
STRONG = "('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')"
ALONE = re.compile(r"(?i)\bCONCURRENTLY\b|\ADO\b")
SPREAD = [
    *("locks/column-type-rewrite", "locks/attach-partition-scan", "locks/add-column-rewrite", "compat/rename-column"),
    *("locks/blocking-partition-detach", "locks/blocking-index-build", "data/unbatched-backfill"),
]
"""Rules whose fixes write several migrations."""
TABLES = """
    SELECT oid, oid::regclass::text FROM pg_class
    WHERE relkind IN ('r', 'p') AND relnamespace::regnamespace::text !~ '^pg_|^information'
"""

each_case = pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])


def parts_of(case: Path) -> dict[str, str]:
    title, *rest = _PART.split(case.read_text())
    return {"title": title, **dict(zip(rest[::2], rest[1::2], strict=True))}


def written(parts: dict[str, str]) -> dict[str, str]:
    """The migrations as they are, each with what undoes it."""
    return {
        f"{GIVEN}.up.sql": parts["given"],
        f"{GIVEN}.down.sql": "SELECT 1;\n",
        f"{CHANGE}.up.sql": "SELECT 2;\n" if "later" in parts else parts["migration"],
        f"{CHANGE}.down.sql": "SELECT 1;\n" if "later" in parts else parts["down"],
    }


def sources(texts: dict[str, str]) -> list[SourceFile]:
    return [SourceFile(path, text, path.endswith(".down.sql")) for path, text in texts.items()]


def fixed(parts: dict[str, str]) -> dict[str, str]:
    config = configured(parts["rule"].strip())
    return fix_files(sources(written(parts)), config, unsafe=True, guidance="guidance" in parts).texts


def configured(*rules: str) -> Config:
    tool: dict[str, object] = {"engine": "postgres 18", "convention": "golang-migrate"}
    return load_config({**tool, "select": list(rules)} if rules else tool)


def statements_of(text: str) -> list[str]:
    return [source.text for source in split_statements(text, engine_of("postgres"))]


class Database:
    """A database, a second connection that writes to it, and what was done under strong locks."""

    def __init__(self, connect: Callable[[], Any], parts: dict[str, str]) -> None:
        import psycopg

        self.connection = connect()
        self.writer = psycopg.connect(self.connection.info.dsn, autocommit=True)
        self.writer.execute("SET lock_timeout = '2s'")
        self.writes = statements_of(parts.get("writes", ""))
        self.rounds = 0
        self.work: list[str] = []
        for sql in statements_of(parts["given"]):
            self.connection.execute(sql)

    def write(self) -> None:
        self.rounds += 1
        for sql in self.writes:
            self.writer.execute(sql.replace("{n}", str(self.rounds)))

    def run(self, text: str) -> None:
        """Runs a file as one message does: as a transaction, unless it is one statement that refuses that."""
        statements = statements_of(text)
        if len(statements) == 1 and ALONE.search(statements[0]):
            self.connection.execute(statements[0])
            return
        self.connection.execute("BEGIN")
        before, read = self.storage(), self.read()
        for sql in statements:
            self.connection.execute(sql)
            self.work += [f"{sql.splitlines()[0]}: {what}" for what in self.done(before, read)]
        self.connection.execute("COMMIT")

    def storage(self) -> dict[int, int]:
        query = "SELECT oid, pg_relation_filenode(oid) FROM pg_class WHERE relkind IN ('r', 'i')"
        return dict(self.connection.execute(query).fetchall())

    def read(self) -> dict[int, int]:
        """How many rows of each table were read in order; the server adds it up for a while."""
        return dict(self.connection.execute("SELECT relid, seq_tup_read FROM pg_stat_xact_user_tables").fetchall())

    def done(self, before: dict[int, int], read: dict[int, int]) -> Iterator[str]:
        """What the transaction has worked through of the tables that it keeps others from writing to."""
        query = f"""
            SELECT t.oid, t.name, ARRAY(SELECT indexrelid::bigint FROM pg_index WHERE indrelid = t.oid)
            FROM ({TABLES}) AS t (oid, name)
            WHERE EXISTS (SELECT FROM pg_locks WHERE pid = pg_backend_pid() AND relation = t.oid AND mode IN {STRONG})
        """
        after, now = self.storage(), self.read()
        for oid, name, indexes in self.connection.execute(query).fetchall():
            if oid in before and before[oid] != after[oid]:
                yield f"rewrites {name}"
            if oid in before and now.get(oid, 0) > read.get(oid, 0):
                yield f"scans {name}"
            if oid in before and any(before.get(index) != after[index] for index in indexes):
                yield f"builds an index of {name}"

    def schema(self) -> set[str]:
        self.connection.execute("SET search_path TO public")
        rows = self.connection.execute(POSTGRES).fetchall()
        # PostgreSQL 18 names what NOT NULL says, which stands at the column as well
        return {" ".join(row) for row in rows if not (row[0] == "constraint" and row[2].startswith("NOT NULL"))}

    def rows(self) -> dict[str, list[dict[str, Any]]]:
        """For every table its rows."""
        names = [name for _, name in self.connection.execute(TABLES).fetchall()]
        found = {name: self.connection.execute(f"SELECT to_jsonb(t) FROM {name} AS t").fetchall() for name in names}
        return {name: [row for (row,) in rows] for name, rows in found.items()}


def assert_same_rows(actual: Database, wanted: Database, varies: Collection[str] = ()) -> None:
    """Every table of one database has the rows of the other, in the columns that the other has."""
    has = actual.rows()
    for name, rows in wanted.rows().items():
        columns = sorted(set(rows[0]) - set(varies)) if rows else []
        shown, meant = (sorted([str(row[column]) for column in columns] for row in some) for some in (has[name], rows))
        assert shown == meant, name


def steps_of(texts: dict[str, str], side: str) -> list[str]:
    return sorted(path for path in texts if path.endswith(f".{side}.sql") and not path.startswith(GIVEN))


def expected(case: Path, part: str, actual: str) -> None:
    """Compares a part of a case, or writes it."""
    if os.environ.get("UPDATE"):
        parts = {**parts_of(case), part: actual}
        title = parts.pop("title")
        case.write_text(title + "".join(f"--- {name}\n{text}" for name, text in parts.items()))
    assert parts_of(case).get(part, "") == actual


@each_case
def test_steps_are_quiet_and_stay(case: Path) -> None:
    parts = parts_of(case)
    texts = fixed(parts)
    created = [path for path in sorted(texts) if path not in written(parts)]
    expected(case, "steps", "".join(f"-- {path.removeprefix('m/')}\n" for path in created))
    everything = configured()
    accepted = parts.get("accepts", "").split()
    known = Counter(item.rule for item in Project(sources(written(parts)), everything).report().findings)
    report = Project(sources(texts), everything).report()
    found = Counter(item.rule for item in report.findings)
    # what was said of a key or column is said of the one that takes its place
    fresh = [item for item in report.findings if found[item.rule] > known[item.rule] and item.rule not in accepted]
    assert [f"{item.path}: {item.rule}: {item.message}" for item in fresh] == []
    assert report.not_analysed == ()
    assert fix_files(sources(texts), configured(parts["rule"].strip()), unsafe=True, guidance=True).texts == texts


@each_case
@pytest.mark.server
def test_nobody_waits_and_nothing_is_lost(case: Path, on_server: tuple[int, Callable[[], Any]]) -> None:
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    parts = parts_of(case)
    version, connect = on_server
    if version < int(parts.get("since", "0")):
        pytest.skip(f"PostgreSQL {version} does not know what the case is about")
    texts = fixed(parts)
    original, gentle = Database(connect, parts), Database(connect, parts)
    for path in steps_of(texts, "up"):
        gentle.write()
        gentle.run(texts[path])
    gentle.write()
    while original.rounds < gentle.rounds:
        original.write()
    former = original.schema()
    original.run(parts.get("original", parts["migration"]))
    assert original.work or "harmless" in parts, "there is nothing that the fix has to avoid"
    assert gentle.work == []
    assert_same_rows(gentle, original, parts.get("varies", "").split())
    for query in statements_of(parts.get("holds", "")):
        assert gentle.connection.execute(query).fetchone() == (True,), query
    have, want = gentle.schema(), original.schema()
    differs = [f"-- + {line}\n" for line in sorted(have - want)] + [f"-- - {line}\n" for line in sorted(want - have)]
    if version == NEWEST:  # an older one writes definitions in other words
        expected(case, "differs", "".join(differs))
    for path in reversed(steps_of(texts, "down")):
        gentle.run(texts[path])
    original.run("" if "original" in parts else parts["down"])
    assert gentle.schema() - set(parts.get("leaves", "").splitlines()) == former
    assert_same_rows(gentle, original, parts.get("varies", "").split())


NOTHING = re.split(r"(?m)^--- case\n", (Path(__file__).parent / "nothing.sql").read_text())[1:]


@pytest.mark.parametrize("text", NOTHING, ids=[text.partition("\n")[0] for text in NOTHING])
def test_nothing_is_written_where_too_little_is_known(text: str) -> None:
    _, *rest = _PART.split(text)
    parts = dict(zip(rest[::2], rest[1::2], strict=True))
    files = [SourceFile("m/0001_given.sql", parts["given"]), SourceFile("m/0002_change.sql", parts["migration"])]
    config = load_config({"select": SPREAD, "engine": "postgres 18"})
    assert Project(files, config).report().findings
    assert fix_files(files, config, unsafe=True).texts == {file.path: file.text for file in files}
