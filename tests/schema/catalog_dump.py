"""Writes a catalog as text, one line for each thing it knows; @3 names the statement something comes from."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.operations import IndexKey
from sqlreview.schema import (
    Catalog,
    Column,
    Constraint,
    Extension,
    Index,
    IndexName,
    Key,
    Record,
    Routine,
    Schema,
    Sequence,
    Session,
    Table,
    Type,
    View,
)


def dumped(catalog: Catalog) -> str:
    """Every object of a catalog, by kind and name."""
    lines: list[str] = []
    for key, record in sorted(catalog.objects.items(), key=lambda item: item[0]):
        lines += _record(key, record)
    return "\n".join(lines) + "\n"


def _record(key: Key, record: Record) -> Iterator[str]:
    match record:
        case Table():
            yield from _table(record)
        case View():
            yield from _view(record)
        case IndexName():
            pass
        case Sequence():
            owner = f" owned by {_name(record.owned_by[0])}.{record.owned_by[1]}" if record.owned_by else ""
            yield f"sequence {_name(key)} {record.type}{owner} @{record.origin.statement}"
        case Type():
            yield from _type(record)
        case Routine():
            words = [record.volatility, *(["security definer"] if record.security_definer else [])]
            overloads = f" ({record.overloads} overloads)" if record.overloads > 1 else ""
            yield f"{record.kind} {_name(key)} {' '.join(words)}{overloads} @{record.origin.statement}"
        case Extension() | Schema():
            yield f"{key[0]} {record.name} @{record.origin.statement}"
        case Session():
            yield from _session(record)
        case _:
            pass


def _name(key: Key | None) -> str:
    return ".".join(key[1:]) if key else "?"


def _names(title: str, keys: tuple[Key, ...]) -> Iterator[str]:
    if keys:
        yield f"  {title} {', '.join(_name(key) for key in keys)}"


def _flags(**flags: bool) -> str:
    return "".join(f" {name.replace('_', ' ')}" for name, value in flags.items() if value)


def _table(table: Table) -> Iterator[str]:
    flags = _flags(
        incomplete=not table.complete,
        unknown=not table.created,
        temporary=table.temporary,
        unlogged=table.unlogged,
        foreign=table.foreign,
        row_security=table.row_security,
        forced=table.force_row_security,
    )
    yield f"table {_name(table.key)}{flags} @{table.origin.statement}"
    if table.comment:
        yield f"  comment {table.comment}"
    if table.partition_by:
        keys = ", ".join(key.column.text if key.column else "(...)" for key in table.partition_by.keys)
        yield f"  partitioned by {table.partition_by.strategy} ({keys})"
    if table.options:
        yield f"  options {', '.join('='.join(option) for option in table.options)}"
    for partition in table.partition_definitions:
        values = partition.bound.upper or partition.bound.values if partition.bound else ()
        yield f"  partition {partition.name} {', '.join(values)}".rstrip()
    yield from (_column(column) for column in table.columns)
    yield from (_constraint(constraint) for constraint in table.constraints)
    yield from (_index(index) for index in table.indexes)
    for trigger in table.triggers:
        yield f"  trigger {trigger.name} {trigger.function}{_flags(inherited=trigger.inherited)}"
    for policy in table.policies:
        yield f"  policy {policy.name} for {policy.command}"
    if table.written:
        yield f"  written @{table.written.statement}"
    yield from _names("partition of", (table.partition_of,) if table.partition_of else ())
    yield from _names("partitions", table.partitions)
    yield from _names("inherits", table.inherits)
    yield from _names("inherited by", table.inherited_by)
    yield from _names("referenced by", table.referenced_by)
    yield from _names("used by", table.used_by)
    yield from _names("sequences", table.sequences)


def _column(column: Column) -> str:
    words = [f"  column {column.name} {column.type or '?'}"]
    if column.not_null:
        words.append("not null" + (f" @{column.not_null_origin.statement}" if column.not_null_origin else ""))
    if column.default:
        words.append(f"default {column.default.text}")
    if column.identity:
        words.append(f"identity {'always' if column.identity.always else 'by default'}")
    if column.generated:
        words.append(f"generated ({column.generated.expression.text})")
    if column.collation:
        words.append(f"collate {column.collation}")
    if column.on_update:
        words.append(f"on update {column.on_update.text}")
    if not column.visible:
        words.append("invisible")
    if column.inherited:
        words.append("inherited")
    if column.comment:
        words.append(f"-- {column.comment}")
    return " ".join((*words, f"@{column.origin.statement}"))


def _constraint(constraint: Constraint) -> str:
    words = [f"  {constraint.kind} {constraint.name} ({', '.join(constraint.columns)})"]
    if constraint.referenced:
        columns = ", ".join(constraint.referenced_columns) or "?"
        words.append(f"references {_name(constraint.referenced)} ({columns})")
    if constraint.on_delete:
        words.append(f"on delete {constraint.on_delete.lower()}")
    if constraint.expression and constraint.kind == "check":
        words.append(f"[{constraint.expression.text}]")
    words += _flags(
        not_valid=not constraint.valid,
        not_enforced=not constraint.enforced,
        deferrable=constraint.deferrable,
        inherited=constraint.inherited,
    ).split(" ")[1:]
    return " ".join((*words, f"@{constraint.origin.statement}"))


def _key(key: IndexKey) -> str:
    name = key.column.text if key.column else f"({key.expression.text})" if key.expression else "?"
    return f"{name}({key.length})" if key.length else name


def _index(index: Index) -> str:
    keys = ", ".join(_key(key) for key in index.keys)
    words = [f"  {'unique ' if index.unique else ''}index {index.name} {index.method} ({keys})"]
    if index.include:
        words.append(f"include ({', '.join(index.include)})")
    if index.predicate:
        words.append(f"where {index.predicate.text}")
    if index.constraint:
        words.append(f"of {index.constraint}")
    if index.parent:
        words.append(f"attached to {index.parent}")
    if not index.valid:
        words.append("invalid")
    if not index.visible:
        words.append("invisible")
    if index.generated:
        words.append("for a foreign key")
    if index.comment:
        words.append(f"-- {index.comment}")
    return " ".join((*words, f"@{index.origin.statement}"))


def _view(view: View) -> Iterator[str]:
    kind = "materialized view" if view.materialized else "view"
    flags = _flags(temporary=view.temporary, unpopulated=not view.populated)
    replaced = f" replaced @{view.replaced.statement}" if view.replaced else ""
    yield f"{kind} {_name(view.key)}{flags} @{view.origin.statement}{replaced}"
    if view.columns:
        yield f"  columns {', '.join(view.columns)}"
    if view.options:
        yield f"  options {', '.join('='.join(option) for option in view.options)}"
    yield from (_index(index) for index in view.indexes)
    yield from _names("uses", view.uses)
    yield from _names("used by", view.used_by)


def _type(record: Type) -> Iterator[str]:
    facts = []
    if record.kind == "enum":
        facts.append(f"({', '.join(record.labels)})")
    if record.added_labels:
        facts.append("added " + ", ".join(f"{label} @{origin.statement}" for label, origin in record.added_labels))
    if record.base:
        facts.append(str(record.base) + _flags(not_null=record.not_null))
    if record.default:
        facts.append(f"default {record.default.text}")
    words = " ".join(("", *facts))
    yield f"{record.kind} {record.schema}.{record.name}{words} @{record.origin.statement}"
    yield from (_constraint(check) for check in record.checks)
    yield from (_column(column) for column in record.columns)


def _session(session: Session) -> Iterator[str]:
    if session.search_path != ("public",):
        yield f"search path {', '.join(session.search_path) or 'is empty'}"
    for title, settings in (("set", session.settings), ("set local", session.local_settings)):
        yield from (f"{title} {name} = {value}" for name, value in settings)
    if session.in_transaction:
        yield f"in transaction @{session.transaction}"
