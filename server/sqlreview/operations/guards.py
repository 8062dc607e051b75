"""The words with which CREATE and DROP pass over what is there, or is not there, already."""

from __future__ import annotations

from sqlreview.operations.columns import AddColumn, DropColumn
from sqlreview.operations.constraints import DropConstraint
from sqlreview.operations.indexes import CreateIndex, DropIndex
from sqlreview.operations.namespaces import CreateExtension, CreateSchema, CreateSequence, DropSchema, DropSequence
from sqlreview.operations.parts import Operation
from sqlreview.operations.routines import DropRoutine, DropTrigger
from sqlreview.operations.tables import CreateTable, DropTable
from sqlreview.operations.types import DropType
from sqlreview.operations.views import CreateMaterializedView, DropView
from sqlreview.sql.engines import Engine


def existence_guard(operation: Operation, engine: Engine) -> tuple[str, int] | None:
    """The words that would guard it, and where they belong; None where it is guarded or cannot be."""
    is_mysql, is_postgres = engine.name == "mysql", engine.name == "postgres"
    match operation:
        case CreateTable(if_not_exists=False, or_replace=False):
            return "IF NOT EXISTS", operation.table.span.start
        case CreateIndex(if_not_exists=False, concurrently=False) if operation.name is not None and not is_mysql:
            return "IF NOT EXISTS", operation.name.span.start
        case CreateSchema(if_not_exists=False) | CreateExtension(if_not_exists=False):
            name = operation.schema if isinstance(operation, CreateSchema) else operation.extension
            return ("IF NOT EXISTS", name.span.start) if name is not None else None
        case (
            CreateSequence(if_not_exists=False, sequence=made) | CreateMaterializedView(if_not_exists=False, view=made)
        ):
            return "IF NOT EXISTS", made.span.start
        case AddColumn(if_not_exists=False) if is_postgres or engine.name == "mariadb":
            return "IF NOT EXISTS", operation.column.name.span.start
        case DropColumn(if_exists=False, column=part) if is_postgres or engine.name == "mariadb":
            return "IF EXISTS", part.span.start
        case DropConstraint(if_exists=False, name=part) if is_postgres:
            return "IF EXISTS", part.span.start
    return _guard_of_drop(operation, engine)


def _guard_of_drop(operation: Operation, engine: Engine) -> tuple[str, int] | None:
    match operation:
        case DropTable(if_exists=False, table=name) | DropView(if_exists=False, view=name):
            return "IF EXISTS", name.span.start
        case DropIndex(if_exists=False, index=name) if engine.name != "mysql":
            return "IF EXISTS", name.span.start
        case DropSequence(if_exists=False, sequence=name) | DropType(if_exists=False, type=name):
            return "IF EXISTS", name.span.start
        case DropRoutine(if_exists=False, name=name):
            return "IF EXISTS", name.span.start
        case DropTrigger(if_exists=False, name=trigger):
            return "IF EXISTS", trigger.span.start
        case DropSchema(if_exists=False, schema=schema):
            return "IF EXISTS", schema.span.start
    return None
