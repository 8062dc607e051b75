"""Which types an index method of PostgreSQL can take, as measured on PostgreSQL 15 and 18."""

from __future__ import annotations

from sqlreview.operations import IndexKey, Name
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.records import Table
from sqlreview.schema.type_comparison import base_type

_SCALARS = """
    text varchar char bpchar uuid smallint integer bigint numeric real date timestamp timestamptz time timetz boolean
    interval bytea inet cidr macaddr money citext
"""
_NOT_IN_GIN = frozenset((*_SCALARS.split(), "double precision"))
_NOT_IN_BTREE = frozenset(("json", "xml", "point", "polygon", "box", "line", "lseg", "path", "circle"))
"""Types without a default operator class of the method."""


def refused_type(method: str, key: IndexKey, table: Table | None, catalog: Catalog) -> str | None:
    """The built-in type of a column that the method cannot take without an operator class; None for all others."""
    column = table.column(key.column.text) if table and key.column and not key.operator_class else None
    if column is None or column.type is None:
        return None
    real = base_type(column.type, catalog)
    if real.dimensions or catalog.user_type(Name(real.schema, real.name, real.span)) is not None:
        return None
    return real.name if real.name in {"gin": _NOT_IN_GIN, "btree": _NOT_IN_BTREE}.get(method, ()) else None
