"""Folds triggers, policies and row security of tables into the catalog."""

from __future__ import annotations

from dataclasses import replace

from sqlreview.operations import (
    AlterPolicy,
    CreatePolicy,
    CreateTrigger,
    DropPolicy,
    DropTrigger,
    RenameTrigger,
    SetRowSecurity,
)
from sqlreview.schema.catalog import CatalogEditor
from sqlreview.schema.inheritance import inherit_trigger
from sqlreview.schema.mentions import table_or_mention
from sqlreview.schema.origins import Origin
from sqlreview.schema.records import Policy, Table, Trigger, View


def create_trigger(editor: CatalogEditor, operation: CreateTrigger, origin: Origin) -> None:
    """CREATE TRIGGER; partitions get the row triggers of their partitioned table."""
    trigger = Trigger(
        name=operation.name.text,
        timing=operation.timing,
        events=operation.events,
        function=str(operation.function) if operation.function else None,
        for_each_row=operation.for_each_row,
        origin=origin,
    )
    owner = editor.view(operation.table) or table_or_mention(editor, operation.table, origin)
    if owner is None:
        return
    if operation.if_not_exists and _owner_of_name(editor, trigger.name) is not None:
        return
    others = tuple(other for other in owner.triggers if other.name != trigger.name)
    grown = replace(owner, triggers=(*others, trigger))
    editor.put(grown.key, grown)
    if isinstance(grown, Table) and trigger.for_each_row:
        _trigger_partitions(editor, grown, trigger)


def _trigger_partitions(editor: CatalogEditor, table: Table, trigger: Trigger) -> None:
    for key in table.partitions:
        partition = editor.table_at(key)
        if partition is not None:
            partition = inherit_trigger(partition, trigger)
            editor.put(key, partition)
            _trigger_partitions(editor, partition, trigger)


def drop_trigger(editor: CatalogEditor, operation: DropTrigger, origin: Origin) -> None:
    """DROP TRIGGER."""
    owner = _owner_of_trigger(editor, operation)
    if owner is not None:
        _drop_trigger(editor, owner, operation.name.text)


def _owner_of_trigger(editor: CatalogEditor, operation: DropTrigger) -> Table | View | None:
    """The table or view of a trigger; where triggers have names of their own all have to be looked at."""
    if operation.table is not None:
        return editor.view(operation.table) or editor.table(operation.table)
    return _owner_of_name(editor, operation.name.text)


def _owner_of_name(editor: CatalogEditor, name: str) -> Table | View | None:
    owners: tuple[Table | View, ...] = (*editor.all(Table), *editor.all(View))
    return next((owner for owner in owners if any(trigger.name == name for trigger in owner.triggers)), None)


def _drop_trigger(editor: CatalogEditor, owner: Table | View, name: str) -> None:
    triggers = tuple(trigger for trigger in owner.triggers if trigger.name != name)
    if triggers == owner.triggers:
        return
    editor.put(owner.key, replace(owner, triggers=triggers))
    for key in owner.partitions if isinstance(owner, Table) else ():
        partition = editor.table_at(key)
        if partition and any(trigger.name == name and trigger.inherited for trigger in partition.triggers):
            _drop_trigger(editor, partition, name)


def rename_trigger(editor: CatalogEditor, operation: RenameTrigger, origin: Origin) -> None:
    """ALTER TRIGGER ... RENAME TO."""
    owner = editor.view(operation.table) or editor.table(operation.table)
    if owner is not None and operation.new_name is not None:
        _rename_trigger(editor, owner, operation.name.text, operation.new_name.text)


def _rename_trigger(editor: CatalogEditor, owner: Table | View, old: str, new: str) -> None:
    triggers = tuple(replace(trigger, name=new) if trigger.name == old else trigger for trigger in owner.triggers)
    editor.put(owner.key, replace(owner, triggers=triggers))
    for key in owner.partitions if isinstance(owner, Table) else ():
        partition = editor.table_at(key)
        if partition is not None:
            _rename_trigger(editor, partition, old, new)


def create_policy(editor: CatalogEditor, operation: CreatePolicy, origin: Origin) -> None:
    """CREATE POLICY."""
    table = table_or_mention(editor, operation.table, origin)
    if table is None:
        return
    policy = Policy(
        name=operation.name.text,
        permissive=operation.permissive,
        command=operation.command,
        roles=operation.roles,
        using=operation.using,
        check=operation.check,
        origin=origin,
    )
    others = tuple(other for other in table.policies if other.name != policy.name)
    editor.put(table.key, replace(table, policies=(*others, policy)))


def alter_policy(editor: CatalogEditor, operation: AlterPolicy, origin: Origin) -> None:
    """ALTER POLICY."""
    table = editor.table(operation.table)
    if table is None:
        return

    def change(policy: Policy) -> Policy:
        if policy.name != operation.name.text:
            return policy
        return replace(
            policy,
            name=operation.new_name.text if operation.new_name else policy.name,
            using=operation.using or policy.using,
            check=operation.check or policy.check,
        )

    editor.put(table.key, replace(table, policies=tuple(change(policy) for policy in table.policies)))


def drop_policy(editor: CatalogEditor, operation: DropPolicy, origin: Origin) -> None:
    """DROP POLICY."""
    table = editor.table(operation.table)
    if table is not None:
        policies = tuple(policy for policy in table.policies if policy.name != operation.name.text)
        editor.put(table.key, replace(table, policies=policies))


def set_row_security(editor: CatalogEditor, operation: SetRowSecurity, origin: Origin) -> None:
    """ENABLE, DISABLE, FORCE and NO FORCE ROW LEVEL SECURITY."""
    table = table_or_mention(editor, operation.table, origin)
    if table is None:
        return
    match operation.mode:
        case "enable" | "disable":
            table = replace(table, row_security=operation.mode == "enable")
        case _:
            table = replace(table, force_row_security=operation.mode == "force")
    editor.put(table.key, table)
