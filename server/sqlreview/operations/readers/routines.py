"""Reads statements on functions, procedures and DO blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import Reader, triggers
from sqlreview.operations.readers.data_types import read_type
from sqlreview.operations.readers.phrases import (
    accept_cascade,
    accept_if_exists,
    is_string,
    read_quoted_span,
    require_end,
)
from sqlreview.operations.readers.settings import read_setting
from sqlreview.operations.routines import AlterRoutine, Argument, Call, CreateRoutine, Do, DropRoutine
from sqlreview.operations.security import ChangeOwner
from sqlreview.sql.cursor import Cursor, Name, Unreadable, folded, unquoted
from sqlreview.sql.engines import Engine
from sqlreview.text import Span

Volatility = Literal["immutable", "stable", "volatile"]


@dataclass(slots=True)
class _Clauses:
    """The clauses of CREATE FUNCTION read so far."""

    returns: str | None = None
    language: str = "sql"
    volatility: Volatility = "volatile"
    security_definer: Span | None = None
    settings: list[tuple[str, str]] = field(default_factory=list)
    body: Span | None = None


def create_routine(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CREATE [OR REPLACE] FUNCTION|PROCEDURE name (arguments) clauses in any order."""
    statement = cursor.span
    cursor.expect("CREATE")
    or_replace = cursor.accept("OR", "REPLACE")
    kind: Literal["function", "procedure"] = "function"
    if cursor.accept_any("FUNCTION", "PROCEDURE") == "PROCEDURE":
        kind = "procedure"
    name = cursor.name()
    arguments = tuple(_argument(item) for item in cursor.group().items())
    clauses = _Clauses()
    while not cursor.done:
        _CLAUSES.get(cursor.word, _unknown_clause)(cursor, clauses)
    return (
        CreateRoutine(
            span=statement,
            kind=kind,
            name=name,
            arguments=arguments,
            returns=clauses.returns,
            language=clauses.language,
            volatility=clauses.volatility,
            security_definer=clauses.security_definer,
            settings=tuple(clauses.settings),
            body=clauses.body,
            or_replace=or_replace,
        ),
    )


_MODES = {"IN": "in", "OUT": "out", "INOUT": "inout", "VARIADIC": "variadic"}


def _mode(cursor: Cursor) -> str | None:
    if cursor.accept("IN", "OUT"):
        return "inout"
    if cursor.word in _MODES and cursor.peek() not in ("", "=", ":=", "DEFAULT"):
        return _MODES[cursor.next()]
    return None


def _argument(cursor: Cursor) -> Argument:
    mode = _mode(cursor)
    first = cursor.at
    type_ = read_type(cursor)
    name = None
    if not cursor.done and cursor.word not in ("DEFAULT", "=", ":="):  # what looked like a type was the name
        cursor.at = first
        name = cursor.identifier().text
        mode = mode or _mode(cursor)
        type_ = read_type(cursor)
    has_default = cursor.accept_any("DEFAULT", "=", ":=") is not None
    if not has_default:
        require_end(cursor)
    return Argument(mode or "in", name, type_, has_default)


def _unknown_clause(cursor: Cursor, clauses: _Clauses) -> None:
    raise Unreadable(f"unexpected {cursor.word} in a function")


def _skip_words(count: int) -> Callable[[Cursor, _Clauses], None]:
    def skip(cursor: Cursor, clauses: _Clauses) -> None:
        cursor.at = min(cursor.at + count, cursor.stop)

    return skip


def _returns(cursor: Cursor, clauses: _Clauses) -> None:
    cursor.expect("RETURNS")
    if cursor.accept("NULL", "ON", "NULL", "INPUT"):
        return
    first = cursor.at
    if cursor.accept("TABLE"):
        cursor.group()
    else:
        read_type(cursor)
    clauses.returns = cursor.text_from(first)


def _language(cursor: Cursor, clauses: _Clauses) -> None:
    cursor.expect("LANGUAGE")
    clauses.language = _language_name(cursor)


def _language_name(cursor: Cursor) -> str:
    index = cursor.at
    word = cursor.next()
    return unquoted(word).lower() if is_string(word) else folded(cursor.tokens.text(index))


def _volatility(cursor: Cursor, clauses: _Clauses) -> None:
    match cursor.next():
        case "IMMUTABLE":
            clauses.volatility = "immutable"
        case "STABLE":
            clauses.volatility = "stable"
        case _:
            clauses.volatility = "volatile"


def _not(cursor: Cursor, clauses: _Clauses) -> None:
    cursor.expect("NOT", "LEAKPROOF")


def _security(cursor: Cursor, clauses: _Clauses) -> None:
    first = cursor.at
    cursor.accept("EXTERNAL")
    cursor.expect("SECURITY")
    if cursor.accept("DEFINER"):
        clauses.security_definer = cursor.span_from(first)
    else:
        cursor.expect("INVOKER")
        clauses.security_definer = None


def _set(cursor: Cursor, clauses: _Clauses) -> None:
    cursor.expect("SET")
    name, value = read_setting(cursor)
    clauses.settings.append((name, value or ""))


def _transform(cursor: Cursor, clauses: _Clauses) -> None:
    cursor.expect("TRANSFORM")
    while cursor.accept("FOR", "TYPE"):
        read_type(cursor)
        cursor.accept(",")


def _with(cursor: Cursor, clauses: _Clauses) -> None:
    cursor.expect("WITH")
    cursor.group()


def _quoted_body(cursor: Cursor, clauses: _Clauses) -> None:
    cursor.expect("AS")
    body = read_quoted_span(cursor)
    if cursor.accept(","):  # AS 'object file', 'symbol': nothing to read
        cursor.next()
    else:
        clauses.body = body


def _plain_body(cursor: Cursor, clauses: _Clauses) -> None:
    clauses.body = cursor.span
    cursor.at = cursor.stop


_CLAUSES: dict[str, Callable[[Cursor, _Clauses], None]] = {
    "RETURNS": _returns,
    "LANGUAGE": _language,
    "IMMUTABLE": _volatility,
    "STABLE": _volatility,
    "VOLATILE": _volatility,
    "NOT": _not,
    "LEAKPROOF": _skip_words(1),
    "STRICT": _skip_words(1),
    "WINDOW": _skip_words(1),
    "CALLED": _skip_words(4),
    "COST": _skip_words(2),
    "ROWS": _skip_words(2),
    "PARALLEL": _skip_words(2),
    "SUPPORT": lambda cursor, clauses: _support(cursor),
    "EXTERNAL": _security,
    "SECURITY": _security,
    "SET": _set,
    "TRANSFORM": _transform,
    "WITH": _with,
    "AS": _quoted_body,
    "RETURN": _plain_body,
    "BEGIN": _plain_body,
}


def _support(cursor: Cursor) -> None:
    cursor.expect("SUPPORT")
    cursor.name()


def alter_routine(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """ALTER FUNCTION|PROCEDURE|ROUTINE|AGGREGATE name [(arguments)] action."""
    statement = cursor.span
    cursor.expect("ALTER")
    kind = cursor.next().lower()
    name = _routine_name(cursor)
    if cursor.accept("OWNER", "TO"):
        owner = cursor.identifier().text
        require_end(cursor)
        return (ChangeOwner(span=statement, kind=kind, name=name, owner=owner),)
    return (_routine_action(cursor, kind, name, statement),)


def _routine_action(cursor: Cursor, kind: str, name: Name, span: Span) -> AlterRoutine:
    if cursor.accept("RENAME", "TO"):
        return AlterRoutine(span=span, kind=kind, name=name, action="rename", new_name=cursor.identifier())
    if cursor.accept("SET", "SCHEMA"):
        return AlterRoutine(span=span, kind=kind, name=name, action="schema", new_name=cursor.identifier())
    if cursor.done:
        raise Unreadable(f"ALTER {kind.upper()} without an action")
    options = " ".join(cursor.tokens.words[cursor.at : cursor.stop])
    return AlterRoutine(span=span, kind=kind, name=name, action="options", options=options)


def _routine_name(cursor: Cursor) -> Name:
    """Reads a name and steps over its argument list, which may be left out."""
    name = cursor.name()
    if cursor.word == "(":
        cursor.group()
    return name


def drop_routine(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """DROP FUNCTION|PROCEDURE|ROUTINE|AGGREGATE [IF EXISTS] a (arguments), b [CASCADE]."""
    statement = cursor.span
    cursor.expect("DROP")
    kind = cursor.next().lower()
    if_exists = accept_if_exists(cursor)
    found = [_name_with_span(cursor)]
    while cursor.accept(","):
        found.append(_name_with_span(cursor))
    cascade = accept_cascade(cursor)
    require_end(cursor)
    return tuple(
        DropRoutine(
            span=statement if len(found) == 1 else span, kind=kind, name=name, if_exists=if_exists, cascade=cascade
        )
        for name, span in found
    )


def _name_with_span(cursor: Cursor) -> tuple[Name, Span]:
    first = cursor.at
    name = _routine_name(cursor)
    return name, cursor.span_from(first)


def do_block(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """DO [LANGUAGE name] 'body'."""
    statement = cursor.span
    cursor.expect("DO")
    language = "plpgsql"
    body: Span | None = None
    while not cursor.done:
        if cursor.accept("LANGUAGE"):
            language = _language_name(cursor)
        else:
            body = read_quoted_span(cursor)
    if body is None:
        raise Unreadable("DO without a body")
    return (Do(span=statement, language=language, body=body),)


def call(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CALL procedure(arguments)."""
    statement = cursor.span
    cursor.expect("CALL")
    procedure = cursor.name()
    cursor.group()
    require_end(cursor)
    return (Call(span=statement, procedure=procedure),)


READERS: dict[tuple[str, ...], Reader] = {
    ("CREATE", "FUNCTION"): create_routine,
    ("CREATE", "PROCEDURE"): create_routine,
    **{("ALTER", kind): alter_routine for kind in ("FUNCTION", "PROCEDURE", "ROUTINE", "AGGREGATE")},
    **{("DROP", kind): drop_routine for kind in ("FUNCTION", "PROCEDURE", "ROUTINE", "AGGREGATE")},
    ("DO",): do_block,
    ("CALL",): call,
    **triggers.READERS,
}
