"""Folders that no tool claims: numbered files, folders named after versions, dumps, query files and everything else.

Files run by name with numbers by value. Nothing is known of transactions, except that a dump is piped into a client.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.migrations.conventions.convention import FALLBACK, Convention, Folder, Note, Runs
from sqlreview.migrations.conventions.problems import lonely_downs
from sqlreview.migrations.next_migrations import NewFile, NextFiles, closed, is_numbered, numbered_files
from sqlreview.migrations.sources import SourceFile
from sqlreview.sql.engines import Engine

_DUMPED = (
    "-- PostgreSQL database dump",
    "-- MySQL dump ",
    "-- MariaDB dump ",
    "PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;",
)


def is_dumped(text: str) -> bool:
    """Whether a program wrote the file to describe a whole database."""
    head = text[:2000]
    return any(sign in head for sign in _DUMPED)


def _numbered_claims(folder: Folder) -> int:
    named = sum(is_numbered(file.name) for file in folder.files)
    return FALLBACK + 2 if 2 * named >= len(folder.files) else 0


def _versioned_claims(folder: Folder) -> int:
    nested = [name for name in folder.names if "/" in name]
    versions = {name.partition("/")[0] for name in nested}
    return FALLBACK + 3 if 2 * len(nested) > len(folder.names) and len(versions) > 1 else 0


def _dump_claims(folder: Folder) -> int:
    tables = sum("create table" in file.text.lower() for file in folder.files)
    return FALLBACK + 1 if 2 * tables >= len(folder.files) else 0


def _dump_runs(file: SourceFile, engine: Engine) -> Runs:
    return Runs.SEPARATE if is_dumped(file.text) else Runs.UNKNOWN


def _next_files(request: NextFiles) -> tuple[NewFile, ...] | None:
    if not is_numbered(request.newest.rpartition("/")[2]):
        return None
    return tuple(NewFile(f"{stem}.sql", closed(migration.up)) for migration, stem in numbered_files(request))


def _problems(folder: Folder) -> Iterator[Note]:
    yield from lonely_downs(folder, "such a tool")


NUMBERED = Convention(
    id="numbered", title="numbered files", claims=_numbered_claims, problems=_problems, next_files=_next_files
)
VERSIONED_DIRECTORIES = Convention(
    id="versioned-directories", title="directories of versions", claims=_versioned_claims
)
DUMP = Convention(id="dump", title="plain schema or dump", claims=_dump_claims, runs=_dump_runs)
QUERIES = Convention(id="queries", title="query files", claims=lambda folder: 0)
PLAIN = Convention(id="plain", title="plain files", claims=lambda folder: FALLBACK)
HABITS = (PLAIN, NUMBERED, VERSIONED_DIRECTORIES, DUMP, QUERIES)
"""What is told from a folder without a tool."""
