"""Renames tables and columns where an edit of one open file does it: names that are new there and used nowhere else.

What an earlier migration has made has its name in the database already; a statement must change that, not an editor.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlreview.lsp.mentions import Mention
from sqlreview.lsp.references import Reference, origin_of, references_of, thing_at
from sqlreview.lsp.targets import Target
from sqlreview.lsp.things import Thing
from sqlreview.patterns import regex
from sqlreview.schema import Catalog, Table
from sqlreview.schema.naming import quoted
from sqlreview.sql.cursor import Cursor, Name, Unreadable, folded
from sqlreview.sql.engines import Engine
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Edit, Span

_KINDS = {"relation": "table", "column": "column"}


class Refused(Exception):
    """Why a name is not changed, for the user."""


@dataclass(frozen=True, slots=True)
class Renamable:
    """A name that may be changed, and the places it stands at."""

    thing: Thing
    mention: Mention
    at: Span
    """The name that is pointed at."""
    name: str
    places: tuple[Span, ...]
    """All places of the name in the file, without the schema or table before it."""


def renamable_at(target: Target, offset: int) -> Renamable:
    """The table or column that is named at a place; raises Refused where its name must stay."""
    pointed = thing_at(target, offset)
    if pointed is None or pointed[0].kind not in _KINDS:
        raise Refused("Only tables and columns can be renamed here.")
    thing, mention = pointed
    made = origin_of(target.home, thing)
    if made is None or made[0] is not target.state or not target.state.reviewed:
        raise Refused(_elsewhere(mention, made[0].path if made else None))
    found = references_of(target.home, thing, mention.name.text)
    stranger = next((item for item in found if item.file is not target.state), None)
    if stranger is not None:
        raise Refused(f"`{mention.name.text}` is used in {stranger.file.path} too; rename it there by hand.")
    _refuse_what_is_unclear(target, mention.name.text, found)
    engine = target.engine
    places = [_last_part(target.state.text, item.span, engine) for item in found]
    at = next((place for place in places if place.start <= offset <= place.end), None)
    if at is None or len({folded(_written(target, place), engine) for place in places}) > 1:
        raise Refused(f"`{mention.name.text}` goes by another name in a part of this file.")
    return Renamable(thing, mention, at, mention.name.text, tuple(places))


def renamed(target: Target, offset: int, new: str) -> list[Edit]:
    """The edits that give the table or column at a place another name; raises Refused."""
    found = renamable_at(target, offset)
    name = _as_name(new.strip(), target.engine)
    if name is None:
        raise Refused(f"`{new}` is no name.")
    if _is_taken(target, found, name):
        raise Refused(f"There is a {_KINDS[found.thing.kind]} called `{name}` already.")
    text = quoted(name)
    return [Edit(place, text) for place in dict.fromkeys(found.places)]


def _elsewhere(mention: Mention, path: str | None) -> str:
    where = f"in {path}" if path else "by no file of this project"
    return (
        f"`{mention.name.text}` is made {where}; the database may have it under this name already. "
        f"Write a migration that renames it."
    )


def _refuse_what_is_unclear(target: Target, name: str, found: Sequence[Reference]) -> None:
    """Raises Refused where the file has the name in a statement that could not be read."""
    word = regex(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    for entry in target.state.entries:
        if entry.statement.problem is not None and word.search(entry.statement.text):
            line = target.text.line_of(entry.start) + 1
            raise Refused(f"`{name}` also stands in the statement of line {line}, which could not be read.")


def _is_taken(target: Target, found: Renamable, name: str) -> bool:
    """Whether the name belongs to something else where the renamed object lives, before or after the file."""
    return any(_has(Catalog(objects), found, name) for objects in (target.state.before, target.state.after))


def _has(catalog: Catalog, found: Renamable, name: str) -> bool:
    mention = found.mention
    if found.thing.kind == "relation":
        return catalog.resolve("relation", Name(mention.name.schema, name, mention.span)) is not None
    owners = (table for table in catalog.all(Table) if _holds(table, found))
    return any(table.column(name) is not None for table in owners)


def _holds(table: Table, found: Renamable) -> bool:
    column = table.column(found.name)
    return column is not None and column.origin == found.thing.origin


def _written(target: Target, place: Span) -> str:
    return target.state.text[place.start : place.end]


def _last_part(text: str, span: Span, engine: Engine) -> Span:
    """The name itself within a name that may be qualified."""
    tokens = Tokens(text[span.start : span.end], engine)
    return tokens.span(len(tokens) - 1, len(tokens)).shifted(span.start) if len(tokens) else span


def _as_name(written: str, engine: Engine) -> str | None:
    """A name as the database will store it: what needs quotes is taken as it is."""
    tokens = Tokens(written, engine)
    cursor = Cursor(tokens)
    try:
        name = cursor.name()
    except Unreadable:
        name = None
    if name is not None and cursor.done and name.schema is None:
        return name.text
    return folded(_in_quotes(written, engine), engine) if written and "\n" not in written else None


def _in_quotes(written: str, engine: Engine) -> str:
    mark = "`" if engine.family == "mysql" else '"'
    return mark + written.replace(mark, mark * 2) + mark
