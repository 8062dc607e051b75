"""Reads statements on roles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlreview.operations.parts import Expression, Operation
from sqlreview.operations.readers import Reader
from sqlreview.operations.readers.expressions import read_expression
from sqlreview.operations.readers.phrases import read_dropped
from sqlreview.operations.readers.settings import read_stored_setting
from sqlreview.operations.security import CreateRole, DropRole
from sqlreview.sql.cursor import Cursor, Identifier, Unreadable
from sqlreview.sql.engines import Engine


@dataclass(slots=True)
class _Options:
    words: list[str] = field(default_factory=list)
    password: Expression | None = None


def create_role(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CREATE ROLE|USER|GROUP name [WITH] options."""
    statement = cursor.span
    cursor.expect("CREATE")
    _skip_kind(cursor)
    role = cursor.identifier()
    options = _read_options(cursor)
    return (CreateRole(span=statement, role=role, options=tuple(options.words), password=options.password),)


def _skip_kind(cursor: Cursor) -> None:
    if not cursor.accept_any("ROLE", "USER", "GROUP"):
        raise Unreadable(f"expected ROLE, found {cursor.word or 'the end'}")


def alter_role(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """ALTER ROLE|USER|GROUP name options, RENAME TO, [IN DATABASE d] SET|RESET setting, ADD|DROP USER."""
    statement = cursor.span
    cursor.expect("ALTER")
    _skip_kind(cursor)
    role = cursor.identifier()
    if cursor.accept("IN", "DATABASE"):
        cursor.identifier()
    if cursor.word in ("RENAME", "SET", "RESET"):
        option = cursor.word
        setting = read_stored_setting(cursor)
        return (CreateRole(span=statement, role=role, options=(option,), alter=True, setting=setting),)
    if cursor.word in ("ADD", "DROP") and cursor.peek() == "USER":
        return (CreateRole(span=statement, role=role, options=(f"{cursor.word} USER",), alter=True),)
    options = _read_options(cursor)
    return (CreateRole(span=statement, role=role, options=tuple(options.words), password=options.password, alter=True),)


def _read_options(cursor: Cursor) -> _Options:
    options = _Options()
    cursor.accept("WITH")
    while not cursor.done:
        reader = _OPTIONS.get(cursor.word)
        if reader is not None:
            reader(cursor, options)
        elif cursor.sees_identifier():
            options.words.append(cursor.next())
        else:
            raise Unreadable(f"unexpected {cursor.word} in a role")
    return options


def _password(cursor: Cursor, options: _Options) -> None:
    cursor.accept_any("ENCRYPTED", "UNENCRYPTED")
    cursor.expect("PASSWORD")
    options.words.append("PASSWORD")
    value = Cursor(cursor.tokens, cursor.at, min(cursor.at + 1, cursor.stop))
    options.password = read_expression(value)
    cursor.at = value.stop


def _with_value(words: int) -> Callable[[Cursor, _Options], None]:
    def read(cursor: Cursor, options: _Options) -> None:
        options.words.append(" ".join(cursor.next() for _ in range(words)))
        cursor.accept("-")
        cursor.next()

    return read


def _with_roles(cursor: Cursor, options: _Options) -> None:
    option = cursor.next()
    if option == "IN":
        option = f"IN {cursor.next()}"
    options.words.append(option)
    cursor.identifier()
    while cursor.accept(","):
        cursor.identifier()


_OPTIONS: dict[str, Callable[[Cursor, _Options], None]] = {
    "PASSWORD": _password,
    "ENCRYPTED": _password,
    "UNENCRYPTED": _password,
    "CONNECTION": _with_value(2),
    "VALID": _with_value(2),
    "SYSID": _with_value(1),
    "IN": _with_roles,
    "ROLE": _with_roles,
    "USER": _with_roles,
    "ADMIN": _with_roles,
}


def drop_role(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """DROP ROLE|USER|GROUP [IF EXISTS] a, b."""
    statement = cursor.span
    cursor.expect("DROP")
    _skip_kind(cursor)
    return tuple(
        DropRole(span=span, role=Identifier(name.text, name.span), if_exists=if_exists)
        for name, span, if_exists, _ in read_dropped(cursor, statement)
    )


READERS: dict[tuple[str, ...], Reader] = {
    **{("CREATE", kind): create_role for kind in ("ROLE", "USER", "GROUP")},
    **{("ALTER", kind): alter_role for kind in ("ROLE", "USER", "GROUP")},
    **{("DROP", kind): drop_role for kind in ("ROLE", "USER", "GROUP")},
}
