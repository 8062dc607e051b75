"""Expressions inside DDL, read for the facts rules ask: functions called, columns mentioned, whether it is NULL."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlreview.operations.parts import Expression
from sqlreview.operations.readers.data_types import read_type
from sqlreview.sql.cursor import Cursor, Unreadable, folded
from sqlreview.sql.engines import Family

_CLAUSES = """
    CONSTRAINT NOT NULL CHECK UNIQUE PRIMARY REFERENCES DEFAULT GENERATED COLLATE DEFERRABLE INITIALLY ENFORCED STORAGE
    COMPRESSION
"""
COLUMN_CLAUSES = frozenset(_CLAUSES.split())
"""Words that end the DEFAULT of a column because they begin its next clause."""

_VALUES = """
    CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP LOCALTIME LOCALTIMESTAMP CURRENT_CATALOG CURRENT_SCHEMA CURRENT_USER
    CURRENT_ROLE SESSION_USER SYSTEM_USER USER
"""
_VALUE_FUNCTIONS = frozenset(_VALUES.split())
_SYNTAX = """
    ALL AND ANY ARRAY AS ASC ASYMMETRIC BETWEEN BOTH BY CASE CAST COALESCE CROSS DEFAULT DESC DISTINCT ELSE END ESCAPE
    EXCEPT EXISTS FALSE FETCH FILTER FOR FROM FULL GREATEST GROUP GROUPING HAVING ILIKE IN INNER INTERSECT INTO IS
    ISNULL JOIN LATERAL LEADING LEAST LEFT LIKE LIMIT NATURAL NOT NOTNULL NULL NULLIF NULLS OFFSET ON ONLY OR ORDER
    OUTER OVER OVERLAPS PARTITION PLACING RETURNING RIGHT ROW SELECT SIMILAR SOME SYMMETRIC TABLE THEN TO TRAILING
    TRUE UNION USING VALUES VARIADIC WHEN WHERE WINDOW WITH WITHIN
"""
_KEYWORDS = frozenset(_SYNTAX.split())
_FUNCTIONS_LIKE_KEYWORDS = ("LEFT", "RIGHT")
_BEFORE = """
    AND ANY ALL AT BETWEEN COLLATE ESCAPE FILTER FROM GROUP ILIKE IN IS LIKE NOT OPERATOR OR OVER OVERLAPS SIMILAR SOME
    SYMMETRIC TO UESCAPE WITHIN ZONE
"""
_BEFORE_OPERANDS = frozenset(_BEFORE.split())
_AFTER = """
    ARRAY DAY DOCUMENT HOUR ISNULL MINUTE MONTH NORMALIZED NOTNULL NULL OBJECT PRECISION SCALAR SECOND TIME UNIQUE KEYS
    VALUE VARYING WITH WITHOUT YEAR
"""
_AFTER_OPERANDS = _BEFORE_OPERANDS | frozenset(_AFTER.split())
_WORD_OPERATORS: dict[Family, frozenset[str]] = {
    "postgres": frozenset(),
    "mysql": frozenset(["BINARY", "DIV", "MOD", "REGEXP", "RLIKE", "SOUNDS", "XOR"]),
    "sqlite": frozenset(["GLOB", "MATCH", "REGEXP"]),
}
"""Words between operands (or before one) that only some engines know."""
_OPERATOR_END = frozenset("~!@#%^&|`?*+-<>=/:.")
_TRUTH_TESTS = ("UNKNOWN", "DOCUMENT", "NORMALIZED", "JSON", "NFC", "NFD", "NFKC", "NFKD")
_INTERVAL_FIELDS = ("YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND", "TO")


def read_expression(cursor: Cursor, stops: frozenset[str] = frozenset()) -> Expression:
    """Reads an expression up to a stop word outside brackets, or to the end of the cursor.

    A stop word ends it only where no operand is due, so that DEFAULT NULL NOT NULL has the value NULL. Raises
    Unreadable where two operands meet, as they do when a semicolon or a comma is missing.
    """
    first = cursor.at
    end = _end_of(cursor, stops)
    if end <= first:
        raise Unreadable(f"expected an expression, found {cursor.word or 'the end'}")
    facts = _Facts()
    _collect(Cursor(cursor.tokens, first, end), facts)
    cursor.at = end
    span = cursor.span_from(first)
    is_null = not facts.functions and not facts.columns and _is_null(Cursor(cursor.tokens, first, end))
    return Expression(span, span.of(cursor.tokens.sql), tuple(facts.functions), tuple(facts.columns), is_null)


def _end_of(cursor: Cursor, stops: frozenset[str]) -> int:
    ahead = Cursor(cursor.tokens, cursor.at, cursor.stop)
    operators = _WORD_OPERATORS[cursor.tokens.engine.family]
    operand_due = True
    while not ahead.done:
        word = ahead.word
        if word in stops and (not operand_due or word == ","):
            return ahead.at
        if operators and word in operators and ahead.peek() != "(":
            ahead.at += 1
            operand_due = True
            continue
        if not operand_due and word not in _AFTER_OPERANDS and ahead.sees_identifier() and word[0] not in "{$:":
            raise Unreadable(f"unexpected {word} after an expression")
        _skip_operand(ahead)
        operand_due = word in _BEFORE_OPERANDS or (word != "::" and word[-1] in _OPERATOR_END)
    return cursor.stop


def _skip_operand(cursor: Cursor) -> None:
    if cursor.accept("::"):
        read_type(cursor)
    elif cursor.word == "CASE":
        _skip_case(cursor)
    elif cursor.word == "INTERVAL" and cursor.tokens.engine.family == "mysql":
        _skip_amount(cursor)
    else:
        cursor.skip()


def _skip_case(cursor: Cursor) -> None:
    depth = 0
    while not cursor.done:
        word = cursor.word
        cursor.skip()
        depth += (word == "CASE") - (word == "END")
        if not depth:
            return


@dataclass(slots=True)
class _Facts:
    """What has been seen so far; dicts keep the first mention's order."""

    functions: dict[str, None] = field(default_factory=dict)
    columns: dict[str, None] = field(default_factory=dict)
    open_casts: list[int] = field(default_factory=list)
    in_query: bool = False


def _collect(cursor: Cursor, facts: _Facts) -> None:
    while not cursor.done:
        word = cursor.word
        handler = _HANDLERS.get(word)
        if handler is not None:
            handler(cursor, facts)
        elif cursor.sees_identifier():
            _collect_name(cursor, facts)
        else:
            cursor.at += 1


def _collect_name(cursor: Cursor, facts: _Facts) -> None:
    word, following = cursor.word, cursor.peek()
    if word in _VALUE_FUNCTIONS:
        facts.functions[word.lower()] = None
    elif (word in _WORD_OPERATORS[cursor.tokens.engine.family] and following != "(") or (
        word in _KEYWORDS and following != "." and not (following == "(" and word in _FUNCTIONS_LIKE_KEYWORDS)
    ):
        pass
    elif following.endswith("'") or following in ("=>", ":="):
        pass  # DATE '2024-01-01' names a type, f(part => 1) an argument
    else:
        _collect_reference(cursor, facts)
        return
    cursor.at += 1


def _collect_reference(cursor: Cursor, facts: _Facts) -> None:
    while cursor.peek() == ".":
        cursor.at += 2
    if cursor.sees_identifier():
        if cursor.peek() == "(":
            facts.functions[folded(cursor.tokens.text(cursor.at))] = None
        else:
            facts.columns[folded(cursor.tokens.text(cursor.at), cursor.tokens.engine)] = None
    cursor.at += 1


def _skip_cast(cursor: Cursor, facts: _Facts) -> None:
    cursor.at += 1
    read_type(cursor)


def _enter_cast(cursor: Cursor, facts: _Facts) -> None:
    cursor.at += 1
    if cursor.word == "(":
        facts.open_casts.append(cursor.tokens.close_of(cursor.at))


def _skip_cast_target(cursor: Cursor, facts: _Facts) -> None:
    cursor.at += 1
    if facts.open_casts and cursor.at < facts.open_casts[-1]:
        close = facts.open_casts.pop()
        if cursor.tokens.engine.family == "postgres":
            read_type(cursor)
        else:  # a type of any words, up to the bracket
            cursor.at = min(close, cursor.stop)


def _skip_time_zone(cursor: Cursor, facts: _Facts) -> None:
    if not (cursor.accept("AT", "TIME", "ZONE") or cursor.accept("AT", "LOCAL")):
        _collect_name(cursor, facts)


def _skip_collation(cursor: Cursor, facts: _Facts) -> None:
    cursor.at += 1
    cursor.name()


def _skip_operator(cursor: Cursor, facts: _Facts) -> None:
    if cursor.peek() != "(":
        _collect_name(cursor, facts)
        return
    cursor.at += 1
    cursor.group()


def _skip_amount(cursor: Cursor) -> Cursor:
    """Steps over INTERVAL amount unit of MySQL, and returns a cursor over the amount."""
    cursor.at += 1
    first = cursor.at
    cursor.accept_any("-", "+")
    cursor.skip()
    while cursor.word == ".":
        cursor.at += 2
    if cursor.word == "(":
        cursor.group()
    amount = Cursor(cursor.tokens, first, min(cursor.at, cursor.stop))
    if cursor.sees_identifier():
        cursor.at += 1
    return amount


def _skip_interval(cursor: Cursor, facts: _Facts) -> None:
    if cursor.tokens.engine.family == "mysql":
        _collect(_skip_amount(cursor), facts)
        return
    if not cursor.peek().endswith("'"):
        _collect_name(cursor, facts)
        return
    cursor.at += 2
    while cursor.accept_any(*_INTERVAL_FIELDS):
        pass


def _skip_test(cursor: Cursor, facts: _Facts) -> None:
    cursor.at += 1
    cursor.accept("NOT")
    while cursor.accept_any(*_TRUTH_TESTS):
        pass


def _collect_extract(cursor: Cursor, facts: _Facts) -> None:
    field_at = cursor.at + 2
    takes_field = cursor.peek() == "("
    _collect_name(cursor, facts)
    if takes_field:
        cursor.at = min(field_at + 1, cursor.stop)


def _enter_query(cursor: Cursor, facts: _Facts) -> None:
    cursor.at += 1
    facts.in_query = True


def _skip_relation(cursor: Cursor, facts: _Facts) -> None:
    cursor.at += 1
    if not facts.in_query or not cursor.sees_identifier() or cursor.word in _KEYWORDS:
        return
    at = cursor.at
    cursor.name()
    if cursor.word == "(":
        cursor.at = at
        return
    cursor.accept("AS")
    if cursor.sees_identifier() and cursor.word not in _KEYWORDS:
        cursor.at += 1


_HANDLERS: dict[str, Callable[[Cursor, _Facts], None]] = {
    "::": _skip_cast,
    "CAST": _enter_cast,
    "AS": _skip_cast_target,
    "AT": _skip_time_zone,
    "COLLATE": _skip_collation,
    "OPERATOR": _skip_operator,
    "INTERVAL": _skip_interval,
    "IS": _skip_test,
    "EXTRACT": _collect_extract,
    "SELECT": _enter_query,
    "FROM": _skip_relation,
    "JOIN": _skip_relation,
}


def _is_null(cursor: Cursor) -> bool:
    while cursor.word == "(" and cursor.tokens.close_of(cursor.at) == cursor.stop - 1:
        cursor = cursor.group()
    if cursor.sees("CAST", "(", "NULL", "AS"):
        cursor.at += 1
        return cursor.tokens.close_of(cursor.at) == cursor.stop - 1
    if not cursor.accept("NULL"):
        return False
    while cursor.accept("::"):
        read_type(cursor)
    return cursor.done
