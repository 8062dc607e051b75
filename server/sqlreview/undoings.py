"""What the Down section of a migration does not take back of its Up section, as far as both can be read."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.frozen import frozen
from sqlreview.operations import (
    AddColumn,
    AddForeignKey,
    CreateIndex,
    CreateTable,
    Do,
    DropColumn,
    DropIndex,
    DropTable,
    ForeignKey,
    Name,
    Operation,
    Other,
    RenameColumn,
    RenameTable,
    Unknown,
)
from sqlreview.operations.written import written_constraints
from sqlreview.schema import Origin
from sqlreview.subjects import Migration

_Placed = tuple[tuple[int, Operation], ...]


@frozen
class Undoing:
    """Places and objects, as messages show them, at which Down is not the opposite of Up."""

    forgotten: tuple[tuple[Origin, str], ...] = ()
    """What Up makes and Down leaves."""
    foreign: tuple[tuple[Origin, str], ...] = ()
    """What Down drops and Up did not make."""
    lost: tuple[tuple[Origin, str], ...] = ()
    """What Up drops and Down does not make again."""
    early: tuple[tuple[Origin, str, str], ...] = ()
    """What Down drops before the table that refers to it."""


def undoing_of(migration: Migration) -> Undoing | None:
    """How the two sections differ; None where there are not both, or one of them says more than can be read."""
    down = migration.down_operations
    unread = any(item.problem or (not item.operations and "(" in item.text) for item in migration.statements)
    up = tuple(migration.operations(*migration.kinds)) if migration.kinds else ()
    opaque = any(isinstance(item, Do | Other | Unknown | RenameTable | RenameColumn) for _, item in (*up, *down))
    if not migration.downs or not up or unread or opaque or "irreversible" in migration.text.lower():
        return None
    return Undoing(
        forgotten=tuple(_forgotten(migration, up, down)),
        foreign=tuple(_foreign(migration, up, down)),
        lost=tuple(_lost(migration, up, down)),
        early=tuple(_early(migration, up, down)),
    )


def _forgotten(migration: Migration, up: _Placed, down: _Placed) -> Iterator[tuple[Origin, str]]:
    """Tables, columns and indexes that Up makes, and that neither Up nor Down drops."""
    tables = {item.table.text for _, item in (*up, *down) if isinstance(item, DropTable)}
    made = {item.table.text for _, item in up if isinstance(item, CreateTable)}
    columns = {(item.table.text, item.column.text) for _, item in (*up, *down) if isinstance(item, DropColumn)}
    indexes = {item.index.text for _, item in (*up, *down) if isinstance(item, DropIndex)}
    for position, item in up:
        at = migration.origins[position].within(item.span)
        match item:
            case CreateTable(table=table, if_not_exists=False, temporary=False) if table.text not in tables:
                yield migration.origins[position].within(table.span), f"the table `{table.text}`"
            case AddColumn(table=table, column=column, if_not_exists=False) if table.text not in tables | made:
                if (table.text, column.name.text) not in columns:
                    yield at, f"the column `{table.text}.{column.name}`"
            case CreateIndex(table=table, name=Name(text=name), if_not_exists=False) if table.text not in tables | made:
                keyed = {(table.text, key.column.text) for key in item.keys if key.column}
                if name not in indexes and keyed.isdisjoint(columns):
                    yield at, f"the index `{name}`"


def _foreign(migration: Migration, up: _Placed, down: _Placed) -> Iterator[tuple[Origin, str]]:
    """Tables and columns that Down drops without IF EXISTS, and that were there before Up."""
    made = {item.table.text for _, item in up if isinstance(item, CreateTable)}
    made |= {item.table.text for _, item in down if isinstance(item, CreateTable)}
    columns = {(item.table.text, item.column.name.text) for _, item in (*up, *down) if isinstance(item, AddColumn)}
    for position, item in down:
        at = migration.origins[position].within(item.span)
        match item:
            case DropTable(table=table, if_exists=False) if table.text not in made:
                yield at, f"the table `{table.text}`"
            case DropColumn(table=table, column=column, if_exists=False) if table.text not in made:
                if (table.text, column.text) not in columns:
                    yield at, f"the column `{table.text}.{column.text}`"


def _lost(migration: Migration, up: _Placed, down: _Placed) -> Iterator[tuple[Origin, str]]:
    """Columns that Up drops and Down does not add again."""
    added = {(item.table.text, item.column.name.text) for _, item in (*up, *down) if isinstance(item, AddColumn)}
    made = {item.table.text for _, item in (*up, *down) if isinstance(item, CreateTable)}
    for position, item in up:
        if isinstance(item, DropColumn) and not (
            item.table.text in made or (item.table.text, item.column.text) in added
        ):
            yield migration.origins[position].within(item.span), f"the column `{item.table.text}.{item.column}`"


def _early(migration: Migration, up: _Placed, down: _Placed) -> Iterator[tuple[Origin, str, str]]:
    """Tables that Down drops while one that Up made, and that is still there, refers to them."""
    referring = [
        (item.table.text, key.referenced.text)
        for _, item in up
        if isinstance(item, CreateTable | AddColumn | AddForeignKey)
        for key in written_constraints(item)
        if isinstance(key, ForeignKey)
    ]
    last = {item.table.text: number for number, (_, item) in enumerate(down) if isinstance(item, DropTable)}
    for number, (position, item) in enumerate(down):
        if not isinstance(item, DropTable) or item.cascade:
            continue
        for table, referenced in referring:
            later = last.get(table, -1) > number and down[last[table]][0] != position
            if referenced == item.table.text != table and later:
                yield migration.origins[position].within(item.span), f"`{item.table.text}`", table
                break
