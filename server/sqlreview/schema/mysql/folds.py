"""Which function folds what under MySQL, where it is another one than under PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlreview import operations as op
from sqlreview.operations import Operation
from sqlreview.schema.catalog import CatalogEditor
from sqlreview.schema.mysql import columns, indexes, partitions, routines, sessions, tables
from sqlreview.schema.origins import Origin

_Fold = Callable[[CatalogEditor, Any, Origin], None]

FOLDS: dict[type[Operation], _Fold] = {
    op.CreateTable: tables.create_table,
    op.RenameTable: tables.rename_table,
    op.SetTableOptions: tables.set_table_options,
    op.ConvertCharset: tables.convert_charset,
    op.ChangePartitions: partitions.change_partitions,
    op.ExchangePartition: partitions.exchange_partition,
    op.AddColumn: columns.add_column,
    op.ModifyColumn: columns.modify_column,
    op.DropColumn: columns.drop_column,
    op.SetColumnDefault: columns.set_column_default,
    op.DropColumnDefault: columns.drop_column_default,
    op.RenameColumn: columns.rename_column,
    op.SetColumnProperty: columns.set_column_property,
    op.AddPrimaryKey: indexes.add_constraint,
    op.AddUnique: indexes.add_constraint,
    op.AddForeignKey: indexes.add_constraint,
    op.AddCheck: indexes.add_constraint,
    op.DropConstraint: indexes.drop_constraint,
    op.AlterConstraint: indexes.alter_constraint,
    op.CreateIndex: indexes.create_index,
    op.DropIndex: indexes.drop_index,
    op.RenameIndex: indexes.rename_index,
    op.SetIndexVisibility: indexes.set_index_visibility,
    op.CreateRoutine: routines.create_routine,
    op.UseDatabase: sessions.use_database,
    op.SetVariable: sessions.set_variable,
    op.Prepare: sessions.prepare,
    op.SetSetting: sessions.set_setting,
}

commit_implicitly = sessions.commit_implicitly
called_definitions = routines.called_definitions
