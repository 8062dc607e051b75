"""The steps of a change that is spread over several migrations: what each does, and what undoes it."""

from __future__ import annotations

from collections.abc import Iterable

from sqlreview.findings import FollowUp
from sqlreview.schema import Catalog
from sqlreview.schema.definition import relation_name
from sqlreview.schema.naming import object_name, quoted
from sqlreview.schema.records import Table

TIMEOUT = "SET LOCAL lock_timeout = '5s';"
"""Goes before what needs a strong lock for a moment, so that it gives up before others queue behind it for long."""
_NOTHING = "-- There is nothing to undo here.\nSELECT 1;"
"""Some tools refuse a migration that cannot be undone, or a file without a statement."""


def together(verb: str, name: str, up: Iterable[str], down: Iterable[str], note: str = "") -> FollowUp:
    """Statements that need strong locks for a moment and take effect at once, below a comment."""
    head = f"{note}\n{TIMEOUT}" if note else TIMEOUT
    return FollowUp(verb, name, "\n".join((head, *up)), "\n".join((TIMEOUT, *down)), atomic=True)


def working(verb: str, name: str, statement: str) -> FollowUp:
    """A statement that works through a table while others read and write it, and leaves nothing to undo."""
    return FollowUp(verb, name, statement, _NOTHING)


def batches(name: str, block: str) -> FollowUp:
    """A block that commits after every batch of rows."""
    return FollowUp("fill", name, block, _NOTHING, in_transaction=False)


def built(owner: Table, name: str, definition: str, note: str = "") -> FollowUp:
    """An index that is built while others read and write the table, below a comment."""
    statement = f"{note}{definition.replace(' INDEX ', ' INDEX CONCURRENTLY ', 1)};"
    drop = f"DROP INDEX CONCURRENTLY IF EXISTS {beside(owner, name)};"
    return FollowUp("create", name, statement, drop, in_transaction=False)


def alteration(owner: Table, actions: Iterable[str]) -> list[str]:
    """One ALTER TABLE for all actions; nothing for none."""
    known = list(actions)
    lead = " " if len(known) == 1 else "\n    "
    return [f"ALTER TABLE {relation_name(owner.key)}{lead}{f',{lead}'.join(known)};"] if known else []


def beside(owner: Table, name: str) -> str:
    """The name of an object in the schema of a table, as SQL has to write it."""
    return relation_name(("relation", owner.schema, name))


def ignoring(rule: str, reason: str) -> str:
    """A line that silences a rule for the statement below it, which cannot know what the step before has done."""
    return f"-- sqlreview: ignore[{rule}] {reason}\n"


def marked(name: str, mark: str) -> str:
    """A name that says what the object is for, `orders_pkey_new`, within 63 bytes."""
    return object_name(name, None, mark)


def is_free(catalog: Catalog, owner: Table, name: str) -> bool:
    """Whether nothing of the table's schema has a name."""
    return all(catalog.get((space, owner.schema, name)) is None for space in ("relation", "routine"))


def listed(names: Iterable[str]) -> str:
    """Names as SQL lists them."""
    return ", ".join(quoted(name) for name in names)
