"""The order of the clauses of CREATE INDEX, which PostgreSQL insists on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlreview.sql.cursor import Cursor, Unreadable
from sqlreview.sql.engines import Engine
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

_RANKS = {"USING": 0, "(": 1, "INCLUDE": 2, "NULLS": 3, "WITH": 4, "TABLESPACE": 5, "WHERE": 6}


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of CREATE INDEX."""

    word: str
    """Its first word, in upper case."""
    span: Span


@dataclass(frozen=True, slots=True)
class MisplacedClause:
    """A clause that stands behind one that it has to precede."""

    clause: Clause
    behind: Clause
    """The first clause it should precede."""


def misplaced_index_clause(sql: str, engine: Engine) -> MisplacedClause | None:
    """The first clause of a CREATE INDEX that stands too late; None for other statements and for the right order."""
    upper = sql.upper()
    if not any(word in upper for word in _RANKS if word != "("):
        return None
    cursor = Cursor(Tokens(sql, engine))
    try:
        clauses = list(_clauses(cursor))
    except Unreadable:
        return None
    for position, clause in enumerate(clauses):
        later = [item for item in clauses[:position] if _RANKS[item.word] > _RANKS[clause.word]]
        if later:
            return MisplacedClause(clause, min(later, key=lambda item: item.span.start))
    return None


def _clauses(cursor: Cursor) -> Iterator[Clause]:
    cursor.expect("CREATE")
    cursor.accept("UNIQUE")
    cursor.expect("INDEX")
    if not cursor.skip_to("ON"):
        return
    cursor.next()
    cursor.accept("ONLY")
    cursor.name()
    while not cursor.done:
        first, word = cursor.at, cursor.word
        if word not in _RANKS:
            return
        _step_over(cursor, word)
        yield Clause(word, cursor.span_from(first))


def _step_over(cursor: Cursor, word: str) -> None:
    """Moves behind the clause; the predicate of WHERE ends where a clause follows that can begin no operand."""
    if word == "(":
        cursor.group()
        return
    cursor.next()
    match word:
        case "USING" | "TABLESPACE":
            cursor.identifier()
        case "INCLUDE" | "WITH":
            cursor.group()
        case "NULLS":
            cursor.accept("NOT")
            cursor.expect("DISTINCT")
        case _:
            while not cursor.done and not _follows_predicate(cursor):
                cursor.skip()


def _follows_predicate(cursor: Cursor) -> bool:
    if cursor.word in ("INCLUDE", "WITH"):
        is_operand = cursor.peek(-1) in ("WHERE", "AND", "OR", "NOT", "=", "<", ">", "<>", ",")
        return cursor.peek() == "(" and not is_operand
    if cursor.word == "NULLS":
        return cursor.peek() == "DISTINCT" or (cursor.peek() == "NOT" and cursor.peek(2) == "DISTINCT")
    if cursor.word == "USING":  # a reserved word
        return True
    return cursor.word in ("TABLESPACE",) and cursor.peek(-1) not in ("WHERE", "AND", "OR", "NOT", ".")
