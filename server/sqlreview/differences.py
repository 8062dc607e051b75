"""How catalogs differ: what statements changed, and how a change is carried through the statements after it."""

from __future__ import annotations

from immutables import Map

from sqlreview.schema import Key, Record

Objects = Map[Key, Record]
Difference = dict[Key, tuple[Record | None, Record | None]]
"""Objects that are not what they were at the same point before the edit: old and new record."""


def changed(objects: Objects, changes: dict[Key, Record | None]) -> Objects:
    """The objects after changes; None stands for an object that is gone."""
    for key, record in changes.items():
        if record is not None:
            objects = objects.set(key, record)
        elif key in objects:
            objects = objects.delete(key)
    return objects


def patched(objects: Objects, difference: Difference) -> Objects:
    """The objects with the difference applied."""
    return changed(objects, {key: new for key, (_, new) in difference.items()})


def difference_of(old: Objects, new: Objects) -> Difference:
    """What is not the same in two states of a schema."""
    keys = {*old.keys(), *new.keys()}
    return {key: (old.get(key), new.get(key)) for key in keys if old.get(key) != new.get(key)}


def follow_changes(
    difference: Difference,
    objects: Objects,
    before: dict[Key, Record | None],
    after: dict[Key, Record | None],
) -> None:
    """Adds to a difference what a statement now changes otherwise than before."""
    for key in before.keys() | after.keys():
        untouched = difference.get(key) or (objects.get(key), objects.get(key))
        old = before[key] if key in before else untouched[0]
        new = after[key] if key in after else untouched[1]
        if old != new:
            difference[key] = (old, new)
        else:
            difference.pop(key, None)
