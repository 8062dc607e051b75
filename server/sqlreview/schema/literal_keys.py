"""Encryption keys that stand in the SQL as they are."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.operations import AddColumn, CreateRoutine, CreateTable, CreateTrigger, Do
from sqlreview.operations.routine_expressions import own_expressions
from sqlreview.operations.secrets import worth_of
from sqlreview.queries import FunctionCall, Query, Value, functions_of
from sqlreview.queries.vocabulary import words_of
from sqlreview.schema.written_expressions import expressions_of
from sqlreview.sql.cursor import Cursor, folded, unquoted
from sqlreview.sql.engines import Engine, Family
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

Programmed = CreateRoutine | CreateTrigger | Do
_FUNCTIONS: dict[Family, frozenset[str]] = {
    "postgres": words_of(
        "pgp_sym_encrypt pgp_sym_decrypt pgp_sym_encrypt_bytea pgp_sym_decrypt_bytea encrypt decrypt encrypt_iv "
        "decrypt_iv hmac"
    ),
    "mysql": words_of("aes_encrypt aes_decrypt des_encrypt des_decrypt encode decode"),
}
_PLAIN = words_of("unhex sha sha1 sha2 md5 from_base64 decode digest convert_to concat")
"""Functions that make a key of a literal that is no less known."""


def literal_keys(subject: Query | CreateTable | AddColumn | Programmed, sql: str, engine: Engine) -> Iterator[Span]:
    """The places of the keys that calls of encryption functions hold as strings."""
    names = _FUNCTIONS.get(engine.family, frozenset())
    if isinstance(subject, Programmed):
        for part in own_expressions(subject, sql, engine):
            yield from _in_tokens(part.tokens, part.first, part.stop, names)
        return
    if isinstance(subject, Query):
        for call in functions_of(subject):
            key = _key_of(call) if str(call.name).lower() in names else None
            if key is not None:
                yield key.span
        return
    for expression in expressions_of(subject):
        if not names.isdisjoint(name.lower() for name in expression.functions):
            yield from (span.shifted(expression.span.start) for span in _in_text(expression.text, names, engine))


def _key_of(call: FunctionCall) -> Value | None:
    if len(call.arguments) < 2:
        return None
    key = call.arguments[1]
    inner = key
    while inner.function and str(inner.function.name).lower() in _PLAIN and inner.function.arguments:
        inner = inner.function.arguments[0]
    text = inner.string
    return key if text and inner.is_literal and worth_of(text) != "none" else None


def _in_text(text: str, names: frozenset[str], engine: Engine) -> Iterator[Span]:
    tokens = Tokens(text, engine)
    yield from _in_tokens(tokens, 0, len(tokens), names)


def _in_tokens(tokens: Tokens, first: int, stop: int, names: frozenset[str]) -> Iterator[Span]:
    """The second arguments of such calls, where they are strings."""
    for index in range(first, stop - 1):
        if tokens.words[index + 1] != "(" or str(folded(tokens.text(index))).lower() not in names:
            continue
        items = list(Cursor(tokens, index + 1).group().items())
        key = items[1] if len(items) > 1 else None
        if key is None or key.stop - key.at != 1 or key.word[-1:] != "'":
            continue
        if worth_of(unquoted(tokens.text(key.at))) != "none":
            yield key.span
