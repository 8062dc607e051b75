"""Reads statements on types and domains."""

from __future__ import annotations

from sqlreview.operations.namespaces import Other
from sqlreview.operations.parts import Check, Expression, Operation, Timing
from sqlreview.operations.readers import Reader
from sqlreview.operations.readers.parts import read_column_definition, read_expression, read_type
from sqlreview.operations.readers.phrases import (
    accept_cascade,
    accept_if_exists,
    accept_if_not_exists,
    read_dropped,
    read_ownership,
    read_string,
    require_end,
)
from sqlreview.operations.types import (
    AddDomainConstraint,
    AddEnumValue,
    AlterCompositeType,
    CreateCompositeType,
    CreateDomain,
    CreateEnum,
    CreateOtherType,
    DropDomainConstraint,
    DropType,
    RenameEnumValue,
    RenameType,
    SetDomainDefault,
    SetDomainNotNull,
    ValidateDomainConstraint,
)
from sqlreview.sql.cursor import Cursor, Identifier, Name, Unreadable
from sqlreview.sql.engines import Engine
from sqlreview.text import Span


def create_type(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CREATE TYPE name [AS ENUM|RANGE|(attributes) | (properties)]."""
    statement = cursor.span
    cursor.expect("CREATE", "TYPE")
    name = cursor.name()
    operation: Operation
    if cursor.accept("AS", "ENUM"):
        labels = tuple(read_string(item) for item in cursor.group().items())
        operation = CreateEnum(span=statement, type=name, labels=labels)
    elif cursor.accept("AS", "RANGE"):
        cursor.group()
        operation = CreateOtherType(span=statement, type=name, is_range=True)
    elif cursor.accept("AS"):
        attributes = tuple(read_column_definition(item) for item in cursor.group().items())
        operation = CreateCompositeType(span=statement, type=name, attributes=attributes)
    else:
        if cursor.word == "(":
            cursor.group()
        operation = CreateOtherType(span=statement, type=name)
    require_end(cursor)
    return (operation,)


def alter_type(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """ALTER TYPE name action [, action]."""
    statement = cursor.span
    cursor.expect("ALTER", "TYPE")
    name = cursor.name()
    owned = read_ownership(cursor, "type", name, statement)
    if owned is not None:
        return owned
    if cursor.sees("ADD", "VALUE"):
        return (_add_value(cursor, name, statement),)
    if cursor.accept("RENAME"):
        return (_rename_in_type(cursor, name, statement),)
    if cursor.sees("SET", "("):
        return (Other(span=statement, kind="alter type"),)
    actions = list(cursor.items())
    if not actions:
        raise Unreadable("ALTER TYPE without an action")
    return tuple(_attribute_action(action, name, statement if len(actions) == 1 else action.span) for action in actions)


def _add_value(cursor: Cursor, name: Name, span: Span) -> Operation:
    cursor.expect("ADD", "VALUE")
    if_not_exists = accept_if_not_exists(cursor)
    label = read_string(cursor)
    before = read_string(cursor) if cursor.accept("BEFORE") else None
    after = read_string(cursor) if cursor.accept("AFTER") else None
    require_end(cursor)
    return AddEnumValue(span=span, type=name, label=label, if_not_exists=if_not_exists, before=before, after=after)


def _rename_in_type(cursor: Cursor, name: Name, span: Span) -> Operation:
    if cursor.accept("TO"):
        return RenameType(span=span, type=name, new_name=cursor.identifier())
    if cursor.accept("VALUE"):
        label = read_string(cursor)
        cursor.expect("TO")
        return RenameEnumValue(span=span, type=name, label=label, new_label=read_string(cursor))
    cursor.expect("ATTRIBUTE")
    attribute = cursor.identifier()
    cursor.expect("TO")
    new_name = cursor.identifier()
    accept_cascade(cursor)
    return AlterCompositeType(span=span, type=name, attribute=attribute, action="rename", new_name=new_name)


def _attribute_action(cursor: Cursor, name: Name, span: Span) -> Operation:
    action = cursor.accept_any("ADD", "DROP", "ALTER")
    if action is None:
        raise Unreadable(f"ALTER TYPE ... {cursor.word or 'without an action'}")
    cursor.expect("ATTRIBUTE")
    if action == "DROP":
        accept_if_exists(cursor)
        return AlterCompositeType(span=span, type=name, attribute=cursor.identifier(), action="drop")
    attribute = cursor.identifier()
    if action == "ALTER":
        cursor.accept("SET", "DATA")
        cursor.expect("TYPE")
    new_type = read_type(cursor)
    if cursor.accept("COLLATE"):
        cursor.name()
    accept_cascade(cursor)
    require_end(cursor)
    word = "add" if action == "ADD" else "type"
    return AlterCompositeType(span=span, type=name, attribute=attribute, action=word, new_type=new_type)


def drop_type(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """DROP TYPE|DOMAIN [IF EXISTS] a, b [CASCADE]."""
    statement = cursor.span
    cursor.expect("DROP")
    domain = cursor.accept_any("TYPE", "DOMAIN") == "DOMAIN"
    return tuple(
        DropType(span=span, type=name, domain=domain, if_exists=if_exists, cascade=cascade)
        for name, span, if_exists, cascade in read_dropped(cursor, statement)
    )


_DOMAIN_CLAUSES = frozenset({"COLLATE", "DEFAULT", "CONSTRAINT", "NOT", "NULL", "CHECK"})


def create_domain(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """CREATE DOMAIN name [AS] type [COLLATE c] [DEFAULT e] [constraint ...]."""
    statement = cursor.span
    cursor.expect("CREATE", "DOMAIN")
    domain = cursor.name()
    cursor.accept("AS")
    type_ = read_type(cursor)
    default: Expression | None = None
    not_null = False
    checks: list[Check] = []
    while not cursor.done:
        if cursor.accept("COLLATE"):
            cursor.name()
        elif cursor.accept("DEFAULT"):
            default = read_expression(cursor, _DOMAIN_CLAUSES)
        else:
            not_null = _domain_constraint(cursor, checks) or not_null
    return (
        CreateDomain(
            span=statement, domain=domain, type=type_, default=default, not_null=not_null, checks=tuple(checks)
        ),
    )


def _domain_constraint(cursor: Cursor, checks: list[Check]) -> bool:
    """Reads one constraint, adds it to `checks` if it is one, and says whether it is NOT NULL."""
    first = cursor.at
    name = cursor.identifier() if cursor.accept("CONSTRAINT") else None
    if cursor.accept("NOT", "NULL"):
        return True
    if not cursor.accept("NULL"):
        checks.append(_check(cursor, name, first))
    return False


def _check(cursor: Cursor, name: Identifier | None, first: int) -> Check:
    cursor.expect("CHECK")
    expression = read_expression(cursor.group())
    not_valid = cursor.accept("NOT", "VALID")
    return Check(span=cursor.span_from(first), name=name, expression=expression, timing=Timing(not_valid=not_valid))


def alter_domain(cursor: Cursor, engine: Engine) -> tuple[Operation, ...]:
    """ALTER DOMAIN name action."""
    statement = cursor.span
    cursor.expect("ALTER", "DOMAIN")
    domain = cursor.name()
    owned = read_ownership(cursor, "domain", domain, statement)
    if owned is not None:
        return owned
    operation = _domain_action(cursor, domain, statement)
    require_end(cursor)
    return (operation,)


def _domain_action(cursor: Cursor, domain: Name, span: Span) -> Operation:
    match cursor.next():
        case "SET" if cursor.accept("DEFAULT"):
            return SetDomainDefault(span=span, domain=domain, default=read_expression(cursor))
        case "DROP" if cursor.accept("DEFAULT"):
            return SetDomainDefault(span=span, domain=domain, default=None)
        case "SET" if cursor.accept("NOT", "NULL"):
            return SetDomainNotNull(span=span, domain=domain, not_null=True)
        case "DROP" if cursor.accept("NOT", "NULL"):
            return SetDomainNotNull(span=span, domain=domain, not_null=False)
        case "ADD":
            return _add_domain_constraint(cursor, domain, span)
        case "DROP" if cursor.accept("CONSTRAINT"):
            if_exists = accept_if_exists(cursor)
            name = cursor.identifier()
            accept_cascade(cursor)
            return DropDomainConstraint(span=span, domain=domain, name=name, if_exists=if_exists)
        case "VALIDATE" if cursor.accept("CONSTRAINT"):
            return ValidateDomainConstraint(span=span, domain=domain, name=cursor.identifier())
        case "RENAME":
            return _rename_domain(cursor, domain, span)
        case word:
            raise Unreadable(f"ALTER DOMAIN ... {word}")


def _add_domain_constraint(cursor: Cursor, domain: Name, span: Span) -> Operation:
    first = cursor.at
    name = cursor.identifier() if cursor.accept("CONSTRAINT") else None
    if cursor.accept("NOT", "NULL"):
        return AddDomainConstraint(span=span, domain=domain, check=None, name=name)
    check = _check(cursor, name, first)
    not_valid = check.timing.not_valid
    return AddDomainConstraint(span=span, domain=domain, check=check, name=name, not_valid=not_valid)


def _rename_domain(cursor: Cursor, domain: Name, span: Span) -> Operation:
    if cursor.accept("TO"):
        return RenameType(span=span, type=domain, new_name=cursor.identifier())
    cursor.expect("CONSTRAINT")
    cursor.identifier()
    cursor.expect("TO")
    cursor.identifier()
    return Other(span=span, kind="alter domain rename constraint")


READERS: dict[tuple[str, ...], Reader] = {
    ("CREATE", "TYPE"): create_type,
    ("ALTER", "TYPE"): alter_type,
    ("DROP", "TYPE"): drop_type,
    ("CREATE", "DOMAIN"): create_domain,
    ("ALTER", "DOMAIN"): alter_domain,
    ("DROP", "DOMAIN"): drop_type,
}
