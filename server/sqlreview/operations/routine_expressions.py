"""What the body of a routine, trigger or DO block works out itself, outside its statements of SQL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlreview.operations.routine_variables import BEFORE_STATEMENT
from sqlreview.operations.routines import CreateRoutine, CreateTrigger, Do
from sqlreview.sql.bodies import body_text
from sqlreview.sql.cursor import Cursor
from sqlreview.sql.engines import Engine
from sqlreview.sql.tokens import Tokens

_ENDS = {"IF": "THEN", "ELSIF": "THEN", "ELSEIF": "THEN", "RETURN": ";"}
_NOT_RETURNED = frozenset({"QUERY", ";"})
_NAMED = frozenset({":=", "="})


@dataclass(frozen=True, slots=True)
class OwnExpression:
    """Conditions of IF and loops, assigned and returned values, the condition of a trigger."""

    tokens: Tokens
    first: int
    stop: int
    """Indexes of its tokens."""
    is_verbatim: bool
    """Whether its characters stand in the statement as they are, so that edits are exact."""


def own_expressions(operation: CreateRoutine | CreateTrigger | Do, sql: str, engine: Engine) -> Iterator[OwnExpression]:
    """The expressions of a body in order; none of languages other than plpgsql and psm."""
    if isinstance(operation, CreateTrigger):
        yield from _condition(sql, engine)
    body = operation.body
    language = "psm" if isinstance(operation, CreateTrigger) else operation.language
    if body is None or language not in ("plpgsql", "psm") or engine.family == "sqlite":
        return
    is_verbatim = engine.family == "mysql" or sql[body.start - 1 : body.start] == "$"
    tokens = Tokens(body_text(sql, body) if engine.family == "postgres" else sql, engine, body.start, body.end)
    for first, stop in _ranges(tokens):
        if first < stop:
            yield OwnExpression(tokens, first, stop, is_verbatim)


def _condition(sql: str, engine: Engine) -> Iterator[OwnExpression]:
    """WHEN (...) of PostgreSQL, WHEN ... BEGIN of SQLite."""
    cursor = Cursor(Tokens(sql, engine))
    if engine.family != "mysql" and cursor.skip_to("WHEN", "EXECUTE", "BEGIN") and cursor.word == "WHEN":
        first = cursor.at + 1
        cursor.skip_to("EXECUTE", "BEGIN")
        yield OwnExpression(cursor.tokens, first, cursor.at, is_verbatim=True)


def _ranges(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The indexes of the tokens of each expression; a range may lie in no other, so no place is looked at twice."""
    is_mysql = tokens.engine.family == "mysql"
    done = 0
    for index, word in enumerate(tokens.words[:-1]):
        if index < done:
            continue
        found = _range(tokens, index, word, is_mysql)
        if found is not None:
            yield found
            done = found[1]


def _range(tokens: Tokens, index: int, word: str, is_mysql: bool) -> tuple[int, int] | None:
    words = tokens.words
    if word == ":=":
        return index + 1, _end(tokens, index + 1, ";")
    if index and words[index - 1] not in BEFORE_STATEMENT:
        return None
    if word in _ENDS and not (word == "RETURN" and words[index + 1] in _NOT_RETURNED):
        return index + 1, _end(tokens, index + 1, _ENDS[word])
    if word == "WHILE":
        return index + 1, _end(tokens, index + 1, "DO" if is_mysql else "LOOP")
    if word in ("EXIT", "CONTINUE"):
        end = _end(tokens, index, ";")
        return _end(tokens, index, "WHEN") + 1, end
    if word == "SET" and is_mysql:
        return _end(tokens, index, "=") + 1, _end(tokens, index, ",")  # of several assignments the first
    while words[index + 1] == "." and index + 3 < len(words):
        index += 2
    return (index + 2, _end(tokens, index + 2, ";")) if words[index + 1] in _NAMED else None


def _end(tokens: Tokens, first: int, word: str) -> int:
    """The index of the next of these words, or of a semicolon, outside brackets."""
    cursor = Cursor(tokens, first)
    cursor.skip_to(word, ";")
    return min(cursor.at, len(tokens))
