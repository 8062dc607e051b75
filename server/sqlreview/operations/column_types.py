"""Types of columns that stand alone, outside of any statement."""

from __future__ import annotations

from sqlreview.operations import ColumnType, CreateTable
from sqlreview.operations.lower import operations_of
from sqlreview.sql.engines import Engine
from sqlreview.sql.tokens import Tokens


def column_type_of(text: str, engine: Engine) -> ColumnType | None:
    """The type that a text names as a column definition would; None for what is no type, or more than one."""
    for operation in operations_of(Tokens(f"CREATE TABLE t (c {text})", engine), engine):
        if isinstance(operation, CreateTable) and len(operation.columns) == 1 and not operation.columns[0].constraints:
            return operation.columns[0].type
    return None
