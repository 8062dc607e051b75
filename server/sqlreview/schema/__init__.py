"""Operations to a catalog: every object of the database at each point of the history."""

from sqlreview.schema.catalog import EVERYTHING, SESSION, Catalog, CatalogEditor
from sqlreview.schema.origins import Key, Origin
from sqlreview.schema.records import (
    Column,
    Constraint,
    Extension,
    Index,
    IndexName,
    Policy,
    Record,
    Routine,
    Schema,
    Sequence,
    Table,
    Trigger,
    Type,
    View,
)
from sqlreview.schema.session import Session

__all__ = [
    "EVERYTHING",
    "SESSION",
    "Catalog",
    "CatalogEditor",
    "Column",
    "Constraint",
    "Extension",
    "Index",
    "IndexName",
    "Key",
    "Origin",
    "Policy",
    "Record",
    "Routine",
    "Schema",
    "Sequence",
    "Session",
    "Table",
    "Trigger",
    "Type",
    "View",
]
