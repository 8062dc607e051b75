"""What a condition (a CHECK, the predicate of an index) says about NULL."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.sql.cursor import Cursor, folded
from sqlreview.sql.engines import engine_of
from sqlreview.sql.tokens import Tokens

_POSTGRES = engine_of("postgres")


def columns_required(condition: str) -> frozenset[str]:
    """The columns that are not NULL wherever the condition is true because it says `c IS NOT NULL`.

    Only the condition itself and parts joined by AND are looked at: that is what PostgreSQL's SET NOT NULL proves.
    """
    return frozenset(column for column in _tests(Cursor(Tokens(condition, _POSTGRES))) if column is not None)


def only_requires(condition: str, columns: tuple[str, ...]) -> bool:
    """Whether the condition excludes nothing but rows where one of these columns is NULL."""
    tests = list(_tests(Cursor(Tokens(condition, _POSTGRES))))
    return bool(tests) and all(column in columns for column in tests)


def _tests(cursor: Cursor) -> Iterator[str | None]:
    """Each part of an AND list: the column of `c IS NOT NULL`, or None."""
    cursor = _unwrapped(cursor)
    for part in _conjuncts(cursor):
        inner = _unwrapped(part)
        if inner is not part:
            yield from _tests(inner)
        else:
            yield _column_tested(part)


def _unwrapped(cursor: Cursor) -> Cursor:
    while cursor.word == "(" and cursor.tokens.close_of(cursor.at) == cursor.stop - 1:
        cursor = Cursor(cursor.tokens, cursor.at + 1, cursor.stop - 1)
    return cursor


def _conjuncts(cursor: Cursor) -> list[Cursor]:
    """The parts between ANDs outside brackets; one part when OR, NOT, BETWEEN or CASE make that unsafe to say."""
    whole = Cursor(cursor.tokens, cursor.at, cursor.stop)
    parts: list[Cursor] = []
    first = cursor.at
    scan = Cursor(cursor.tokens, cursor.at, cursor.stop)
    while scan.skip_to("AND", "OR", "BETWEEN", "CASE"):
        if scan.word != "AND":
            return [whole]
        parts.append(Cursor(cursor.tokens, first, scan.at))
        scan.at += 1
        first = scan.at
    return [*parts, Cursor(cursor.tokens, first, cursor.stop)]


def _column_tested(cursor: Cursor) -> str | None:
    scan = Cursor(cursor.tokens, cursor.at, cursor.stop)
    if scan.word == "(":
        column = _column_alone(scan.group())
    else:
        name = Cursor(scan.tokens, scan.at, scan.at + 1)
        while scan.at < scan.stop - 2 and scan.tokens.words[scan.at + 1] == ".":
            scan.at += 2
        name.stop = scan.at + 1
        scan.at += 1
        column = _column_alone(name)
    if column is None:
        return None
    is_test = scan.accept("IS", "NOT", "NULL") or scan.accept("NOTNULL")
    return column if is_test and scan.done else None


def _column_alone(cursor: Cursor) -> str | None:
    """The column a name says, which a condition of one table may qualify."""
    cursor = _unwrapped(cursor)
    words = cursor.tokens.words[cursor.at : cursor.stop]
    is_name = len(words) % 2 == 1 and all(word == "." for word in words[1::2])
    if not is_name or not Cursor(cursor.tokens, cursor.stop - 1, cursor.stop).sees_identifier():
        return None
    return folded(cursor.tokens.text(cursor.stop - 1))
