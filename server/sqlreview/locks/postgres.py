"""What PostgreSQL locks, rewrites and scans."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sqlreview import operations as o
from sqlreview.locks import postgres_columns as columns
from sqlreview.locks import postgres_constraints as constraints
from sqlreview.locks import postgres_domains as domains
from sqlreview.locks import postgres_foreign_keys as foreign_keys
from sqlreview.locks import postgres_indexes as indexes
from sqlreview.locks import postgres_objects as objects
from sqlreview.locks import postgres_partitions as partitions
from sqlreview.locks import postgres_rows as rows
from sqlreview.locks import postgres_tables as tables
from sqlreview.locks import postgres_types as types
from sqlreview.locks import postgres_views as views
from sqlreview.locks.impact import NOTHING, Impact
from sqlreview.locks.situation import Situation, is_empty, is_missing
from sqlreview.operations import Name, Operation
from sqlreview.schema import Catalog, Origin, Table
from sqlreview.sql.engines import Engine

_IMPACTS: dict[type[Operation], Callable[[Any, Situation], Impact]] = {
    o.AddCheck: constraints.add_check,
    o.AddColumn: columns.add_column,
    o.AddDomainConstraint: domains.add_domain_constraint,
    o.AddExclusion: constraints.add_exclusion,
    o.AddForeignKey: foreign_keys.add_foreign_key,
    o.AddIdentity: columns.set_identity,
    o.AddNotNull: constraints.add_not_null,
    o.AddPrimaryKey: constraints.add_key,
    o.AddUnique: constraints.add_key,
    o.AlterCompositeType: domains.alter_composite_type,
    o.AlterConstraint: constraints.alter_constraint,
    o.AlterIdentity: columns.set_identity,
    o.AlterIndex: indexes.alter_index,
    o.AlterPolicy: objects.change_relation,
    o.AlterSequence: objects.alter_sequence,
    o.AlterView: views.change_view,
    o.Analyze: rows.analyze,
    o.AttachIndexPartition: indexes.attach_index,
    o.AttachPartition: partitions.attach_partition,
    o.ChangeOwner: objects.change_owner,
    o.Cluster: indexes.cluster,
    o.Comment: objects.comment,
    o.CreateDatabase: objects.refused_in_transaction,
    o.CreateIndex: indexes.create_index,
    o.CreateMaterializedView: views.create_materialized_view,
    o.CreatePolicy: objects.change_relation,
    o.CreateRule: objects.change_relation,
    o.CreateSequence: objects.create_sequence,
    o.CreateStatistics: indexes.create_statistics,
    o.CreateTable: tables.create_table,
    o.CreateTrigger: objects.create_trigger,
    o.CreateView: views.create_view,
    o.DetachPartition: partitions.detach_partition,
    o.DropColumn: columns.drop_column,
    o.DropColumnDefault: columns.alter_whole_family,
    o.DropConstraint: constraints.drop_constraint,
    o.DropDatabase: objects.refused_in_transaction,
    o.DropGeneratedExpression: columns.alter_whole_family,
    o.DropIdentity: columns.set_identity,
    o.DropIndex: indexes.drop_index,
    o.DropNotNull: columns.alter_whole_family,
    o.DropPolicy: objects.change_relation,
    o.DropRoutine: objects.drop_routine,
    o.DropRule: objects.change_relation,
    o.DropSchema: objects.drop_schema,
    o.DropSequence: objects.drop_sequence,
    o.DropStatistics: indexes.drop_statistics,
    o.DropTable: tables.drop_table,
    o.DropTrigger: objects.drop_trigger,
    o.DropType: domains.drop_type,
    o.DropView: views.drop_view,
    o.Grant: objects.grant,
    o.LockTable: rows.lock_table,
    o.Other: objects.other,
    o.RefreshMaterializedView: views.refresh,
    o.Reindex: indexes.reindex,
    o.RenameColumn: columns.alter_whole_family,
    o.RenameConstraint: constraints.rename_constraint,
    o.RenameIndex: indexes.rename_index,
    o.RenameTable: tables.lock_exclusively,
    o.RenameTrigger: objects.rename_trigger,
    o.RenameView: views.change_view,
    o.SetAccessMethod: tables.set_access_method,
    o.SetClusterIndex: tables.set_cluster_index,
    o.SetColumnDefault: columns.alter_whole_family,
    o.SetColumnProperty: columns.set_column_property,
    o.SetColumnType: types.set_column_type,
    o.SetDomainNotNull: domains.set_domain_not_null,
    o.SetGeneratedExpression: columns.set_generated_expression,
    o.SetInheritance: tables.set_inheritance,
    o.SetLogged: tables.set_logged,
    o.SetNotNull: columns.set_not_null,
    o.SetObjectSchema: objects.set_object_schema,
    o.SetReplicaIdentity: tables.set_replica_identity,
    o.SetRowSecurity: tables.lock_exclusively,
    o.SetStorageParameters: tables.set_storage_parameters,
    o.SetTableSchema: tables.lock_exclusively,
    o.SetTablespace: tables.set_tablespace,
    o.SetTriggerState: tables.set_trigger_state,
    o.Truncate: tables.truncate,
    o.Unknown: objects.unknown,
    o.Vacuum: rows.vacuum,
    o.ValidateConstraint: constraints.validate_constraint,
    o.ValidateDomainConstraint: domains.validate_domain_constraint,
    o.WriteRows: rows.write_rows,
}

WITHOUT_RELATIONS: frozenset[type[Operation]] = frozenset(
    (
        *(o.AddEnumValue, o.AlterDefaultPrivileges, o.AlterExtension, o.AlterRoutine, o.Begin, o.Call, o.Commit),
        *(o.CreateCompositeType, o.CreateDomain, o.CreateEnum, o.CreateExtension, o.CreateOtherType, o.CreateRole),
        *(o.CreateRoutine, o.CreateSchema, o.Do, o.DropDomainConstraint, o.DropExtension, o.DropRole),
        *(o.RenameEnumValue, o.RenameSchema, o.RenameType, o.Rollback, o.Savepoint, o.SetDomainDefault, o.SetSetting),
    )
)
"""Operations that lock no relation and may run in a transaction."""


def impact_of(
    operation: Operation,
    catalog: Catalog,
    engine: Engine,
    together: tuple[Operation, ...] = (),
    origin: Origin | None = None,
) -> Impact:
    """The impact of one operation on a server of that version, with the catalog as the operation finds it.

    `together` are all operations of the statement: a CHECK that the same statement drops proves nothing. `origin` is
    the place of the statement: a table that its transaction has emptied is read and written again in no time.
    """
    impact = _IMPACTS.get(type(operation))
    if impact is None:
        return NOTHING
    situation = _situation(operation, catalog, engine, together, origin)
    found = _of_nothing(operation, situation) or impact(operation, situation)
    return _on_rows(found, situation) if found.is_slow else found


_HEEDLESS_OF_ONLY = (o.AddCheck, o.AddColumn, o.DropColumn, o.DropConstraint)


def _situation(
    operation: Operation, catalog: Catalog, engine: Engine, together: tuple[Operation, ...], origin: Origin | None
) -> Situation:
    table = getattr(operation, "table", None) if operation.only else None
    found = catalog.table(table) if isinstance(table, Name) else None
    if found is None or isinstance(operation, o.Analyze | o.ValidateConstraint):
        return Situation(catalog, engine, together, origin)
    return Situation(catalog, engine, together, origin, found.key, _sees_children(operation, found, engine.version))


def _sees_children(operation: Operation, table: Table, version: int) -> bool:
    """Whether ALTER TABLE ONLY locks the tables below to see if it may leave them out."""
    match operation:
        case o.SetNotNull():
            return table.partition_by is not None and version < 18
        case o.DropNotNull(column=column):
            found = table.column(column.text)
            return version >= 18 and found is not None and found.not_null
        case o.AddCheck(constraint=constraint) if constraint.timing.no_inherit:
            return False
    return isinstance(operation, _HEEDLESS_OF_ONLY)


_SUBJECTS = ("table", "index", "view", "sequence", "name")


def _of_nothing(operation: Operation, situation: Situation) -> Impact | None:
    """The impact of ALTER ... IF EXISTS on a relation the history does not know, if it knows which tables there are."""
    if not operation.if_relation_exists:
        return None
    subjects = (getattr(operation, attribute, None) for attribute in _SUBJECTS)
    name = next((subject for subject in subjects if isinstance(subject, Name)), None)
    missing = is_missing(name, True, situation) if name is not None else None
    return missing if missing and any(table.created for table in situation.catalog.all(Table)) else None


def _on_rows(impact: Impact, situation: Situation) -> Impact:
    """An impact without the work on tables that have no rows."""
    empty = {name for name in (*impact.rewrites, *impact.scans, *impact.index_builds) if is_empty(name, situation)}
    if not empty:
        return impact
    return replace(
        impact,
        rewrites=tuple(name for name in impact.rewrites if name not in empty),
        scans=tuple(name for name in impact.scans if name not in empty),
        index_builds=tuple(name for name in impact.index_builds if name not in empty),
    )
