"""Folds enums, composite types and domains into the catalog."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from sqlreview.operations import (
    AddDomainConstraint,
    AddEnumValue,
    AlterCompositeType,
    Check,
    ColumnType,
    CreateCompositeType,
    CreateDomain,
    CreateEnum,
    CreateOtherType,
    DropDomainConstraint,
    DropType,
    Name,
    RenameEnumValue,
    RenameType,
    SetDomainDefault,
    SetDomainNotNull,
    ValidateDomainConstraint,
)
from sqlreview.schema.catalog import CatalogEditor
from sqlreview.schema.fold_drops import drop_column_of
from sqlreview.schema.links import move
from sqlreview.schema.naming import free_constraint_name
from sqlreview.schema.origins import Key, Origin
from sqlreview.schema.records import AddedLabels, Column, Constraint, Table, Type


def create_enum(editor: CatalogEditor, operation: CreateEnum, origin: Origin) -> None:
    """CREATE TYPE ... AS ENUM."""
    key = editor.key_for_new("type", operation.type)
    editor.put(key, Type(schema=key[1], name=key[2], kind="enum", labels=operation.labels, origin=origin))


def create_composite_type(editor: CatalogEditor, operation: CreateCompositeType, origin: Origin) -> None:
    """CREATE TYPE ... AS (attributes)."""
    key = editor.key_for_new("type", operation.type)
    columns = tuple(
        Column(name=item.name.text, type=item.type, collation=item.collation, origin=origin.within(item.span))
        for item in operation.attributes
    )
    editor.put(key, Type(schema=key[1], name=key[2], kind="composite", columns=columns, origin=origin))


def create_other_type(editor: CatalogEditor, operation: CreateOtherType, origin: Origin) -> None:
    """CREATE TYPE of a range, base or shell type."""
    key = editor.key_for_new("type", operation.type)
    kind: Literal["range", "other"] = "range" if operation.is_range else "other"
    editor.put(key, Type(schema=key[1], name=key[2], kind=kind, origin=origin))


def create_domain(editor: CatalogEditor, operation: CreateDomain, origin: Origin) -> None:
    """CREATE DOMAIN."""
    key = editor.key_for_new("type", operation.domain)
    domain = Type(
        schema=key[1],
        name=key[2],
        kind="domain",
        base=operation.type,
        default=operation.default,
        not_null=operation.not_null,
        origin=origin,
    )
    for check in operation.checks:
        domain = _with_check(domain, check, origin, valid=True)
    editor.put(key, domain)


def _with_check(domain: Type, check: Check, origin: Origin, valid: bool) -> Type:
    taken = {item.name for item in domain.checks}
    name = check.name.text if check.name else free_constraint_name(domain.name, None, "check", taken)
    constraint = Constraint(
        name=name, kind="check", expression=check.expression, valid=valid, origin=origin.within(check.span)
    )
    return replace(domain, checks=(*domain.checks, constraint))


def add_enum_value(editor: CatalogEditor, operation: AddEnumValue, origin: Origin) -> None:
    """ALTER TYPE ... ADD VALUE."""
    found = editor.user_type(operation.type)
    if found is None:
        key = editor.key_for_new("added-labels", operation.type)
        known = editor.get(key)
        earlier = known.labels if isinstance(known, AddedLabels) else ()
        editor.put(key, AddedLabels(labels=(*earlier, (operation.label, origin)), origin=origin))
        return
    if operation.label in found.labels:
        return
    labels = list(found.labels)
    at = len(labels)
    if operation.before in labels:
        at = labels.index(operation.before)
    elif operation.after in labels:
        at = labels.index(operation.after) + 1
    labels.insert(at, operation.label)
    added = (*found.added_labels, (operation.label, origin))
    _put(editor, replace(found, labels=tuple(labels), added_labels=added))


def rename_enum_value(editor: CatalogEditor, operation: RenameEnumValue, origin: Origin) -> None:
    """ALTER TYPE ... RENAME VALUE."""
    found = editor.user_type(operation.type)
    if found is None:
        return
    old, new = operation.label, operation.new_label
    labels = tuple(new if label == old else label for label in found.labels)
    added = tuple((new if label == old else label, place) for label, place in found.added_labels)
    _put(editor, replace(found, labels=labels, added_labels=added))


def alter_composite_type(editor: CatalogEditor, operation: AlterCompositeType, origin: Origin) -> None:
    """ALTER TYPE ... ADD, DROP, ALTER or RENAME ATTRIBUTE."""
    found = editor.user_type(operation.type)
    if found is None:
        return
    name = operation.attribute.text
    others = tuple(column for column in found.columns if column.name != name)
    match operation.action:
        case "add":
            columns = (*others, Column(name=name, type=operation.new_type, origin=origin))
        case "drop":
            columns = others
        case "type":
            columns = tuple(
                replace(item, type=operation.new_type) if item.name == name else item for item in found.columns
            )
        case _:
            new = operation.new_name.text if operation.new_name else name
            columns = tuple(replace(item, name=new) if item.name == name else item for item in found.columns)
    _put(editor, replace(found, columns=columns))


def rename_type(editor: CatalogEditor, operation: RenameType, origin: Origin) -> None:
    """ALTER TYPE or DOMAIN ... RENAME TO, also in the columns of that type."""
    key = editor.resolve("type", operation.type)
    if key is None:
        return
    new = operation.new_name.text
    move(editor, {key: (key[0], key[1], new)})
    for table in list(editor.all(Table)):
        columns = tuple(
            replace(column, type=replace(column.type, name=new))
            if column.type is not None and _is_type(column.type, key, editor)
            else column
            for column in table.columns
        )
        if columns != table.columns:
            editor.put(table.key, replace(table, columns=columns))


def _is_type(written: ColumnType, key: Key, editor: CatalogEditor) -> bool:
    if written.name != key[2]:
        return False
    return written.schema == key[1] or (written.schema is None and key[1] in editor.session.search_path)


def drop_type(editor: CatalogEditor, operation: DropType, origin: Origin) -> None:
    """DROP TYPE or DOMAIN; CASCADE drops the columns of that type."""
    key = editor.resolve("type", operation.type)
    if key is None:
        return
    editor.remove(key)
    if not operation.cascade:
        return
    for table in list(editor.all(Table)):
        for column in table.columns:
            if column.type is not None and _is_type(column.type, key, editor):
                drop_column_of(editor, editor.table_at(table.key) or table, column.name, cascade=True)


def _put(editor: CatalogEditor, changed: Type) -> None:
    editor.put(("type", changed.schema, changed.name), changed)


def _domain(editor: CatalogEditor, name: Name) -> Type | None:
    found = editor.user_type(name)
    return found if found is not None and found.kind == "domain" else None


def add_domain_constraint(editor: CatalogEditor, operation: AddDomainConstraint, origin: Origin) -> None:
    """ALTER DOMAIN ... ADD CHECK or NOT NULL."""
    domain = _domain(editor, operation.domain)
    if domain is None:
        return
    if operation.check is None:
        _put(editor, replace(domain, not_null=True))
        return
    check = operation.check
    if check.name is None and operation.name is not None:
        check = replace(check, name=operation.name)
    _put(editor, _with_check(domain, check, origin, valid=not (operation.not_valid or check.timing.not_valid)))


def drop_domain_constraint(editor: CatalogEditor, operation: DropDomainConstraint, origin: Origin) -> None:
    """ALTER DOMAIN ... DROP CONSTRAINT."""
    domain = _domain(editor, operation.domain)
    if domain is not None:
        checks = tuple(item for item in domain.checks if item.name != operation.name.text)
        _put(editor, replace(domain, checks=checks))


def validate_domain_constraint(editor: CatalogEditor, operation: ValidateDomainConstraint, origin: Origin) -> None:
    """ALTER DOMAIN ... VALIDATE CONSTRAINT."""
    domain = _domain(editor, operation.domain)
    if domain is not None:
        name = operation.name.text
        checks = tuple(replace(item, valid=True) if item.name == name else item for item in domain.checks)
        _put(editor, replace(domain, checks=checks))


def set_domain_not_null(editor: CatalogEditor, operation: SetDomainNotNull, origin: Origin) -> None:
    """ALTER DOMAIN ... SET or DROP NOT NULL."""
    domain = _domain(editor, operation.domain)
    if domain is not None:
        _put(editor, replace(domain, not_null=operation.not_null))


def set_domain_default(editor: CatalogEditor, operation: SetDomainDefault, origin: Origin) -> None:
    """ALTER DOMAIN ... SET or DROP DEFAULT."""
    domain = _domain(editor, operation.domain)
    if domain is not None:
        _put(editor, replace(domain, default=operation.default))
