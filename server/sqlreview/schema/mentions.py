"""The table an operation is about: the known one, or a record of what the history lets us conclude about it."""

from __future__ import annotations

from sqlreview.operations import Name
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.origins import Key, Origin
from sqlreview.schema.records import Table


def table_or_mention(catalog: Catalog, name: Name, origin: Origin) -> Table | None:
    """The table of that name, or a partial record for one the history does not create; None for a view and the like.

    A partial record is not in the catalog until the caller puts it there.
    """
    key = catalog.resolve("relation", name)
    if key is None:
        return mention(catalog, name, origin)
    record = catalog.get(key)
    return record if isinstance(record, Table) else None


def mention(catalog: Catalog, name: Name, origin: Origin) -> Table:
    """A partial record of a table that exists although the history does not create it."""
    _, schema, text = relation_key(catalog, name)
    return Table(schema=schema, name=text, complete=False, created=False, temporary=schema == "pg_temp", origin=origin)


def relation_key(catalog: Catalog, name: Name) -> Key:
    """The key of a relation; one that is not known gets the place where it most likely is."""
    key = catalog.resolve("relation", name)
    if key is not None:
        return key
    if name.schema is None and name.text.startswith("pg_") and catalog.session.family == "postgres":
        return ("relation", "pg_catalog", name.text)
    return catalog.key_for_new("relation", name)
