"""What a migration leaves behind that fails without a table or column: functions, and views of MySQL and SQLite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlreview.context import Context
from sqlreview.findings import Severity
from sqlreview.frozen import frozen
from sqlreview.operations import DropColumn, DropTable, Operation, RenameColumn, RenameTable
from sqlreview.schema import Catalog, Key, Origin, Routine
from sqlreview.schema.dependants import Dependant, listed
from sqlreview.subjects import Migration, Step


@frozen
class BrokenRoutine:
    """A routine whose body names what a step takes away; it is there, unchanged, when the file ends."""

    routine: Routine
    at: Origin
    """The place of the step."""
    missing: str
    """The table, or table.column, that is gone."""


def broken_routines(migration: Migration, context: Context) -> Iterator[BrokenRoutine]:
    """The routines that fail when they are called after a file; what they named is dropped or has another name."""
    steps = migration.steps_of(DropTable, DropColumn, RenameColumn, RenameTable)
    if not steps:
        return
    after = context.catalog
    routines = [item for item in after.all(Routine) if item.overloads == 1 and (item.uses or item.row_columns)]
    for step in steps if routines else ():
        if step.key is None or step.rebuild is not None:
            continue
        column = _column_of(step)
        if _is_there(step.key, column, after):
            continue
        fired = _fired(step, after) if column else frozenset()
        for routine in routines:
            is_used = (step.key, column) in routine.uses or (routine.name in fired and column in routine.row_columns)
            if is_used and not _is_later(routine.origin, step.at):
                missing = f"{step.key[2]}.{column}" if column else step.key[2]
                yield BrokenRoutine(routine=routine, at=step.at, missing=missing)


def broken_elsewhere(
    operation: Operation, found: Iterable[Dependant], context: Context
) -> tuple[list[Dependant], str, Severity | None]:
    """What MySQL and SQLite refuse, and the views they leave behind; SQLite's columns have a rule of their own."""
    is_sqlite = context.engine.family == "sqlite"
    if context.rebuild or not isinstance(operation, DropTable if is_sqlite else DropTable | DropColumn | RenameColumn):
        return [], "", None
    checked = context.session.setting("foreign_key_checks") not in ("0", "OFF", "off")
    refused: list[Dependant] = []
    if checked and not is_sqlite and not isinstance(operation, RenameColumn):
        refused = [item for item in found if item.kind in ("foreign key", "generated column")]
    if refused:
        verb = "need" if refused[1:] else "needs"
        return refused, f"{context.product} refuses this: {listed(refused)} {verb} it.", None
    views = [] if getattr(operation, "if_exists", False) else [item for item in found if item.kind == "view"]
    return views, f"From here on {listed(views)} cannot be read." if views else "", Severity.WARNING


def _column_of(step: Step) -> str:
    operation = step.operation
    return operation.column.text if isinstance(operation, DropColumn | RenameColumn) else ""


def _is_there(key: Key, column: str, after: Catalog) -> bool:
    """Whether something has the name when the file ends: it was put back, or a view stands for it."""
    table = after.table_at(key)
    if table is None:
        return after.get(key) is not None
    return not column or not table.complete or table.column(column) is not None


def _fired(step: Step, after: Catalog) -> frozenset[str]:
    """The bare names of the functions that triggers of the table call, as far as the file keeps these."""
    table = after.table_at(step.key)
    kept = {trigger.name for trigger in table.triggers} if table else None
    triggers = step.table.triggers if step.table else ()
    return frozenset(
        (trigger.function or "").rpartition(".")[2] for trigger in triggers if kept is None or trigger.name in kept
    )


def _is_later(routine: Origin, step: Origin) -> bool:
    """Whether the file makes the routine, which its author has then seen, after the step."""
    return routine.path == step.path and routine.statement > step.statement
