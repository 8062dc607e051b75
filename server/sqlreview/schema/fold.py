"""Applies operations to a catalog: each kind of operation has one function that folds it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlreview import operations as op
from sqlreview.operations import Operation
from sqlreview.schema import (
    fold_columns,
    fold_constraint_changes,
    fold_constraints,
    fold_drops,
    fold_grants,
    fold_indexes,
    fold_objects,
    fold_partitions,
    fold_properties,
    fold_renames,
    fold_security,
    fold_sessions,
    fold_tables,
    fold_types,
    fold_views,
)
from sqlreview.schema.catalog import CatalogEditor
from sqlreview.schema.origins import Origin

_Fold = Callable[[CatalogEditor, Any, Origin], None]

_FOLDS: dict[type[Operation], _Fold] = {
    op.CreateTable: fold_tables.create_table,
    op.DropTable: fold_drops.drop_table,
    op.RenameTable: fold_renames.rename_table,
    op.SetTableSchema: fold_renames.set_table_schema,
    op.SetLogged: fold_properties.set_logged,
    op.CreateStatistics: fold_properties.create_statistics,
    op.DropStatistics: fold_properties.drop_statistics,
    op.Cluster: fold_properties.set_clustered,
    op.SetClusterIndex: fold_properties.set_clustered,
    op.Truncate: fold_properties.truncate,
    op.WriteRows: fold_properties.write_rows,
    op.Comment: fold_properties.comment,
    op.AttachPartition: fold_partitions.attach_partition,
    op.DetachPartition: fold_partitions.detach_partition,
    op.SetInheritance: fold_partitions.set_inheritance,
    op.AddColumn: fold_columns.add_column,
    op.DropColumn: fold_drops.drop_column,
    op.RenameColumn: fold_renames.rename_column,
    op.SetColumnType: fold_columns.set_column_type,
    op.SetColumnDefault: fold_columns.set_column_default,
    op.DropColumnDefault: fold_columns.drop_column_default,
    op.SetNotNull: fold_columns.set_not_null,
    op.DropNotNull: fold_columns.drop_not_null,
    op.AddIdentity: fold_columns.add_identity,
    op.DropIdentity: fold_columns.drop_identity,
    op.SetGeneratedExpression: fold_columns.set_generated_expression,
    op.DropGeneratedExpression: fold_columns.drop_generated_expression,
    op.AddPrimaryKey: fold_constraints.add,
    op.AddUnique: fold_constraints.add,
    op.AddForeignKey: fold_constraints.add,
    op.AddCheck: fold_constraints.add,
    op.AddExclusion: fold_constraints.add,
    op.AddNotNull: fold_constraints.add,
    op.DropConstraint: fold_constraint_changes.drop_constraint,
    op.RenameConstraint: fold_constraint_changes.rename_constraint,
    op.ValidateConstraint: fold_constraint_changes.validate_constraint,
    op.AlterConstraint: fold_constraint_changes.alter_constraint,
    op.CreateIndex: fold_indexes.create_index,
    op.DropIndex: fold_indexes.drop_index,
    op.RenameIndex: fold_indexes.rename_index,
    op.AttachIndexPartition: fold_indexes.attach_index_partition,
    op.CreateView: fold_views.create_view,
    op.CreateMaterializedView: fold_views.create_materialized_view,
    op.RefreshMaterializedView: fold_views.refresh_materialized_view,
    op.DropView: fold_drops.drop_view,
    op.RenameView: fold_views.rename_view,
    op.SetStorageParameters: fold_views.set_parameters,
    op.SetObjectSchema: fold_views.set_schema,
    op.CreateSequence: fold_objects.create_sequence,
    op.AlterSequence: fold_objects.alter_sequence,
    op.DropSequence: fold_drops.drop_sequence,
    op.CreateEnum: fold_types.create_enum,
    op.CreateCompositeType: fold_types.create_composite_type,
    op.CreateOtherType: fold_types.create_other_type,
    op.CreateDomain: fold_types.create_domain,
    op.AddEnumValue: fold_types.add_enum_value,
    op.RenameEnumValue: fold_types.rename_enum_value,
    op.AlterCompositeType: fold_types.alter_composite_type,
    op.RenameType: fold_types.rename_type,
    op.DropType: fold_types.drop_type,
    op.AddDomainConstraint: fold_types.add_domain_constraint,
    op.DropDomainConstraint: fold_types.drop_domain_constraint,
    op.ValidateDomainConstraint: fold_types.validate_domain_constraint,
    op.SetDomainNotNull: fold_types.set_domain_not_null,
    op.SetDomainDefault: fold_types.set_domain_default,
    op.CreateRoutine: fold_objects.create_routine,
    op.AlterRoutine: fold_objects.alter_routine,
    op.DropRoutine: fold_objects.drop_routine,
    op.CreateTrigger: fold_security.create_trigger,
    op.DropTrigger: fold_security.drop_trigger,
    op.RenameTrigger: fold_security.rename_trigger,
    op.CreatePolicy: fold_security.create_policy,
    op.AlterPolicy: fold_security.alter_policy,
    op.DropPolicy: fold_security.drop_policy,
    op.SetRowSecurity: fold_security.set_row_security,
    op.Grant: fold_grants.grant,
    op.AlterDefaultPrivileges: fold_grants.alter_default_privileges,
    op.CreateSchema: fold_objects.create_schema,
    op.DropSchema: fold_objects.drop_schema,
    op.RenameSchema: fold_objects.rename_schema,
    op.CreateExtension: fold_objects.create_extension,
    op.DropExtension: fold_objects.drop_extension,
    op.SetSetting: fold_sessions.set_setting,
    op.CreateRole: fold_sessions.store_timeout,
    op.Other: fold_sessions.store_timeout,
    op.Begin: fold_sessions.begin,
    op.Commit: fold_sessions.commit,
    op.Rollback: fold_sessions.rollback,
    op.Savepoint: fold_sessions.savepoint,
}

_CQL = "sqlreview.operations.cql"


def apply(editor: CatalogEditor, operation: Operation, origin: Origin) -> None:
    """Makes in the catalog the change an operation makes in the database; one that changes no object does nothing.

    `origin` is the place of the operation; parts such as columns get the same place with their own span.
    """
    if editor.session.family == "mysql":
        _apply_in_mysql(editor, operation, origin)
        return
    fold = _FOLDS.get(type(operation))
    if fold is not None:
        fold(editor, operation, origin)
    elif type(operation).__module__ == _CQL:
        from sqlreview.schema.cql import apply_cql  # hardly any project has statements for Cassandra

        apply_cql(editor, operation, origin)


def _apply_in_mysql(editor: CatalogEditor, operation: Operation, origin: Origin) -> None:
    from sqlreview.schema.mysql.folds import FOLDS, called_definitions, commit_implicitly

    commit_implicitly(editor, operation, origin)
    fold = FOLDS.get(type(operation)) or _FOLDS.get(type(operation))
    if fold is not None:
        fold(editor, operation, origin)
    for definition, place in called_definitions(editor, operation, origin):
        _apply_in_mysql(editor, definition, place)
