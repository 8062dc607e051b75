"""Transactions, SET and USE of MySQL and MariaDB."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlreview.operations.namespaces import Other
from sqlreview.operations.parts import Operation
from sqlreview.operations.readers import Reader
from sqlreview.operations.readers.mysql.bodies import built_texts, definitions_in_literals
from sqlreview.operations.readers.mysql.data_types import accept_charset, charset_name
from sqlreview.operations.readers.mysql.words import is_string, rest_of, text_of
from sqlreview.operations.readers.phrases import require_end
from sqlreview.operations.routines import Do
from sqlreview.operations.sessions import (
    Begin,
    Commit,
    Execute,
    Prepare,
    Rollback,
    Savepoint,
    SetSetting,
    SetVariable,
    UseDatabase,
    VariableText,
)
from sqlreview.sql.cursor import Cursor, Unreadable
from sqlreview.sql.engines import Engine
from sqlreview.text import Span

_MODES = frozenset(("WITH", "CONSISTENT", "SNAPSHOT", "READ", "WRITE", "ONLY", ","))


def begin(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """BEGIN [WORK], START TRANSACTION [modes]; BEGIN NOT ATOMIC ... END of MariaDB."""
    statement = cursor.span
    if cursor.next() == "START":
        cursor.expect("TRANSACTION")
        while cursor.word in _MODES:
            cursor.at += 1
    elif cursor.accept("NOT", "ATOMIC"):
        return _block(cursor, statement)
    else:
        cursor.accept_any("WORK", "TRANSACTION")
    require_end(cursor)
    return (Begin(span=statement),)


def block(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """IF, CASE, LOOP, WHILE and REPEAT outside a routine, which MariaDB allows."""
    return _block(cursor, cursor.span)


def _block(cursor: Cursor, statement: Span) -> tuple[Operation, ...]:
    return (Do(span=statement, language="psm", body=rest_of(cursor)),)


def commit(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """COMMIT [WORK] [AND [NO] CHAIN] [[NO] RELEASE]."""
    statement = cursor.span
    cursor.expect("COMMIT")
    return (Commit(span=statement, chain=_transaction_end(cursor)),)


def _transaction_end(cursor: Cursor) -> bool:
    cursor.accept("WORK")
    chain = cursor.accept("AND", "CHAIN")
    cursor.accept("AND", "NO", "CHAIN")
    cursor.accept("NO")
    cursor.accept("RELEASE")
    require_end(cursor)
    return chain


def rollback(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """ROLLBACK [WORK] [AND [NO] CHAIN] [[NO] RELEASE], or ROLLBACK TO [SAVEPOINT] name."""
    statement = cursor.span
    cursor.expect("ROLLBACK")
    cursor.accept("WORK")
    if not cursor.accept("TO"):
        return (Rollback(span=statement, chain=_transaction_end(cursor)),)
    return (_savepoint(cursor, "rollback", statement),)


def savepoint(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """SAVEPOINT name or RELEASE SAVEPOINT name."""
    statement = cursor.span
    action = "save" if cursor.next() == "SAVEPOINT" else "release"
    return (_savepoint(cursor, action, statement),)


def _savepoint(cursor: Cursor, action: str, span: Span) -> Operation:
    if cursor.word == "SAVEPOINT" and cursor.peek():
        cursor.at += 1
    name = cursor.identifier()
    require_end(cursor)
    return Savepoint(span=span, name=name, action=action)


def use(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """USE database."""
    statement = cursor.span
    cursor.expect("USE")
    database = cursor.identifier()
    require_end(cursor)
    return (UseDatabase(span=statement, database=database),)


def set_settings(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """SET of variables, several at once, and all its special forms."""
    statement = cursor.span
    cursor.expect("SET")
    special = _special(cursor, statement)
    if special is not None:
        return (special,)
    found = tuple(operation for item in cursor.items() for operation in _settings(item))
    if not found:
        raise Unreadable("SET says nothing to set")
    return tuple(replace(operation, span=statement) for operation in found) if len(found) == 1 else found


_KINDS = {
    "PASSWORD": "set password",
    "ROLE": "set role",
    "DEFAULT": "set default role",
    "RESOURCE": "set resource group",
    "STATEMENT": "set statement",
}


def _special(cursor: Cursor, statement: Span) -> Operation | None:
    """SET TRANSACTION and what sets no variable; None where variables are set."""
    if cursor.peek() in ("=", ":="):
        return Other(span=statement, kind="set password") if cursor.word == "PASSWORD" else None
    if cursor.word in _KINDS:
        return Other(span=statement, kind=_KINDS[cursor.word])
    scope = cursor.word if cursor.word in _SCOPES and cursor.peek() == "TRANSACTION" else ""
    if scope or cursor.word == "TRANSACTION":
        cursor.at += 2 if scope else 1
        value = rest_of(cursor).of(cursor.tokens.sql)
        return SetSetting(span=statement, name="transaction", value=value, everywhere=scope == "GLOBAL")
    return None


_SCOPES = ("GLOBAL", "SESSION", "LOCAL", "PERSIST", "PERSIST_ONLY")
_EVERYWHERE = ("GLOBAL", "PERSIST", "PERSIST_ONLY")


def _settings(cursor: Cursor) -> Iterator[Operation]:
    span = cursor.span
    if cursor.accept("NAMES") or accept_charset(cursor):
        value = None if cursor.accept("DEFAULT") else charset_name(cursor)
        if cursor.accept("COLLATE"):
            charset_name(cursor)
        yield SetSetting(span=span, name="names", value=value)
        require_end(cursor)
        return
    scope = cursor.next() if cursor.word in _SCOPES and cursor.peek() not in ("=", ":=") else ""
    word = cursor.word
    if word[:1] == "@" and word[:2] != "@@":
        yield _read_variable(cursor, span)
        return
    name = _variable(cursor)
    first, _, rest = name.partition(".")
    if rest and first.upper() in _SCOPES:
        scope, name = first.upper(), rest
    yield SetSetting(span=span, name=name, value=_assigned(cursor), everywhere=scope in _EVERYWHERE)


def _read_variable(cursor: Cursor, span: Span) -> Operation:
    name = cursor.next().lower()
    value = Cursor(cursor.tokens, cursor.at, cursor.stop)
    is_text = is_string(cursor.peek()) and not cursor.peek(2)
    text = _assigned(cursor)
    return SetVariable(
        span=span,
        name=name,
        definitions=definitions_in_literals(value),
        text=text if is_text else None,
        templates=tuple(built_texts(value, _variable_piece)),
    )


def _variable_piece(item: Cursor) -> VariableText | None:
    return VariableText(name=item.word.lower()) if item.word[:1] == "@" else None


def prepare(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """PREPARE name FROM @variable or FROM 'text'."""
    statement = cursor.span
    cursor.expect("PREPARE")
    name = cursor.identifier().text.lower()
    cursor.expect("FROM")
    variable = cursor.word.lower() if cursor.word[:1] == "@" else None
    definitions = definitions_in_literals(Cursor(cursor.tokens, cursor.at, cursor.stop))
    cursor.next()
    rest_of(cursor)  # MariaDB takes any expression
    return (Prepare(span=statement, name=name, variable=variable, definitions=definitions),)


def execute(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """EXECUTE name [USING @a, @b]; EXECUTE IMMEDIATE 'text' of MariaDB."""
    statement = cursor.span
    cursor.expect("EXECUTE")
    if cursor.accept("IMMEDIATE"):
        return (Other(span=statement, kind="execute immediate"), *definitions_in_literals(cursor))
    return (Execute(span=statement, name=cursor.identifier().text.lower()),)


def _variable(cursor: Cursor) -> str:
    if cursor.word[:2] == "@@":
        return cursor.next()[2:].replace("`", "").lower()
    name = cursor.identifier().text
    while cursor.accept("."):
        name += f".{cursor.identifier().text}"
    return name.lower()


def _assigned(cursor: Cursor) -> str | None:
    if cursor.accept_any("=", ":=") is None:
        raise Unreadable(f"expected =, found {cursor.word or 'the end'}")
    if cursor.done:
        raise Unreadable("a variable is set to nothing")
    if cursor.word == "DEFAULT" and not cursor.peek():
        cursor.next()
        return None
    if is_string(cursor.word) and not cursor.peek():
        return text_of(cursor.next())
    return rest_of(cursor).of(cursor.tokens.sql).lower()


READERS: dict[tuple[str, ...], Reader] = {
    ("BEGIN",): begin,
    ("START", "TRANSACTION"): begin,
    ("COMMIT",): commit,
    ("ROLLBACK",): rollback,
    ("SAVEPOINT",): savepoint,
    ("RELEASE", "SAVEPOINT"): savepoint,
    ("SET",): set_settings,
    ("USE",): use,
    ("PREPARE",): prepare,
    ("EXECUTE",): execute,
    **{(word,): block for word in ("IF", "CASE", "LOOP", "WHILE", "REPEAT")},
}
