"""Accounts, roles and privileges of MySQL and MariaDB."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.operations.namespaces import Other
from sqlreview.operations.parts import Expression, Operation
from sqlreview.operations.readers import Reader
from sqlreview.operations.readers.mysql.words import is_string, read_account, rest_of
from sqlreview.operations.security import CreateRole, DropRole, Grant
from sqlreview.sql.cursor import Cursor, Identifier, Name, Unreadable
from sqlreview.sql.engines import Engine


def create_user(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CREATE or ALTER USER|ROLE [IF [NOT] EXISTS] account [IDENTIFIED ...], ... options."""
    statement = cursor.span
    alter = cursor.next() == "ALTER"
    cursor.accept("OR", "REPLACE")
    cursor.next()
    if not cursor.accept("IF", "NOT", "EXISTS"):
        cursor.accept("IF", "EXISTS")
    accounts = list(_accounts(cursor))
    rest_of(cursor)  # REQUIRE, WITH, PASSWORD EXPIRE, ACCOUNT LOCK ...
    return tuple(
        CreateRole(
            span=statement if len(accounts) == 1 else account.span,
            role=account,
            password=password,
            alter=alter,
        )
        for account, password in accounts
    )


def _accounts(cursor: Cursor) -> Iterator[tuple[Identifier, Expression | None]]:
    while True:
        account = read_account(cursor)
        yield account, _read_identified(cursor)
        if not cursor.accept(","):
            return


def _read_identified(cursor: Cursor) -> Expression | None:
    """Reads IDENTIFIED ... and returns the password in clear text, if one stands there."""
    password = None
    while cursor.accept("IDENTIFIED"):
        if cursor.accept("BY"):
            password = None if cursor.accept("RANDOM", "PASSWORD") else _read_password(cursor)
        elif cursor.accept_any("WITH", "VIA"):
            password = _read_plugin(cursor) or password
        if cursor.accept("REPLACE"):
            cursor.next()
        while cursor.accept_any("AND", "OR"):
            if cursor.word != "IDENTIFIED":
                password = _read_plugin(cursor) or password
    return password


def _read_plugin(cursor: Cursor) -> Expression | None:
    cursor.next()
    if cursor.accept("BY"):
        return _read_password(cursor)
    if cursor.accept_any("AS", "USING"):
        if cursor.accept("PASSWORD"):
            inside = cursor.group()
            return _read_password(inside)
        cursor.next()
    return None


def _read_password(cursor: Cursor) -> Expression | None:
    if cursor.accept("PASSWORD"):  # the hash of a password, in MariaDB and old versions of MySQL
        cursor.next()
        return None
    first = cursor.at
    if not is_string(cursor.word):
        cursor.next()
        return None
    cursor.next()
    span = cursor.span_from(first)
    return Expression(span, span.of(cursor.tokens.sql))


def drop_user(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """DROP USER|ROLE [IF EXISTS] a, b."""
    statement = cursor.span
    cursor.expect("DROP")
    cursor.next()
    if_exists = cursor.accept("IF", "EXISTS")
    accounts = [read_account(item) for item in cursor.items()]
    if not accounts:
        raise Unreadable("DROP USER names nobody")
    return tuple(
        DropRole(span=statement if len(accounts) == 1 else account.span, role=account, if_exists=if_exists)
        for account in accounts
    )


def grant(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """GRANT or REVOKE of privileges ON objects, of roles or of PROXY."""
    statement = cursor.span
    revoke = cursor.accept_any("GRANT", "REVOKE") == "REVOKE"
    if revoke:
        cursor.accept("IF", "EXISTS")
    first = cursor.at
    if not cursor.skip_to("ON", "TO", "FROM"):
        raise Unreadable("GRANT without a grantee")
    are_roles = cursor.word != "ON"
    granted = Cursor(cursor.tokens, first, cursor.at)
    privileges = _roles(granted) if are_roles else _privileges(granted)
    kind, objects = _objects(cursor) if cursor.accept("ON") else ("role", ())
    cursor.expect("FROM" if revoke else "TO")
    grantees = tuple(account for account, _ in _accounts(cursor))
    words = cursor.tokens.words[cursor.at : cursor.stop]
    rest_of(cursor)
    return (
        Grant(
            span=statement,
            privileges=privileges,
            kind=kind,
            objects=objects,
            grantees=grantees,
            revoke=revoke,
            with_grant_option="OPTION" in words,
        ),
    )


def _roles(cursor: Cursor) -> tuple[str, ...]:
    if cursor.sees("ALL", "PRIVILEGES"):  # REVOKE ALL PRIVILEGES, GRANT OPTION FROM user
        return _privileges(cursor)
    if cursor.done:
        raise Unreadable("GRANT without a privilege")
    return tuple(read_account(item).text for item in cursor.items())


def _privileges(cursor: Cursor) -> tuple[str, ...]:
    found = []
    for item in cursor.items():
        words = []
        while not item.done and item.word != "(":
            words.append(item.next())
        found.append("ALL" if words == ["ALL", "PRIVILEGES"] else " ".join(words))
    if not found:
        raise Unreadable("GRANT without a privilege")
    return tuple(found)


def _objects(cursor: Cursor) -> tuple[str, tuple[Name, ...]]:
    """What ON names: a table, all tables of a database (kind "schema"), everything (kind "server"), or a routine."""
    kind = (cursor.accept_any("TABLE", "FUNCTION", "PROCEDURE", "PACKAGE") or "table").lower()
    first = cursor.at
    if cursor.accept("*"):
        if cursor.accept("."):
            cursor.expect("*")
            return "server", ()
        return "schema", ()
    if cursor.peek() == "." and cursor.peek(2) == "*":
        database = cursor.identifier()
        cursor.at += 2
        return "schema", (Name(None, database.text, cursor.span_from(first)),)
    if is_string(cursor.word):  # GRANT PROXY ON 'user'@'host'
        account = read_account(cursor)
        return "proxy", (Name(None, account.text, account.span),)
    return kind, (cursor.name(),)


def _other(kind: str) -> Reader:
    def read(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
        return (Other(span=cursor.span, kind=kind),)

    return read


READERS: dict[tuple[str, ...], Reader] = {
    ("CREATE", "USER"): create_user,
    ("CREATE", "ROLE"): create_user,
    ("ALTER", "USER"): create_user,
    ("DROP", "USER"): drop_user,
    ("DROP", "ROLE"): drop_user,
    ("RENAME", "USER"): _other("rename user"),
    ("GRANT",): grant,
    ("REVOKE",): grant,
}
