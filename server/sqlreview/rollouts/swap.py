"""The moment in which a filled column takes the place of the one it was filled from, and the way back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlreview.findings import FollowUp
from sqlreview.rollouts.bindings import ConstraintTwin, IndexTwin, quoted_twin
from sqlreview.rollouts.columns import Successor, is_required, leftover, unsynchronized
from sqlreview.rollouts.counters import Source, source_of
from sqlreview.rollouts.steps import TIMEOUT, alteration, beside, is_free, together
from sqlreview.schema import Catalog
from sqlreview.schema.definition import relation_name
from sqlreview.schema.naming import quoted
from sqlreview.schema.records import Constraint, Table

_WITHOUT_EQUALITY = ("json", "xml", "point", "polygon", "box", "circle", "line", "lseg", "path")


def swapped(catalog: Catalog, successor: Successor, sync: FollowUp) -> FollowUp | None:
    """The step in which the new column gets the name, keys and default of the old one, which stays under another name.

    None where the old column would be in the way. `sync` is the step that has kept both in step.
    """
    table, column = successor.table, successor.old
    source = source_of(catalog, table, column)
    names = (column.name, *(twin.old.name for twin in successor.bindings.indexes))
    if source is None or table.column(leftover(column.name)) is not None:
        return None
    if not all(is_free(catalog, table, leftover(name)) for name in names[1:]):
        return None
    up, down = _forth(successor, source), _back(successor, source, sync)
    note = (
        f"-- sqlreview: ignore-file[compat] code sees one {column.name} before and after\n"
        f"-- {leftover(column.name)} keeps the former values until you drop it; {column.name} is the last column from"
        " here on,\n-- which matters to an INSERT without a list of columns."
    )
    return together("swap", f"{table.name}_{successor.name}", up, down, note)


def _forth(successor: Successor, source: Source) -> list[str]:
    table, bindings = successor.table, successor.bindings
    old, new, required = successor.old.name, successor.name, is_required(successor)
    gone = [f"DROP CONSTRAINT {quoted(key.name)}" for key, _ in bindings.keys]
    gone += [f"DROP CONSTRAINT {quoted(twin.old.name)}" for twin in bindings.own]
    taken = [
        f"ADD CONSTRAINT {quoted(key.name)} {key.kind.upper()} USING INDEX {quoted(twin.new.name)}"
        for key, twin in bindings.keys
    ]
    freed = [f"DROP CONSTRAINT {quoted(successor.proof)}", f"ALTER COLUMN {quoted(leftover(old))} DROP NOT NULL"]
    return [
        *unsynchronized(successor),
        *_dropped(bindings.incoming),
        *alteration(table, gone),
        _renamed(table, old, leftover(old)),
        _renamed(table, new, old),
        *(alteration(table, [f"ALTER COLUMN {quoted(old)} SET NOT NULL"]) if required else ()),
        *source.handed_over(old, successor.type, leftover(old)),
        *(alteration(table, freed) if required else ()),
        *alteration(table, taken),
        *_constraints_renamed(bindings.constraints),
        *(line for twin in bindings.indexes for line in _exchanged(table, twin)),
        *_commented(table, successor),
    ]


def _back(successor: Successor, source: Source, sync: FollowUp) -> list[str]:
    """Brings the old column up to date, which takes as long as the table is large, and makes it what it was."""
    table, bindings = successor.table, successor.bindings
    old, new, required = successor.old.name, successor.name, is_required(successor)
    value = f"CAST({quoted(new)} AS {successor.old.type})"
    is_comparable = successor.old.type is None or successor.old.type.name not in _WITHOUT_EQUALITY
    late = f" WHERE {quoted(old)} IS DISTINCT FROM {value}" if is_comparable else ""
    again = [f"ADD CONSTRAINT {quoted(key.name)} {key.kind.upper()} ({_columns(key)})" for key, _ in bindings.keys]
    again += [_former(twin) for twin in bindings.own]
    proven = [f"ALTER COLUMN {quoted(new)} DROP NOT NULL"]
    proven += [f"ADD CONSTRAINT {quoted(successor.proof)} CHECK ({quoted(new)} IS NOT NULL)"]
    return [
        *_dropped(bindings.incoming),
        *alteration(table, [f"DROP CONSTRAINT {quoted(key.name)}" for key, _ in bindings.keys]),
        _renamed(table, old, new),
        _renamed(table, leftover(old), old),
        f"UPDATE {relation_name(table.key)} SET {quoted(old)} = {value}{late};",
        *(alteration(table, [f"ALTER COLUMN {quoted(old)} SET NOT NULL"]) if required else ()),
        *source.handed_over(old, str(successor.old.type), new),
        *(alteration(table, proven) if required else ()),
        *(f"{twin.definition};" for _, twin in bindings.keys),
        *_constraints_renamed(bindings.own, back=True),
        *(line for twin in bindings.indexes for line in _exchanged(table, twin, back=True)),
        *alteration(table, again),
        *(line for twin in bindings.incoming for line in _both(twin)),
        sync.up.partition(f"{TIMEOUT}\n")[2],
    ]


def _dropped(twins: Iterable[ConstraintTwin]) -> Iterator[str]:
    """Drops the old foreign keys of other tables, which hang on the old primary key."""
    for twin in twins:
        yield from alteration(twin.owner, [f"DROP CONSTRAINT {quoted(twin.old.name)}"])


def _both(twin: ConstraintTwin) -> list[str]:
    """Adds the foreign key of another table again, to the old column and to the new one."""
    added = f"ADD CONSTRAINT {quoted_twin(twin)} {twin.definition}{'' if twin.old.valid else ' NOT VALID'}"
    return alteration(twin.owner, [_former(twin), added])


def _former(twin: ConstraintTwin) -> str:
    return f"ADD CONSTRAINT {quoted(twin.old.name)} {twin.former}{'' if twin.old.valid else ' NOT VALID'}"


def _columns(key: Constraint) -> str:
    return ", ".join(quoted(name) for name in key.columns)


def _renamed(table: Table, name: str, new_name: str) -> str:
    return f"ALTER TABLE {relation_name(table.key)} RENAME COLUMN {quoted(name)} TO {quoted(new_name)};"


def _constraints_renamed(twins: Iterable[ConstraintTwin], *, back: bool = False) -> Iterator[str]:
    """The new constraints take the names of the old ones, which are gone, or give them back."""
    for twin in twins:
        names = (twin.old.name, twin.name) if back else (twin.name, twin.old.name)
        table = relation_name(twin.owner.key)
        yield f"ALTER TABLE {table} RENAME CONSTRAINT {quoted(names[0])} TO {quoted(names[1])};"


def _exchanged(table: Table, twin: IndexTwin, *, back: bool = False) -> list[str]:
    """The new index takes the name of the old one, which stays with the old column, or gives it back."""
    name, new, left = twin.old.name, twin.new.name, leftover(twin.old.name)
    changes = [(name, new), (left, name)] if back else [(name, left), (new, name)]
    return [f"ALTER INDEX {beside(table, first)} RENAME TO {quoted(second)};" for first, second in changes]


def _commented(table: Table, successor: Successor) -> Iterator[str]:
    if successor.old.comment is not None:
        text = successor.old.comment.replace("'", "''")
        yield f"COMMENT ON COLUMN {relation_name(table.key)}.{quoted(successor.old.name)} IS '{text}';"
