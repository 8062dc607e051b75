"""Which migrations a dump of the schema contains already, so that only the newer ones are folded on top of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlreview.migrations.next_migrations import numbered
from sqlreview.migrations.sources import SourceFile
from sqlreview.operations import AddColumn, CreateIndex, CreateTable, CreateView, DropColumn, DropTable, Operation
from sqlreview.patterns import portable
from sqlreview.reading import read_statement
from sqlreview.sql.engines import Engine
from sqlreview.sql.loads import load_of
from sqlreview.sql.statements import split_statements

_LISTING = portable(
    r"""(?is)insert\s++into\s++(?:["`\w]++\.)?+["`]?+schema_migrations["`]?+\s*+\([^)]*+\)\s*+values\b([^;]*+)"""
)
_LISTED = r"\(\s*+'(\d++)'"

Made = tuple[str, str]
"""A table or view, or one of its columns or indexes: ("orders", "") or ("orders", "note")."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a dump holds."""

    versions: frozenset[str]
    """The migrations it lists by number; empty for most dumps."""
    made: frozenset[Made]


def contents_of(dump: SourceFile, engine: Engine) -> Contents:
    """What a dump says that its database has."""
    made: set[Made] = set()
    for operation in _operations(dump.text, engine):
        made.update(_made(operation))
    return Contents(_versions(dump.text), frozenset(made))


def applied_to(contents: Contents, files: Sequence[SourceFile], engine: Engine) -> int:
    """How many of the migrations, which come in order, the dump contains.

    Those that it lists by number, up to the last of them. Without a list: everything up to the last migration all of
    whose new tables, columns, views and indexes are in the dump, and those right after it that only drop what is not.
    """
    if contents.versions:
        places = [place for place, file in enumerate(files, 1) if _number_of(file) in contents.versions]
        return max(places, default=0)
    applied = 0
    for place, file in enumerate(files, 1):
        made, dropped = _effects(file, engine)
        if made:
            if made <= contents.made:
                applied = place
        elif dropped and dropped.isdisjoint(contents.made) and applied == place - 1:
            applied = place
    return applied


def _versions(text: str) -> frozenset[str]:
    if "schema_migrations" not in text:
        return frozenset()
    return frozenset(number for values in re.findall(_LISTING, text) for number in re.findall(_LISTED, values))


def _number_of(file: SourceFile) -> str | None:
    parsed = numbered(file.name) or numbered(file.folder.rpartition("/")[2])
    return parsed.number if parsed else None


def _operations(text: str, engine: Engine) -> Iterator[Operation]:
    for source in split_statements(text, engine):
        if load_of(source.text) is None:
            yield from read_statement(source.text, engine).operations


def _effects(file: SourceFile, engine: Engine) -> tuple[set[Made], set[Made]]:
    """What a migration leaves behind, and what it drops of what was there before."""
    made: set[Made] = set()
    dropped: set[Made] = set()
    for operation in _operations(file.text, engine):
        made.update(_made(operation))
        for item in _dropped(operation):
            gone = {one for one in made if one == item or (not item[1] and one[0] == item[0])}
            made -= gone
            if not gone:
                dropped.add(item)
    return made, dropped


def _made(operation: Operation) -> Iterator[Made]:
    match operation:
        case CreateTable(temporary=False, table=table, columns=columns):
            yield table.text, ""
            for column in columns:
                yield table.text, column.name.text
        case AddColumn(table=table, column=column):
            yield table.text, column.name.text
        case CreateIndex(table=table, name=index) if index is not None:
            yield table.text, f"index {index.text}"
        case CreateView(view=view, temporary=False):
            yield view.text, ""
        case _:
            pass


def _dropped(operation: Operation) -> Iterator[Made]:
    match operation:
        case DropTable(table=table):
            yield table.text, ""
        case DropColumn(table=table, column=column):
            yield table.text, column.text
        case _:
            pass
