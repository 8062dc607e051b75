"""What statements on triggers, policies, sequences, schemas, comments and privileges lock."""

from __future__ import annotations

from typing import Literal

from sqlreview.locks.impact import Impact, combined, locking
from sqlreview.locks.situation import (
    Situation,
    children_below,
    family,
    is_missing,
    label,
    partition_family,
    record_of,
    relation_of,
    with_partitions,
)
from sqlreview.operations import (
    AlterPolicy,
    AlterSequence,
    ChangeOwner,
    Comment,
    CreatePolicy,
    CreateRule,
    CreateSequence,
    CreateTrigger,
    DropPolicy,
    DropRoutine,
    DropRule,
    DropSchema,
    DropSequence,
    DropTrigger,
    Expression,
    Grant,
    Name,
    Operation,
    Other,
    RenameTrigger,
    SetObjectSchema,
    Unknown,
)
from sqlreview.operations.readers.relations import relations_read
from sqlreview.schema import Sequence, Table, View
from sqlreview.sql.cursor import Cursor
from sqlreview.sql.tokens import Tokens

_RELATIONS = frozenset(("table", "foreign table", "view", "materialized view", "sequence", "index"))
_REFUSED_IN_TRANSACTION = frozenset(
    ("alter system", "create tablespace", "drop tablespace", "commit prepared", "rollback prepared", "discard all")
)

_UNDECIDED = {
    "create publication": "the tables of the publication",
    "alter publication": "the tables of the publication",
    "reassign owned": "what the role owns",
    "drop owned": "what the role owns",
    "create subscription": "whether it creates a replication slot, which no transaction allows",
    "drop subscription": "whether it drops a replication slot, which no transaction allows",
    "import foreign schema": "the tables of the foreign schema",
}
"""What decides about the locks of statements of which only the kind is known."""


def create_trigger(operation: CreateTrigger, situation: Situation) -> Impact:
    """CREATE TRIGGER: writes wait; a row trigger of a partitioned table is made on every partition."""
    names = partition_family(operation.table, situation) if operation.for_each_row else ()
    taken = locking("SHARE ROW EXCLUSIVE", relation_of(operation.table, situation), *names)
    if operation.referenced is None:
        return taken
    return combined(taken, locking("ACCESS SHARE", relation_of(operation.referenced, situation)))


def drop_trigger(operation: DropTrigger, situation: Situation) -> Impact:
    """DROP TRIGGER: everybody waits, on the partitions too when they have the trigger."""
    if operation.table is not None and (absent := _without_it(operation, "triggers", situation)) is not None:
        return absent
    return locking("ACCESS EXCLUSIVE", *_with_trigger(operation, situation))


def _without_it(
    operation: DropTrigger | DropPolicy, kind: Literal["triggers", "policies"], situation: Situation
) -> Impact | None:
    """The impact of dropping a trigger or policy that is not there: the server only looks for it."""
    if operation.table is None:
        return None
    record = record_of(operation.table, situation)
    if record is None:
        return Impact(unknown=(f"whether {operation.name} exists",)) if operation.if_exists else None
    if not isinstance(record, Table) or not record.complete:
        return None
    if any(item.name == operation.name.text for item in getattr(record, kind)):
        return None
    return Impact() if operation.if_exists else locking("ACCESS SHARE", label(record.key))


def rename_trigger(operation: RenameTrigger, situation: Situation) -> Impact:
    """ALTER TRIGGER RENAME: everybody waits; since PostgreSQL 15 partitions follow."""
    if operation.new_name is None:
        return locking("ACCESS SHARE", relation_of(operation.table, situation))
    if situation.version >= 15:
        return locking("ACCESS EXCLUSIVE", *partition_family(operation.table, situation))
    return locking("ACCESS EXCLUSIVE", relation_of(operation.table, situation))


def _with_trigger(operation: DropTrigger, situation: Situation) -> tuple[str, ...]:
    if operation.table is None:
        return ()
    table = situation.catalog.table(operation.table)
    trigger = next((item for item in table.triggers if item.name == operation.name.text), None) if table else None
    if trigger is not None and not trigger.for_each_row:
        return (relation_of(operation.table, situation),)
    return partition_family(operation.table, situation)


def change_relation(
    operation: CreateRule | DropRule | CreatePolicy | AlterPolicy | DropPolicy, situation: Situation
) -> Impact:
    """Rules and policies: the catalog only, while everybody waits."""
    if isinstance(operation, DropPolicy) and (absent := _without_it(operation, "policies", situation)) is not None:
        return absent
    if isinstance(operation, DropRule) and operation.if_exists and record_of(operation.table, situation) is None:
        return Impact(unknown=(f"whether rule {operation.name} exists",))
    taken = locking("ACCESS EXCLUSIVE", relation_of(operation.table, situation))
    if isinstance(operation, CreateRule):
        return combined(taken, locking("ROW EXCLUSIVE", *(relation_of(name, situation) for name in operation.writes)))
    if isinstance(operation, CreatePolicy | AlterPolicy):
        return combined(taken, _looked_up(operation.using, situation), _looked_up(operation.check, situation))
    return taken


def _looked_up(condition: Expression | None, situation: Situation) -> Impact:
    """The relations that the queries of a condition read; those it has are only looked up, not read."""
    if condition is None or "select" not in condition.text.lower():
        return Impact()
    # in brackets, so that no IS DISTINCT FROM of the condition is taken for the FROM of a query
    cursor = Cursor(Tokens(f"({condition.text})", situation.engine))
    return locking("ACCESS SHARE", *(relation_of(name, situation) for name in relations_read(cursor)))


def drop_routine(operation: DropRoutine, situation: Situation) -> Impact:
    """DROP FUNCTION ... CASCADE: the tables whose triggers, defaults or generated columns go with it."""
    if not operation.cascade:
        return Impact()
    name = operation.name.text
    used = (label(table.key) for table in situation.catalog.all(Table) if _calls(table, name))
    return locking("ACCESS EXCLUSIVE", *used)


def _calls(table: Table, function: str) -> bool:
    if any(trigger.function and trigger.function.rpartition(".")[2] == function for trigger in table.triggers):
        return True
    written = (item.generated.expression if item.generated else item.default for item in table.columns)
    return any(expression is not None and function in expression.functions for expression in written)


def create_sequence(operation: CreateSequence, situation: Situation) -> Impact:
    """CREATE SEQUENCE: looks at the table that owns it."""
    if operation.owned_by is None:
        return Impact()
    return locking("ACCESS SHARE", relation_of(operation.owned_by[0], situation))


def alter_sequence(operation: AlterSequence, situation: Situation) -> Impact:
    """ALTER SEQUENCE: nextval() waits for RENAME, SET SCHEMA and everything else."""
    mode = "ACCESS EXCLUSIVE" if operation.action in ("rename", "schema", "logged") else "SHARE ROW EXCLUSIVE"
    taken = locking(mode, relation_of(operation.sequence, situation))
    if operation.owned_by is None:
        return taken
    return combined(taken, locking("ACCESS SHARE", relation_of(operation.owned_by[0], situation)))


def drop_sequence(operation: DropSequence, situation: Situation) -> Impact:
    """DROP SEQUENCE: nextval() waits."""
    absent = is_missing(operation.sequence, operation.if_exists, situation)
    users = _drawing_from(operation, situation) if operation.cascade else ()
    return absent or locking("ACCESS EXCLUSIVE", relation_of(operation.sequence, situation), *users)


def _drawing_from(operation: DropSequence, situation: Situation) -> tuple[str, ...]:
    """The tables with columns whose default is taken from a sequence, and goes with it."""
    name = operation.sequence.text
    return tuple(
        label(table.key)
        for table in situation.catalog.all(Table)
        if any(
            column.default is not None and "nextval" in column.default.functions and name in column.default.text
            for column in table.columns
        )
        or any(key[2] == name for key in table.sequences)
    )


def drop_schema(operation: DropSchema, situation: Situation) -> Impact:
    """DROP SCHEMA: everything in it, and the other ends of its foreign keys; without CASCADE it then fails."""
    schema = operation.schema.text
    inside: list[Table | View] = [*situation.catalog.all(Table), *situation.catalog.all(View)]
    impacts = [locking("ACCESS EXCLUSIVE", label(item.key)) for item in inside if item.schema == schema]
    impacts += [
        locking("ACCESS EXCLUSIVE", f"{schema}.{item.name}")
        for item in situation.catalog.all(Sequence)
        if item.schema == schema
    ]
    for table in situation.catalog.all(Table):
        if table.schema != schema:
            continue
        keys = [item.referenced for item in table.foreign_keys if item.referenced is not None]
        names = [name for key in (*keys, *table.referenced_by) for name in with_partitions(key, situation)]
        names += [label(child.key) for child in children_below(table, situation)]
        names += [label(key) for key in table.used_by]
        impacts.append(locking("ACCESS EXCLUSIVE", *names))
    return combined(*impacts)


def comment(operation: Comment, situation: Situation) -> Impact:
    """COMMENT ON a relation or column: waits for VACUUM and index builds, but for nobody who reads or writes."""
    if operation.kind == "column" or operation.kind in _RELATIONS:
        return locking("SHARE UPDATE EXCLUSIVE", relation_of(operation.name, situation))
    if operation.on is not None and operation.kind in ("constraint", "trigger", "policy", "rule"):
        if situation.catalog.user_type(operation.on) is not None:
            return Impact()
        return locking("ACCESS SHARE", relation_of(operation.on, situation))
    return Impact()


def change_owner(operation: ChangeOwner, situation: Situation) -> Impact:
    """OWNER TO of a relation: the catalog only, while everybody waits; other objects lock nothing."""
    if operation.kind not in _RELATIONS:
        return Impact()
    return locking("ACCESS EXCLUSIVE", relation_of(operation.name, situation))


def set_object_schema(operation: SetObjectSchema, situation: Situation) -> Impact:
    """SET SCHEMA of a view: the catalog only, while everybody waits; other objects lock nothing."""
    if operation.kind not in _RELATIONS:
        return Impact()
    return locking("ACCESS EXCLUSIVE", relation_of(operation.name, situation))


def grant(operation: Grant, situation: Situation) -> Impact:
    """GRANT and REVOKE: no lock up to PostgreSQL 17, ACCESS SHARE on each named relation since 18."""
    if situation.version < 18 or operation.kind not in ("table", "sequence"):
        return Impact()
    return locking("ACCESS SHARE", *(relation_of(name, situation) for name in operation.objects))


def refused_in_transaction(operation: Operation, situation: Situation) -> Impact:
    """CREATE and DROP DATABASE: no relation lock, but a transaction of their own."""
    return Impact(transaction_allowed=False)


def other(operation: Other, situation: Situation) -> Impact:
    """Statements that were recognised only by their first words; writes to the tables of a publication go on."""
    if operation.tables:
        if operation.kind in ("alter table set oids", "alter rule", "alter foreign table options"):
            return locking("ACCESS EXCLUSIVE", *(relation_of(name, situation) for name in operation.tables))
        names = (name for table in operation.tables for name in _published(table, operation.only, situation))
        return locking("SHARE UPDATE EXCLUSIVE", *names)
    doubt = _UNDECIDED.get(operation.kind)
    allowed = operation.kind not in _REFUSED_IN_TRANSACTION
    return Impact(transaction_allowed=allowed, unknown=(doubt,) if doubt else ())


def _published(name: Name, only: bool, situation: Situation) -> tuple[str, ...]:
    """A table with its inheritance children; partitions are published by their parent."""
    table = situation.catalog.table(name)
    alone = only or table is None or (table.partition_by is not None and situation.version >= 13)
    return (relation_of(name, situation),) if alone else family(name, situation)


def unknown(operation: Unknown, situation: Situation) -> Impact:
    """Statements that could not be read."""
    return Impact(unknown=(operation.reason,))
