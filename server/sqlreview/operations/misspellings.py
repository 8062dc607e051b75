"""Words that are misspelt, missing or left over in statements that no server accepts."""

from __future__ import annotations

from dataclasses import dataclass

from sqlreview.operations.routine_variables import words as words_of
from sqlreview.sql.cursor import Cursor
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

_VERBS = ("SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP", "TRUNCATE", "GRANT", "REVOKE")
_FOLLOWERS = {
    "SELECT": ("FROM",),
    "INSERT": ("INTO",),
    "UPDATE": ("SET",),
    "DELETE": ("FROM",),
    "CREATE": ("TABLE", "INDEX", "VIEW", "FUNCTION", "UNIQUE"),
    "ALTER": ("TABLE", "INDEX", "VIEW", "TYPE"),
    "DROP": ("TABLE", "INDEX", "VIEW", "COLUMN"),
    "TRUNCATE": ("TABLE",),
    "GRANT": ("ON",),
    "REVOKE": ("ON",),
}
_OBJECTS = ("TABLE", "INDEX", "VIEW", "FUNCTION", "SEQUENCE", "TRIGGER", "PROCEDURE", "EXTENSION", "SCHEMA", "DATABASE")
_KINDS = frozenset((*_OBJECTS, "TYPE", "ROLE", "USER", "RULE", "DOMAIN", "POLICY", "SERVER", "EVENT", "CAST"))
_PLACED = {"SELECT": "FROM", "DELETE": "FROM", "UPDATE": "SET", "INSERT": "INTO"}
_OPEN_ENDS = words_of("WHERE AND OR BY HAVING FROM SET JOIN LIKE IN BETWEEN NOT = < > <= >= <> != + ||")
"""Words that ask for another one behind them, in a query."""
_OPEN_DDL = words_of("TABLE INDEX COLUMN ADD DROP RENAME TO REFERENCES CONSTRAINT TYPE DEFAULT KEY CHECK USING")
_AFTER_CONDITION = frozenset(("GROUP", "ORDER", "LIMIT", "HAVING", "RETURNING", "UNION", ")"))
_TYPES = words_of(
    "INT INTEGER BIGINT SMALLINT TINYINT SERIAL BIGSERIAL TEXT VARCHAR CHAR BOOLEAN BOOL TIMESTAMP TIMESTAMPTZ DATE "
    "DATETIME NUMERIC DECIMAL UUID JSON JSONB REAL DOUBLE FLOAT BYTEA BLOB"
)
_NOT_NAMES = frozenset(("WITH", "WITHOUT", "AS", "OF", "ON", "DEFAULT", "GENERATED", "UNSIGNED", "ARRAY", "PRECISION"))


@dataclass(frozen=True, slots=True)
class Mistake:
    """A place at which every server stops, and why."""

    span: Span
    message: str
    """A sentence."""


def misspelt(tokens: Tokens) -> Mistake | None:
    """A misspelt word at the beginning of a statement, or where FROM, INTO, SET, TABLE or COLUMN belongs."""
    first = tokens.words[0]
    if first in _VERBS:
        return _misspelt_object(tokens) or _misspelt_place(tokens)
    if len(first) < 4 or not first.isalpha():
        return None
    for verb in _VERBS:
        if _is_like(first, verb) and any(word in tokens.words for word in _FOLLOWERS[verb]):
            return Mistake(tokens.span(0, 1), f"No statement begins with `{tokens.text(0)}`; {verb} does.")
    return None


def _misspelt_object(tokens: Tokens) -> Mistake | None:
    words = tokens.words
    if words[0] not in ("CREATE", "ALTER", "DROP", "TRUNCATE"):
        return None
    at = 2 if words[1] in ("UNIQUE", "TEMP", "TEMPORARY", "MATERIALIZED") else 1
    places: list[tuple[int, tuple[str, ...]]] = [(at, _OBJECTS)]
    places += [
        (index + 1, ("COLUMN", "CONSTRAINT"))
        for index in range(2, len(words) - 2)
        if words[0] == "ALTER" and words[index] in ("ADD", "DROP", "ALTER", "RENAME")
    ]
    for index, objects in places:
        written = words[index]
        if written in _KINDS or len(written) < 3 or not written.isalpha():
            continue
        meant = next((word for word in objects if written != word and _is_like(written, word)), None)
        if meant:
            return Mistake(tokens.span(index, index + 1), f"`{tokens.text(index)}` is no word of SQL; {meant} is.")
    return None


def _misspelt_place(tokens: Tokens) -> Mistake | None:
    """A word like FROM where there is none."""
    words = tokens.words
    meant = _PLACED.get(words[0])
    if meant is None or meant in words:
        return None
    at = next(
        (index for index in range(1, len(words) - 1) if len(words[index]) > 2 and _is_like(words[index], meant)), 0
    )
    if at:
        return Mistake(tokens.span(at, at + 1), f"{meant} belongs here, and not `{tokens.text(at)}`.")
    return Mistake(tokens.span(0, 1), "FROM is missing behind DELETE.") if words[0] == "DELETE" else None


def _is_like(word: str, verb: str) -> bool:
    """Whether one letter is missing, too many, another one, or two are swapped."""
    if abs(len(word) - len(verb)) > 1:
        return False
    at = next((place for place, pair in enumerate(zip(word, verb, strict=False)) if pair[0] != pair[1]), len(verb))
    rests = (
        (word[at + 1 :], verb[at:]),
        (word[at:], verb[at + 1 :]),
        (word[at + 1 :], verb[at + 1 :]),
        (word[at + 2 :], verb[at + 2 :]) if word[at : at + 2] == verb[at : at + 2][::-1] else ("", "x"),
    )
    return any(left == right for left, right in rests)


def unfinished(tokens: Tokens, is_read: bool) -> Mistake | None:
    """A word that asks for something behind it, with nothing there."""
    words = tokens.words
    last = len(tokens) - 1
    while last > 0 and words[last] == ";":
        last -= 1
    is_query = words[0] in (*_PLACED, "WITH")
    if last > 0 and (words[last] in _OPEN_ENDS if is_query else not is_read and words[last] in _OPEN_DDL):
        return Mistake(tokens.span(last, last + 1), f"The statement ends after `{tokens.text(last)}`.")
    for index in range(1, last if is_query else 0):
        following = words[index + 1]
        is_empty = words[index] == "WHERE" and following in _AFTER_CONDITION and words[index - 1] != "."
        if is_empty or (words[0] == "UPDATE" and words[index] == "SET" and following == "WHERE"):
            return Mistake(tokens.span(index, index + 1), f"Nothing follows `{tokens.text(index)}`.")
    return None


def missing_comma(tokens: Tokens) -> Mistake | None:
    """A column of CREATE TABLE that begins on a new line, behind one without a comma."""
    cursor = Cursor(tokens)
    if tokens.words[0] != "CREATE" or "TABLE" not in tokens.words[1:4] or not cursor.skip_to("("):
        return None
    close = tokens.close_of(cursor.at)
    if close is None:
        return None
    for item in Cursor(tokens, cursor.at + 1, close).items():
        for index in range(item.at + 2, item.stop - 1):
            gap = tokens.sql[tokens.ends[index - 1] : tokens.starts[index]]
            is_apart = "\n" in gap or tokens.words[index - 1] in ("KEY", "NULL")
            if is_apart and tokens.words[index + 1] in _TYPES and _may_be_name(tokens, index):
                return Mistake(tokens.span(index, index + 1), f"A comma is missing before `{tokens.text(index)}`.")
    return None


def _may_be_name(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    is_word = word[:1].isalpha() or word[:1] in ('"', "`")
    return is_word and word not in _NOT_NAMES and word not in _TYPES
