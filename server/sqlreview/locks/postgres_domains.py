"""What changing or dropping types and domains locks and reads: every table that has a column of them."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.locks.impact import Impact, combined, locking
from sqlreview.locks.postgres_views import views_above, views_reading
from sqlreview.locks.situation import Situation, has_rows, label, stored
from sqlreview.operations import (
    AddDomainConstraint,
    AlterCompositeType,
    ColumnType,
    DropType,
    Name,
    SetDomainNotNull,
    ValidateDomainConstraint,
)
from sqlreview.schema import Key, Table, Type


def _key_of(name: Name, situation: Situation) -> Key:
    catalog = situation.catalog
    return catalog.resolve("type", name) or catalog.key_for_new("type", name)


def tables_using(name: Name, situation: Situation) -> tuple[Table, ...]:
    """The tables with a column of a type, or of a domain over it."""
    wanted = _key_of(name, situation)
    known: dict[tuple[str | None, str], bool] = {}

    def uses(kind: ColumnType) -> bool:
        name = (kind.schema, kind.name)
        if name not in known:
            known[name] = wanted in _keys(kind, situation)
        return known[name]

    return tuple(
        table
        for table in situation.catalog.all(Table)
        if any(column.type is not None and uses(column.type) for column in table.columns)
    )


def _views_over(name: Name, table: Table, situation: Situation) -> list[Key]:
    """The views that read a column of a type."""
    wanted = _key_of(name, situation)
    columns = [item.name for item in table.columns if item.type and wanted in _keys(item.type, situation)]
    return [key for column in columns for key in views_reading(table, column, situation)[0]]


def _keys(kind: ColumnType | None, situation: Situation) -> Iterator[Key]:
    """The user-defined type of a column and, through domains, the types below it."""
    for _ in range(8):
        if kind is None:
            return
        key = _key_of(Name(kind.schema, kind.name, kind.span), situation)
        yield key
        record = situation.catalog.get(key)
        kind = record.base if isinstance(record, Type) else None


def _is_array_of(domain: Name, kind: ColumnType | None, situation: Situation) -> bool:
    if kind is None or not kind.dimensions:
        return False
    return _key_of(Name(kind.schema, kind.name, kind.span), situation) == _key_of(domain, situation)


def _checked(domain: Name, situation: Situation) -> Impact:
    """Every row of every table that uses the domain is read while writes to it wait; an array of it is refused."""
    using = tables_using(domain, situation)
    refused = [item for item in using if any(_is_array_of(domain, column.type, situation) for column in item.columns)]
    if refused:
        return locking("ACCESS SHARE", label(refused[0].key))
    rows = stored(item for item in using if has_rows(item))
    return combined(locking("SHARE", *rows), Impact(scans=rows))


def add_domain_constraint(operation: AddDomainConstraint, situation: Situation) -> Impact:
    """ALTER DOMAIN ADD: reads all tables that use the domain unless it is NOT VALID."""
    return Impact() if operation.not_valid else _checked(operation.domain, situation)


def validate_domain_constraint(operation: ValidateDomainConstraint, situation: Situation) -> Impact:
    """ALTER DOMAIN VALIDATE CONSTRAINT: reads all tables that use the domain, and writes wait meanwhile."""
    return _checked(operation.domain, situation)


def set_domain_not_null(operation: SetDomainNotNull, situation: Situation) -> Impact:
    """ALTER DOMAIN SET NOT NULL: reads all tables that use the domain, unless it is NOT NULL already."""
    domain = situation.catalog.user_type(operation.domain)
    if not operation.not_null or (domain is not None and domain.not_null):
        return Impact()
    return _checked(operation.domain, situation)


def drop_type(operation: DropType, situation: Situation) -> Impact:
    """DROP TYPE or DOMAIN: locks the tables whose columns go with it, before it finds out whether it may."""
    using = tables_using(operation.type, situation)
    key = _key_of(operation.type, situation)
    typed = (item for item in situation.catalog.all(Table) if item.of_type == key)
    taken = locking("ACCESS EXCLUSIVE", *(label(item.key) for item in (*using, *typed)))
    if not operation.cascade:
        return taken
    read = [view for table in using for view in _views_over(operation.type, table, situation)]
    return combined(taken, locking("ACCESS EXCLUSIVE", *(label(key) for key in views_above(read, situation))))


def alter_composite_type(operation: AlterCompositeType, situation: Situation) -> Impact:
    """ALTER TYPE ... ATTRIBUTE: a new type of an attribute makes it look for tables with columns of the type;
    tables made OF the type follow."""
    found = situation.catalog.user_type(operation.type)
    key = ("type", found.schema, found.name) if found else None
    typed = (label(item.key) for item in situation.catalog.all(Table) if key and item.of_type == key)
    taken = locking("ACCESS EXCLUSIVE", *typed)
    if operation.action != "type":
        return taken
    looked_at = locking("ACCESS SHARE", *(label(item.key) for item in tables_using(operation.type, situation)))
    return combined(taken, looked_at)
