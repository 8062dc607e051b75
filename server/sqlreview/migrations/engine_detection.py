"""Which database product some files are written for, told from their names and from what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from sqlreview.patterns import regex
from sqlreview.sql.engines import engine_of
from sqlreview.sql.evidence import engine_evidence

_WORD = regex(r"[A-Za-z]+\d*")
_NAMES = {
    **dict.fromkeys(("postgres", "postgresql", "pgsql", "pg", "psql", "plpgsql", "supabase"), "postgres"),
    **dict.fromkeys(("mysql", "mysql5", "mysql8", "innodb"), "mysql"),
    **dict.fromkeys(("mariadb", "maria"), "mariadb"),
    **dict.fromkeys(("sqlite", "sqlite3", "libsql", "turso", "d1"), "sqlite"),
}
_FOREIGN_NAMES = {
    **dict.fromkeys(("mssql", "sqlserver", "tsql", "azuresql"), "T-SQL"),
    **dict.fromkeys(("oracle", "plsql"), "Oracle"),
    **dict.fromkeys(("cassandra", "cql", "scylla", "scylladb"), "Cassandra CQL"),
    **dict.fromkeys(("clickhouse",), "ClickHouse"),
    **dict.fromkeys(("cockroach", "cockroachdb", "crdb"), "CockroachDB"),
    **dict.fromkeys(("db2",), "Db2"),
    **dict.fromkeys(("informix",), "Informix"),
    **dict.fromkeys(("hsqldb", "h2", "derby", "firebird", "sybase"), "another database"),
    **dict.fromkeys(("snowflake",), "Snowflake"),
    **dict.fromkeys(("bigquery",), "BigQuery"),
    **dict.fromkeys(("redshift",), "Redshift"),
    **dict.fromkeys(("spanner",), "Spanner"),
    **dict.fromkeys(("duckdb",), "DuckDB"),
}
_PROVIDER = regex(
    r"""(?im)^\s*+(?:provider|dialect|engine|driver|adapter|"dialect"|"provider")\s*+[:=]\s*+["']?+([a-z0-9]++)"""
)
_MOST_TEXT = 400_000
"""Characters of a folder that are searched for marks; more of them say the same again."""


@dataclass(frozen=True, slots=True)
class Detected:
    """The product some files are written for and what gives it away."""

    engine: str | None
    """A name `engine_of` takes; None where nothing certain is said."""
    reason: str


def named_engine(path: str) -> str | None:
    """The reviewed engine that a path names: in the file's name, else in the innermost directory that names one."""
    return _named(path, _NAMES)


def named_foreign(path: str) -> str | None:
    """The product that sqlreview does not review which a path names, if it names none that it does."""
    return None if named_engine(path) else _named(path, _FOREIGN_NAMES)


def detected_engine(paths: Sequence[str], texts: Sequence[str], metadata: Mapping[str, str] | None = None) -> Detected:
    """What the files of one schema are written for.

    Their own marks decide; a name of a directory or file, or a setting of the migration tool (`metadata`: contents by
    path), decides where the marks say nothing or agree. What contradicts itself is left undecided.
    """
    marks = _marks(texts)
    named = _only(filter(None, map(named_engine, paths)))
    provided = _provided(metadata or {})
    said, certain = _said(marks)
    hint = provided or (Detected(named, f"named in {_naming(paths, named)}") if named else None)
    if hint is None:
        return Detected(said, _shown(marks[said])) if said and certain else Detected(None, "nothing tells the engine")
    if said is None or said == hint.engine or (said == "mysql" and hint.engine == "mariadb"):
        return hint
    if not certain or hint is provided:
        return hint
    return Detected(said, _shown(marks[said]))


def contrary_files(files: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The first path for each family of engines of which a file is certain; none where they agree.

    `files` are paths and texts of one folder, of which `detected_engine` could not tell the engine.
    """
    found: dict[str, tuple[str, str]] = {}
    for path, text in files:
        engine, certain = _said(_marks([text]))
        if engine is not None and certain:
            found.setdefault(engine_of(engine).family, (engine, path))
    return dict(found.values()) if len(found) > 1 else {}


def _named(path: str, names: Mapping[str, str]) -> str | None:
    for part in reversed(PurePosixPath(path).parts):
        found = {names[word.lower()] for word in _WORD.findall(part) if word.lower() in names}
        if len(found) == 1:
            return found.pop()
        if found:
            return None
    return None


def _naming(paths: Sequence[str], engine: str) -> str:
    path = next(path for path in paths if named_engine(path) == engine)
    part = next(part for part in reversed(PurePosixPath(path).parts) if _named(part, _NAMES) == engine)
    return f"`{part}`"


def _only(engines: Iterable[str]) -> str | None:
    found = set(engines)
    return found.pop() if len(found) == 1 else None


def _provided(metadata: Mapping[str, str]) -> Detected | None:
    for path, content in sorted(metadata.items()):
        for match in _PROVIDER.finditer(content):
            engine = _NAMES.get(match[1].lower())
            if engine:
                return Detected(engine, f"said in `{PurePosixPath(path).name}`")
    return None


def _marks(texts: Iterable[str]) -> dict[str, Counter[str]]:
    """How many files hold which mark of an engine."""
    marks: dict[str, Counter[str]] = {}
    length = 0
    for text in texts:
        for engine, found in engine_evidence(text).items():
            marks.setdefault(engine, Counter()).update(set(found))
        length += len(text)
        if length > _MOST_TEXT:
            break
    return marks


def _said(marks: Mapping[str, Counter[str]]) -> tuple[str | None, bool]:
    """The engine whose marks outweigh all others, and whether they do so without doubt."""
    weights = sorted(((sum(found.values()), engine) for engine, found in marks.items()), reverse=True)
    if not weights:
        return None, False
    weight, engine = weights[0]
    second = weights[1][0] if len(weights) > 1 else 0
    return (engine, second * 4 <= weight) if second < weight else (None, False)


def _shown(marks: Counter[str]) -> str:
    commonest = sorted(marks, key=lambda mark: (-marks[mark], mark))[:2]
    shown = ["names in backticks" if "`" in mark else f"`{mark}`" for mark in commonest]
    return f"its files say {' and '.join(dict.fromkeys(shown))}"
