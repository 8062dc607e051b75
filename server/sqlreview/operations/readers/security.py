"""Reads statements on policies, privileges and their defaults."""

from __future__ import annotations

from sqlreview.operations.parts import Expression, Operation
from sqlreview.operations.readers import Reader, roles
from sqlreview.operations.readers.expressions import read_expression
from sqlreview.operations.readers.phrases import accept_cascade, accept_if_exists, require_end
from sqlreview.operations.security import AlterDefaultPrivileges, AlterPolicy, CreatePolicy, DropPolicy, Grant
from sqlreview.sql.cursor import Cursor, Identifier, Name, Unreadable
from sqlreview.sql.engines import Engine


def create_policy(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CREATE POLICY name ON table [AS PERMISSIVE|RESTRICTIVE] [FOR command] [TO roles] [USING ...] [WITH CHECK ...]."""
    statement = cursor.span
    cursor.expect("CREATE", "POLICY")
    name = cursor.identifier()
    cursor.expect("ON")
    table = cursor.name()
    permissive = not cursor.accept("AS", "RESTRICTIVE")
    cursor.accept("AS", "PERMISSIVE")
    command = cursor.next().lower() if cursor.accept("FOR") else "all"
    granted = _roles(cursor) if cursor.accept("TO") else ()
    using, check = _conditions(cursor)
    require_end(cursor)
    return (
        CreatePolicy(
            span=statement,
            name=name,
            table=table,
            permissive=permissive,
            command=command,
            roles=tuple(role.text for role in granted),
            using=using,
            check=check,
        ),
    )


def _conditions(cursor: Cursor) -> tuple[Expression | None, Expression | None]:
    using = read_expression(cursor.group()) if cursor.accept("USING") else None
    check = read_expression(cursor.group()) if cursor.accept("WITH", "CHECK") else None
    return using, check


def alter_policy(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """ALTER POLICY name ON table RENAME TO new | [TO roles] [USING ...] [WITH CHECK ...]."""
    statement = cursor.span
    cursor.expect("ALTER", "POLICY")
    name = cursor.identifier()
    cursor.expect("ON")
    table = cursor.name()
    new_name = cursor.identifier() if cursor.accept("RENAME", "TO") else None
    if cursor.accept("TO"):
        _roles(cursor)
    using, check = _conditions(cursor)
    require_end(cursor)
    return (AlterPolicy(span=statement, name=name, table=table, new_name=new_name, using=using, check=check),)


def drop_policy(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """DROP POLICY [IF EXISTS] name ON table."""
    statement = cursor.span
    cursor.expect("DROP", "POLICY")
    if_exists = accept_if_exists(cursor)
    name = cursor.identifier()
    cursor.expect("ON")
    table = cursor.name()
    accept_cascade(cursor)
    require_end(cursor)
    return (DropPolicy(span=statement, name=name, table=table, if_exists=if_exists),)


def _roles(cursor: Cursor) -> tuple[Identifier, ...]:
    roles_read = [_role(cursor)]
    while cursor.accept(","):
        roles_read.append(_role(cursor))
    return tuple(roles_read)


def _role(cursor: Cursor) -> Identifier:
    if cursor.word == "GROUP" and cursor.peek() not in ("", ","):
        cursor.at += 1
    return cursor.identifier()


def grant(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """GRANT or REVOKE of privileges ON objects, or of roles."""
    statement = cursor.span
    revoke = cursor.accept_any("GRANT", "REVOKE") == "REVOKE"
    with_grant_option = revoke and _accept_option_for(cursor)
    privileges = _privileges(cursor)
    kind, objects = _objects(cursor) if cursor.accept("ON") else ("role", ())
    cursor.expect("FROM" if revoke else "TO")
    grantees = _roles(cursor)
    with_grant_option = _grant_tail(cursor) or with_grant_option
    return (
        Grant(
            span=statement,
            privileges=privileges,
            kind=kind,
            objects=objects,
            grantees=grantees,
            revoke=revoke,
            with_grant_option=with_grant_option,
        ),
    )


def _accept_option_for(cursor: Cursor) -> bool:
    if cursor.word in ("GRANT", "ADMIN", "INHERIT", "SET") and cursor.peek() == "OPTION" and cursor.peek(2) == "FOR":
        grant_option = cursor.word in ("GRANT", "ADMIN")
        cursor.at += 3
        return grant_option
    return False


def _privileges(cursor: Cursor) -> tuple[str, ...]:
    """Reads privileges in upper case, or role names as they are stored, up to ON, TO or FROM."""
    first = cursor.at
    if not cursor.skip_to("ON", "TO", "FROM"):
        raise Unreadable("GRANT without a grantee")
    are_roles = cursor.word != "ON"
    found = []
    for item in Cursor(cursor.tokens, first, cursor.at).items():
        if are_roles:
            found.append(item.identifier().text)
            continue
        words = []
        while not item.done and item.word != "(":
            words.append(item.next())
        found.append("ALL" if words == ["ALL", "PRIVILEGES"] else " ".join(words))
    if not found:
        raise Unreadable("GRANT without a privilege")
    return tuple(found)


_KINDS = (
    ("FOREIGN", "DATA", "WRAPPER"),
    ("FOREIGN", "SERVER"),
    ("LARGE", "OBJECT"),
    ("TABLE",),
    ("SEQUENCE",),
    ("DATABASE",),
    ("DOMAIN",),
    ("FUNCTION",),
    ("PROCEDURE",),
    ("ROUTINE",),
    ("LANGUAGE",),
    ("PARAMETER",),
    ("SCHEMA",),
    ("TABLESPACE",),
    ("TYPE",),
)


def _objects(cursor: Cursor) -> tuple[str, tuple[Name, ...]]:
    kind = _object_kind(cursor)
    objects = [_object(cursor)]
    while cursor.accept(","):
        objects.append(_object(cursor))
    return kind, tuple(objects)


def _object_kind(cursor: Cursor) -> str:
    if cursor.word == "ALL" and cursor.peek(2) == "IN" and cursor.peek(3) == "SCHEMA":
        kind = f"all {cursor.peek().lower()} in schema"
        cursor.at += 4
        return kind
    if cursor.peek() not in ("TO", "FROM", ",", "."):  # otherwise it is a table that is called so
        for words in _KINDS:
            if cursor.accept(*words):
                return " ".join(words).lower()
    return "table"


def _object(cursor: Cursor) -> Name:
    if not cursor.sees_identifier():
        number = cursor.next()  # large objects have numbers
        return Name(None, number, cursor.span_from(cursor.at - 1))
    name = cursor.name()
    if cursor.word == "(":
        cursor.group()
    return name


def _grant_tail(cursor: Cursor) -> bool:
    with_option = False
    while not cursor.done:
        if cursor.accept("GRANTED", "BY"):
            cursor.identifier()
        elif cursor.accept("WITH") or cursor.accept(","):
            option = cursor.next()
            on = cursor.next() not in ("FALSE", "OFF")
            with_option = with_option or (option in ("GRANT", "ADMIN") and on)
        elif not cursor.accept_any("CASCADE", "RESTRICT"):
            raise Unreadable(f"unexpected {cursor.word}")
    return with_option


def alter_default_privileges(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """ALTER DEFAULT PRIVILEGES [FOR ROLE r] [IN SCHEMA s] GRANT|REVOKE ... ON kind TO|FROM roles."""
    statement = cursor.span
    cursor.expect("ALTER", "DEFAULT", "PRIVILEGES")
    if not cursor.skip_to("GRANT", "REVOKE"):
        raise Unreadable("ALTER DEFAULT PRIVILEGES without GRANT or REVOKE")
    revoke = cursor.next() == "REVOKE"
    if revoke:
        _accept_option_for(cursor)
    privileges = _privileges(cursor)
    cursor.expect("ON")
    kind = "large objects" if cursor.accept("LARGE", "OBJECTS") else cursor.next().lower()
    cursor.expect("FROM" if revoke else "TO")
    grantees = _roles(cursor)
    return (
        AlterDefaultPrivileges(
            span=statement,
            privileges=privileges,
            kind=kind,
            revoke=revoke,
            grantees=grantees,
            with_grant_option=cursor.accept("WITH", "GRANT", "OPTION"),
        ),
    )


READERS: dict[tuple[str, ...], Reader] = {
    ("CREATE", "POLICY"): create_policy,
    ("ALTER", "POLICY"): alter_policy,
    ("DROP", "POLICY"): drop_policy,
    ("GRANT",): grant,
    ("REVOKE",): grant,
    ("ALTER", "DEFAULT", "PRIVILEGES"): alter_default_privileges,
    **roles.READERS,
}
