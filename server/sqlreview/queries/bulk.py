"""Cuts INSERT statements of many rows behind their first row."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlreview.patterns import regex
from sqlreview.sql.cursor import Cursor
from sqlreview.sql.engines import Engine
from sqlreview.sql.tokens import MYSQL_STRING, POSTGRES_STRING, Tokens
from sqlreview.text import Span

_LONG = 10_000
_LONGEST_HEAD = 20_000
_MOST_COUNTED = 10_000
_INSERT = regex(r"INSERT|REPLACE", re.I)
_ROW_PART = regex(rf"{POSTGRES_STRING}|[()]")
_ROW_END = regex(rf"{POSTGRES_STRING}|\)\s*+,\s*+(?=\()")
_MYSQL_ROW_PART = regex(rf"{MYSQL_STRING}|[()]", re.S)
_MYSQL_ROW_END = regex(rf"{MYSQL_STRING}|\)\s*+,\s*+(?=\()", re.S)


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a long INSERT is cut, and how many rows it has (at most 10,000 are counted)."""

    end: int
    rows: int


def cut_of(sql: str, span: Span, engine: Engine) -> Cut | None:
    """Where to stop reading a long INSERT ... VALUES; None for everything else."""
    if span.end - span.start < _LONG or not _INSERT.match(sql, span.start):
        return None
    cursor = Cursor(Tokens(sql, engine, span.start, min(span.end, span.start + _LONGEST_HEAD)))
    if not cursor.skip_to("VALUES", "SELECT", "WITH", "TABLE") or not cursor.sees("VALUES", "("):
        return None
    depth = 0
    is_mysql = engine.family == "mysql"
    part = _MYSQL_ROW_PART if is_mysql else _ROW_PART
    for match in part.finditer(sql, cursor.tokens.starts[cursor.at + 1], span.end):
        depth += {"(": 1, ")": -1}.get(match[0], 0)
        if depth == 0 and match[0] == ")":
            return Cut(match.end(), _rows(sql, match.start(), span.end, _MYSQL_ROW_END if is_mysql else _ROW_END))
    return None


def _rows(sql: str, start: int, end: int, row_end: re.Pattern[str]) -> int:
    count = 1
    for match in row_end.finditer(sql, start, end):
        if match[0][0] == ")":
            count += 1
            if count == _MOST_COUNTED:
                break
    return count
