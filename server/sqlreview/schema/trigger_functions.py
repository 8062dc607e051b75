"""Functions that triggers call."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

from sqlreview.frozen import frozen
from sqlreview.operations import CreateRoutine, CreateTrigger, Do, Name
from sqlreview.queries.vocabulary import words_of
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.records import Extension

_BUILT_IN = words_of(
    "tsvector_update_trigger tsvector_update_trigger_column suppress_redundant_updates_trigger lo_manage moddatetime "
    "autoinc insert_username check_primary_key check_foreign_key ttdummy unique_key_recheck"
)
"""Functions of PostgreSQL and of its extensions spi and lo."""


class OperationsOf(Protocol):
    """The operations of some kinds in a file, each with the position of its statement."""

    def __call__(self, *kinds: type[Any]) -> list[tuple[int, Any]]: ...


@frozen
class MissingFunction:
    """The function of a trigger that does not exist when the trigger is created."""

    name: Name
    position: int
    """Of the statement in its file."""
    comes_later: bool
    """Whether the same file creates it further down."""


def missing_trigger_functions(operations: OperationsOf, before: Catalog, after: Catalog) -> Iterator[MissingFunction]:
    """The functions of triggers on known tables that neither earlier migrations nor the file above create.

    Nothing is said where functions may come from elsewhere: a DO block in the file, an extension, another schema.
    """
    triggers: list[tuple[int, CreateTrigger]] = operations(CreateTrigger)
    if not triggers:
        return
    made: list[tuple[int, CreateRoutine]] = operations(CreateRoutine)
    blocks: list[tuple[int, Do]] = operations(Do)
    for position, trigger in triggers:
        name = trigger.function
        table = after.table(trigger.table)
        if name is None or name.text in _BUILT_IN or "{" in name.text or table is None or not table.created:
            continue
        if before.routine(name) or any(place < position and _same(item.name, name) for place, item in made):
            continue
        comes_later = any(_same(item.name, name) for _, item in made)
        may_be_elsewhere = any(place < position for place, _ in blocks) or _is_foreign(name, before)
        if comes_later or not may_be_elsewhere:
            yield MissingFunction(name=name, position=position, comes_later=comes_later)


def _same(made: Name, wanted: Name) -> bool:
    return made.text == wanted.text and (None in (made.schema, wanted.schema) or made.schema == wanted.schema)


def _is_foreign(name: Name, catalog: Catalog) -> bool:
    """Whether the function may belong to a schema or an extension that other statements than these fill."""
    if name.schema is None:
        return any(extension.name not in ("plpgsql", "pgcrypto", "uuid-ossp") for extension in catalog.all(Extension))
    return catalog.schema(name.schema) is None and name.schema != "public"
