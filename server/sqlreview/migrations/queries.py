"""Files of queries that an application loads, and the schema they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Literal

from sqlreview.migrations.sources import SourceFile
from sqlreview.operations import SetSetting, WriteRows
from sqlreview.patterns import regex
from sqlreview.reading import read_statement
from sqlreview.sql.engines import Engine
from sqlreview.sql.loads import load_of
from sqlreview.sql.statements import split_statements

_NAMED_QUERY = r"(?m)^(?:--|/\*)[ \t]*+(?:name:[ \t]*+\w[\w-]*+[ \t]*+(:[a-z]++)?|:name[ \t]++\w|@name[ \t]++\w)"
_CHANGES = ("create table", "alter table", "create index", "drop table")
_NAME_SIGNS = ("name:", ":name", "@name")
_COMMENTS = r"(?:\s++|--[^\n]*+|/\*(?:[^*]++|\*(?!/))*+\*/)*+"
_WORDS = r"\w++"
_CREATED = (
    r'create\s++(?:unlogged\s++)?+table\s++(?:if\s++not\s++exists\s++)?+(?:["`\[]?+\w++["`\]]?+\.)?+["`\[]?+(\w++)'
)


def query_loader_of(text: str) -> Literal["", "sqlc", "library"]:
    """What loads the statements of a file into an application by the names it gives them; "" for a migration.

    `-- name: GetUser :one` is compiled by sqlc; `-- name: get-user`, `-- :name get-user` and `@name` are for libraries,
    which name every statement, the first one too.
    """
    found = re.search(_NAMED_QUERY, text) if any(sign in text for sign in _NAME_SIGNS) else None
    if found is None:
        return ""
    if found[1]:
        return "sqlc"
    return "library" if regex(_COMMENTS).fullmatch(text, 0, found.start()) else ""


def holds_only_queries(files: Sequence[SourceFile], engine: Engine) -> bool:
    """Whether files change no schema, and ask something."""
    if any(_plainly_changes(file.text) for file in files):
        return False
    asks = False
    for file in files:
        for source in split_statements(file.text, engine):
            if asks and load_of(source.text):
                continue
            reading = read_statement(source.text, engine)
            if any(not isinstance(operation, WriteRows | SetSetting) for operation in reading.operations):
                return False
            asks = asks or bool(reading.queries)
    return asks


def _plainly_changes(text: str) -> bool:
    """Whether a line begins as only a change of the schema does; spares most files to be split."""
    lowered = text.lower()
    return lowered.startswith(_CHANGES) or any(f"\n{change}" in lowered for change in _CHANGES)


def nearest_schema(name: str, files: Sequence[SourceFile], schemas: Mapping[str, Sequence[SourceFile]]) -> str | None:
    """The schema a folder of queries is about: of those that share most of its path the one with most of its tables."""
    parts = PurePosixPath(name).parts
    shared = {schema: _common(parts, PurePosixPath(schema).parts) for schema in schemas}
    best = max(shared.values(), default=0)
    nearest = [schema for schema, length in shared.items() if length == best]
    if len(nearest) < 2:
        return next(iter(nearest), None)
    words = {word for file in files for word in re.findall(_WORDS, file.text.lower())}
    known = {schema: len(words & created_tables(schemas[schema])) for schema in nearest}
    schema = max(nearest, key=lambda candidate: known[candidate])
    return schema if known[schema] else None


def created_tables(files: Sequence[SourceFile]) -> set[str]:
    """The names of the tables that files create, in lower case and without their schema."""
    return {name for file in files for name in _created_in(file.text.lower())}


def _created_in(text: str) -> Iterator[str]:
    created = regex(_CREATED)
    at = text.find("create ")
    while at >= 0:
        found = created.match(text, at)
        if found is not None:
            yield found[1]
        at = text.find("create ", at + 7)


def _common(left: tuple[str, ...], right: tuple[str, ...]) -> int:
    length = 0
    while length < min(len(left), len(right)) and left[length] == right[length]:
        length += 1
    return length
