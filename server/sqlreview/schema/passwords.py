"""How queries treat passwords: what they write, hash and compare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sqlreview.operations import CreateRoutine, CreateTrigger, Do
from sqlreview.operations.routine_expressions import OwnExpression, own_expressions
from sqlreview.operations.written import words_of
from sqlreview.patterns import regex
from sqlreview.queries import FunctionCall, Insert, Query, Update, Value, Values, functions_of, predicates_of
from sqlreview.sql.cursor import folded, unquoted
from sqlreview.sql.engines import Engine
from sqlreview.text import Span

_EXACT = frozenset({("password",), ("passwd",), ("pwd",), ("pass",), ("passphrase",)})
_LAST = frozenset({"password", "passwd"})
_HARMLESS_WORDS = """
    hash hashed digest enc encrypted encoded crypt crypted salted bcrypt argon2 has is require requires needs allow
"""
_HARMLESS = frozenset(_HARMLESS_WORDS.split())
_HASH = regex(r"\$(?:2[abxy]|argon2\w*|scrypt|pbkdf2[\w-]*|[156y]|7)\$.*+|\{[A-Z0-9-]++\}.*+|[0-9a-fA-F]{64,}+")
_FAST_HASH = regex(r"[0-9a-f]{32}|[0-9a-f]{40}|[0-9A-F]{32}|[0-9A-F]{40}")
_FAST = frozenset({"md5", "sha1", "sha", "password"})


@dataclass(frozen=True, slots=True)
class PasswordUse:
    """A place where a query writes, hashes or compares a password."""

    kind: Literal["written", "fast hash", "compared"]
    column: str
    span: Span


def is_password_column(name: str) -> bool:
    """Whether a column of that name holds passwords: not hashes of them, nor facts about them."""
    words = words_of(name)
    is_one = words in _EXACT or (bool(words) and words[-1] in _LAST)
    return is_one and not _HARMLESS.intersection(words)


def password_uses(query: Query) -> Iterator[PasswordUse]:
    """The places where a query treats a password carelessly; those of queries inside it are their own."""
    uses = {use.span: use for use in _uses(query)}
    yield from uses.values()


def fast_hashes_of(operation: CreateRoutine | CreateTrigger | Do, sql: str, engine: Engine) -> Iterator[PasswordUse]:
    """The fast hashes of variables for passwords that a body works out outside its queries."""
    for part in own_expressions(operation, sql, engine):
        words = part.tokens.words
        for index in range(part.first, part.stop - 1):
            if words[index + 1] == "(" and words[index].lower() in (*_FAST, "digest"):
                yield from _hashed_variable(part, index, engine)


def _hashed_variable(part: OwnExpression, index: int, engine: Engine) -> Iterator[PasswordUse]:
    tokens = part.tokens
    close = tokens.close_of(index + 1)
    if close is None or (tokens.words[index] == "DIGEST" and unquoted(tokens.text(close - 1)) not in _FAST):
        return
    names = (folded(tokens.text(at), engine) for at in range(index + 2, close) if tokens.words[at][:1] != "'")
    name = next(filter(is_password_column, names), None)
    if name is not None:
        yield PasswordUse("fast hash", name, tokens.span(index, close + 1))


def _uses(query: Query) -> Iterator[PasswordUse]:
    for call in functions_of(query):
        yield from _hashed(call)
    for name, value in _written(query):
        if _is_about_passwords(name):
            yield from _hashed_into(name, value)
        text = value.string
        if is_password_column(name) and text and not _HASH.fullmatch(text):
            yield PasswordUse("fast hash" if _FAST_HASH.fullmatch(text) else "written", name, value.span)
    for predicate in predicates_of(query):
        if predicate.kind == "equality" and predicate.left and predicate.right:
            yield from _compared(predicate.left, predicate.right)
            yield from _compared(predicate.right, predicate.left)


def _written(query: Query) -> Iterator[tuple[str, Value]]:
    match query:
        case Update(assignments=assignments):
            for item in assignments:
                if len(item.columns) == 1:
                    yield item.columns[0].text, item.value
        case Insert(source=Values(rows=rows), columns=columns):
            for row in rows:
                yield from zip((column.text for column in columns), row, strict=False)
        case Insert(set_assignments=assignments):
            yield from ((item.columns[0].text, item.value) for item in assignments)


def _is_about_passwords(name: str) -> bool:
    """Whether a column holds passwords or hashes of them."""
    words = words_of(name)
    return is_password_column(name) or (len(words) > 1 and words[-2] in _LAST and words[-1] in ("hash", "digest"))


def _hashed_into(name: str, value: Value) -> Iterator[PasswordUse]:
    """A fast hash of whatever it is that becomes the whole value of a column for passwords."""
    call = value.function
    if call and call.name in ("encode", "upper", "lower") and call.arguments:
        call = call.arguments[0].function
    if call and _is_fast(call):
        yield PasswordUse("fast hash", name, call.span)


def _is_fast(call: FunctionCall) -> bool:
    is_digest = call.name == "digest" and len(call.arguments) == 2 and call.arguments[1].string in _FAST
    return call.name in _FAST or is_digest


def _hashed(call: FunctionCall) -> Iterator[PasswordUse]:
    if not _is_fast(call):
        return
    columns = (item.column for value in call.arguments for item in value.columns)
    name = next(filter(is_password_column, columns), None)
    if name:
        yield PasswordUse("fast hash", name, call.span)


def _compared(column: Value, value: Value) -> Iterator[PasswordUse]:
    if column.column is None or not _is_about_passwords(column.column.column):
        return
    name = column.column.column
    if not is_password_column(name):
        yield from _hashed_into(name, value)
        return
    weak = next((call for call in value.functions if call.name in _FAST), None)
    if weak is not None:
        yield PasswordUse("fast hash", name, weak.span)
    elif value.is_outside and not value.functions and not value.is_null and value.string != "":
        yield PasswordUse("compared", name, value.span)
