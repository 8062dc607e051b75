"""The names PostgreSQL gives to objects that a statement leaves unnamed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import chain, count

from sqlreview.operations import Expression, IndexKey
from sqlreview.patterns import regex
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.records import Table, View
from sqlreview.schema.reserved_words import NEW_IN_MYSQL_8, RESERVED, RESERVED_SOMEWHERE
from sqlreview.sql.cursor import Caseless, Cursor, folded
from sqlreview.sql.engines import Engine, engine_of
from sqlreview.sql.tokens import Tokens

_LONGEST_NAME = 63
_POSTGRES = engine_of("postgres")
_SQLITE = engine_of("sqlite")
"""Reads the quotes of MySQL's names too."""
_NAME_STARTS = {"postgres": '"_', "sqlite": '"_`['}


def object_name(table: str, addition: str | None, label: str) -> str:
    """`table_addition_label`, the longer of the first two parts cut until it fits into 63 bytes."""
    room = _LONGEST_NAME - len(label) - 1 - (1 if addition is not None else 0)
    first, second = table.encode(), (addition or "").encode()
    if len(first) + len(second) > room:
        excess = len(first) + len(second) - room
        gap = len(first) - len(second)
        # the longer part gives way until both are equally long, then they take turns, the addition first
        from_longer = min(abs(gap), excess)
        rest = excess - from_longer
        cut_first = (from_longer if gap > 0 else 0) + rest // 2
        cut_second = excess - cut_first
        first = first[: len(first) - cut_first]
        second = second[: len(second) - cut_second]
    parts = [_text(first)]
    if addition is not None:
        parts.append(_text(second))
    return "_".join((*parts, label))


def _text(cut: bytes) -> str:
    return cut.decode(errors="ignore")


def free_relation_name(
    catalog: Catalog, owner: Table | View, addition: str | None, label: str, taken: Collection[str] = ()
) -> str:
    """The first of `t_a_label`, `t_a_label1`, ... that is no relation of the schema and no name in `taken`."""
    for suffix in chain(("",), map(str, count(1))):
        name = object_name(owner.name, addition, label + suffix)
        if name not in taken and catalog.get(("relation", owner.schema, name)) is None:
            return name
    raise AssertionError("unreachable: the numbers do not end")


def free_constraint_name(owner: str, addition: str | None, label: str, taken: Collection[str]) -> str:
    """The first of `t_a_label`, `t_a_label1`, ... that is not in `taken`."""
    for suffix in chain(("",), map(str, count(1))):
        name = object_name(owner, addition, label + suffix)
        if name not in taken:
            return name
    raise AssertionError("unreachable: the numbers do not end")


def addition_of(names: Iterable[str]) -> str:
    """Column names joined as PostgreSQL joins them for the name of an index or foreign key."""
    joined = ""
    for name in names:
        joined += f"_{name}" if joined else name
        if len(joined.encode()) > _LONGEST_NAME:
            break
    return joined


def index_column_names(keys: Iterable[IndexKey], include: Iterable[str] = ()) -> list[str]:
    """What the columns of an index are called; expressions get the name of their outermost function or "expr"."""
    names: list[str] = []
    for key in keys:
        names.append(_distinct(key.column.text if key.column else _expression_name(key.expression), names))
    for name in include:
        names.append(_distinct(name, names))
    return names


_PLAIN_NAME = regex(r"[a-z_][a-z0-9_]*+")
_RESERVED = RESERVED["postgres"]


def quoted(name: str) -> str:
    """The name as SQL has to write it, in quotes where the engine needs them; SQLite knows backticks as MySQL does."""
    if isinstance(name, Caseless):
        is_plain = _PLAIN_NAME.fullmatch(name.lower()) and name.lower() not in RESERVED_SOMEWHERE
        return str(name) if is_plain else f"`{name.replace('`', '``')}`"
    if _PLAIN_NAME.fullmatch(name) and name not in _RESERVED:
        return name
    return '"' + name.replace('"', '""') + '"'


def is_reserved(name: str, engine: Engine = _POSTGRES) -> bool:
    """Whether the word names a column or table in quotes only."""
    word = name.lower() if isinstance(name, Caseless) else name
    is_new = engine.name == "mysql" and engine.version < 8 and word in NEW_IN_MYSQL_8
    return word in RESERVED[engine.name] and not is_new


def as_stored(name: str) -> str:
    """The first 63 bytes of a name, which are all that PostgreSQL keeps."""
    return _text(name.encode()[:_LONGEST_NAME])


def is_call(text: str) -> bool:
    """Whether an expression is one function call and nothing else, which needs no brackets in an index."""
    tokens = Tokens(text, _POSTGRES)
    cursor = Cursor(tokens)
    return _last_part(cursor) is not None and cursor.word == "(" and tokens.close_of(cursor.at) == len(tokens) - 1


def with_renamed_column(text: str, old: str, new: str) -> str:
    """An expression that mentions a column, with the column's new name."""
    engine = _SQLITE if isinstance(old, Caseless) else _POSTGRES
    tokens = Tokens(text, engine)
    pieces: list[str] = []
    position = 0
    for index in range(len(tokens)):
        word = tokens.words[index]
        is_name = word[0] in _NAME_STARTS[engine.name] or word[0].isalpha()
        if not is_name or word[-1] == "'" or tokens.words[index + 1] == "(":
            continue
        if folded(tokens.text(index), engine) != old:
            continue
        if index and tokens.words[index - 1] == "::":
            continue
        pieces += (text[position : tokens.starts[index]], quoted(new))
        position = tokens.ends[index]
    return "".join((*pieces, text[position:]))


def _distinct(name: str, taken: Collection[str]) -> str:
    if name not in taken:
        return name
    return next(f"{name}{number}" for number in count(1) if f"{name}{number}" not in taken)


def _expression_name(expression: Expression | None) -> str:
    if expression is None:
        return "expr"
    tokens = Tokens(expression.text, _POSTGRES)
    return _name_of(Cursor(tokens)) or "expr"


_CAST_NAMES = {
    "int": "int4",
    "integer": "int4",
    "bigint": "int8",
    "smallint": "int2",
    "boolean": "bool",
    "real": "float4",
    "character": "bpchar",
    "decimal": "numeric",
}


def _name_of(cursor: Cursor) -> str | None:
    while cursor.word == "(" and cursor.tokens.close_of(cursor.at) == cursor.stop - 1:
        cursor = cursor.group()
    if cursor.word == "CASE":
        return "case"
    first = cursor.at
    last = _last_part(cursor)
    if last is None or cursor.done:
        return last
    if cursor.word in ("(", "["):
        if _is_cast(cursor, first):
            return _cast_name(cursor.group())
        cursor.group()
    if cursor.done:
        return last
    # a cast or a collation does not change the name; any other operator leaves the expression without one
    if cursor.accept_any("::", "COLLATE"):
        return last if cursor.skip_to("+", "-", "*", "/", "||", "->", "->>", "=") is False else None
    return None


def _is_cast(cursor: Cursor, first: int) -> bool:
    return cursor.tokens.words[first] == "CAST" and cursor.at == first + 1


def _last_part(cursor: Cursor) -> str | None:
    """Steps over `name` or `a.b.name` and returns its last part."""
    if not cursor.sees_identifier():
        return None
    name = folded(cursor.tokens.text(cursor.at))
    cursor.at += 1
    while cursor.word == "." and cursor.peek():
        cursor.at += 1
        name = folded(cursor.tokens.text(cursor.at))
        cursor.at += 1
    return name


def _cast_name(inside: Cursor) -> str | None:
    start = inside.at
    inside.skip_to("AS")
    value = _name_of(Cursor(inside.tokens, start, inside.at))
    if value or inside.done:
        return value
    inside.at += 1
    word = folded(inside.tokens.text(inside.at)) if inside.sees_identifier() else None
    return _CAST_NAMES.get(word, word) if word else None
