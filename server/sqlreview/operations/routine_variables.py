"""The variables of a routine or DO block: what kind of value each holds, and what the body assigns to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from sqlreview.operations.routines import Argument
from sqlreview.sql.cursor import Cursor, folded
from sqlreview.sql.tokens import Tokens

VariableKind = Literal["text", "plain", "unknown"]
"""`plain` is a type none of whose values changes the meaning of SQL: numbers, dates, uuid, regclass."""
Range = tuple[int, int]
"""Index of the first token and of the one after the last."""


def words(text: str) -> frozenset[str]:
    """The words between the blanks of a text."""
    return frozenset(text.split())


TEXT_TYPES = words(
    "text varchar char character citext bpchar name nvarchar tinytext mediumtext longtext json jsonb xml"
)
PLAIN_TYPES = words(
    "int integer bigint smallint int2 int4 int8 tinyint mediumint numeric decimal real float float4 float8 double bool "
    "boolean uuid date time timestamp timestamptz timetz datetime year interval oid regclass regproc regprocedure "
    "regtype regrole regnamespace regoper bit serial bigserial"
)
BEFORE_STATEMENT = frozenset({"", ";", "BEGIN", "THEN", "ELSE", "LOOP", "DO", ">>", "REPEAT"})
"""The word before the first one of a statement of a body."""
_TESTS = frozenset({"IN", "~", "!~", "~*", "!~*", "REGEXP", "RLIKE"})


@dataclass(slots=True)
class Variable:
    """One variable as far as the body shows it."""

    kind: VariableKind
    is_argument: bool = False
    is_filled: bool = False
    """Whether it also gets values from outside the body: it is an argument, or the target of a query."""
    is_checked: bool = False
    """Whether the body compares it with a list of literals or a pattern."""
    assigned: list[Range] = field(default_factory=list)
    """The expressions the body assigns to it."""


Variables = dict[str, Variable]
"""By name, in lower case."""


def variables_of(tokens: Tokens, arguments: tuple[Argument, ...]) -> Variables:
    """The arguments and declared variables of a body, and the @variables of MySQL it sets."""
    found: Variables = {}
    for position, argument in enumerate(arguments, 1):
        kind = kind_of(argument.type.name) if argument.type else "unknown"
        variable = Variable(kind, is_argument=True, is_filled=argument.mode != "out")
        found[f"${position}"] = variable
        if argument.name:
            found[argument.name.lower()] = variable
    for index, word in enumerate(tokens.words[:-1]):
        if word == "DECLARE":
            _declared(tokens, index + 1, found)
        elif word in _READERS:
            _READERS[word](tokens, index, found)
        elif tokens.words[index + 1] in (":=", "=") and _begins(tokens, index):
            _assigned(found, tokens, index, (index + 2, end_of(tokens, index + 2)))
    return found


def kind_of(type_name: str) -> VariableKind:
    """What values of a type can do inside SQL text."""
    name = type_name.lower()
    if name in TEXT_TYPES:
        return "text"
    return "plain" if name in PLAIN_TYPES else "unknown"


def end_of(tokens: Tokens, first: int, *words: str) -> int:
    """Index of the first of these words, or of a semicolon, outside brackets; the end without one."""
    cursor = Cursor(tokens, first)
    cursor.skip_to(";", *words)
    return min(cursor.at, len(tokens))


def name_at(tokens: Tokens, index: int) -> str:
    """The name of a variable as the table of variables has it."""
    return folded(tokens.text(index), tokens.engine).lower() if index < len(tokens) else ""


def _begins(tokens: Tokens, index: int) -> bool:
    return index == 0 or tokens.words[index - 1] in BEFORE_STATEMENT


def _assigned(found: Variables, tokens: Tokens, index: int, expression: Range) -> None:
    found.setdefault(name_at(tokens, index), Variable("unknown")).assigned.append(expression)


def _filled(found: Variables, tokens: Tokens, index: int) -> None:
    found.setdefault(name_at(tokens, index), Variable("unknown")).is_filled = True


def _declared(tokens: Tokens, first: int, found: Variables) -> None:
    """The declarations behind DECLARE: to BEGIN in PL/pgSQL, one statement in MySQL."""
    is_mysql = tokens.engine.family == "mysql"
    while first < len(tokens) and tokens.words[first] != "BEGIN":
        end = end_of(tokens, first)
        _declaration(Cursor(tokens, first, end), found)
        first = end + 1
        if is_mysql:
            return


def _declaration(cursor: Cursor, found: Variables) -> None:
    tokens = cursor.tokens
    names = [cursor.at]
    cursor.at += 1
    while cursor.accept(","):
        names.append(cursor.at)
        cursor.at += 1
    cursor.accept("CONSTANT")
    if cursor.accept("ALIAS", "FOR"):
        original = found.get(name_at(tokens, cursor.at))
        if original:
            found[name_at(tokens, names[0])] = original
        return
    kind = kind_of(cursor.word) if cursor.peek() not in (".", "%") else "unknown"
    if not cursor.skip_to(":=", "=", "DEFAULT"):
        cursor.at = cursor.stop
    for index in names:
        variable = Variable(kind)
        if not cursor.done:
            variable.assigned.append((cursor.at + 1, cursor.stop))
        found[name_at(tokens, index)] = variable


def _into(tokens: Tokens, index: int, found: Variables) -> None:
    """SELECT ... INTO a, b; FETCH c INTO a; EXECUTE ... INTO a."""
    if index and tokens.words[index - 1] in ("INSERT", "MERGE", "REPLACE"):
        return
    at = index + 2 if tokens.words[index + 1] == "STRICT" else index + 1
    _filled(found, tokens, at)
    while tokens.words[at + 1 : at + 2] == [","]:
        at += 2
        _filled(found, tokens, at)


def _loop(tokens: Tokens, index: int, found: Variables) -> None:
    """FOR r IN query LOOP, FOR i IN 1..3 LOOP and FOREACH e IN ARRAY a LOOP."""
    if not _begins(tokens, index):
        return
    at = end_of(tokens, index, "IN")
    end = end_of(tokens, at, "LOOP", "DO")
    if tokens.words[at + 1 : at + 2] == ["ARRAY"]:
        _assigned(found, tokens, index + 1, (at + 2, end))
    elif ".." in tokens.words[at:end]:
        found[name_at(tokens, index + 1)] = Variable("plain")
    else:
        for target in range(index + 1, at, 2):
            _filled(found, tokens, target)


def _set(tokens: Tokens, index: int, found: Variables) -> None:
    """SET a = expression, @b := expression of MySQL."""
    if tokens.engine.family != "mysql" or not _begins(tokens, index):
        return
    for item in Cursor(tokens, index + 1, end_of(tokens, index + 1)).items():
        if item.peek() in ("=", ":="):
            _assigned(found, tokens, item.at, (item.at + 2, item.stop))


def _tested(tokens: Tokens, index: int, found: Variables) -> None:
    """v IN ('a', 'b'), v ~ '^[a-z]+$', v = ANY (ARRAY['a', 'b']) and CASE v WHEN 'a'."""
    word, after = tokens.words[index], tokens.words[index + 1]
    if word in ("ANY", "ALL", "SOME"):
        names: Iterator[int] = iter((index - 2,))
    elif word == "CASE":
        names = iter((index + 1,))
    elif after[:1] == "'" or (after == "(" and tokens.words[index + 2][:1] == "'"):
        names = iter((index - 2 if tokens.words[index - 1] == "NOT" else index - 1,))
    else:
        return
    for at in names:
        variable = found.get(name_at(tokens, at)) if at >= 0 else None
        if variable:
            variable.is_checked = True


_READERS = {
    "INTO": _into,
    "FOR": _loop,
    "FOREACH": _loop,
    "SET": _set,
    **dict.fromkeys((*_TESTS, "ANY", "ALL", "SOME", "CASE"), _tested),
}
