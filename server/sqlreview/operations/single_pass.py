"""Which actions of ALTER TABLE one statement can do in a single pass over the rows."""

from __future__ import annotations

from collections.abc import Iterable

from sqlreview.operations.columns import AddColumn, DropColumn, ModifyColumn, RenameColumn, SetColumnType, SetNotNull
from sqlreview.operations.constraints import (
    AddCheck,
    AddForeignKey,
    AddNotNull,
    AddPrimaryKey,
    AddUnique,
    DropConstraint,
)
from sqlreview.operations.indexes import CreateIndex, DropIndex
from sqlreview.operations.parts import Operation
from sqlreview.operations.tables import ConvertCharset, SetTableOptions

SHARING = (AddCheck, AddColumn, AddNotNull, SetColumnType, SetNotNull)
"""What PostgreSQL does together to each row: keys and indexes it builds one by one."""
SHARING_MYSQL = (
    AddCheck,
    AddColumn,
    AddForeignKey,
    AddPrimaryKey,
    AddUnique,
    ConvertCharset,
    CreateIndex,
    DropColumn,
    DropConstraint,
    DropIndex,
    ModifyColumn,
    RenameColumn,
    SetTableOptions,
)
"""What MySQL and MariaDB do in one rebuild or copy of the table."""


def columns_redefined(operations: Iterable[Operation]) -> frozenset[str]:
    """The columns that some actions add, drop, rename or give a definition, which a statement does once to each."""
    names: set[str] = set()
    for operation in operations:
        match operation:
            case AddColumn(column=column):
                names.add(column.name.text)
            case RenameColumn(column=old, new_name=new):
                names |= {old.text, new.text}
            case SetColumnType(column=changed) | ModifyColumn(column=changed) | DropColumn(column=changed):
                names.add(changed.text)
    return frozenset(names)
