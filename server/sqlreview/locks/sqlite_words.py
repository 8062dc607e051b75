"""Impacts of SQLite in plain words, for messages."""

from __future__ import annotations

from collections.abc import Sequence

from sqlreview.locks.impact import Impact

_READERS = "readers wait only while it commits, in WAL mode not at all"


def explain_sqlite(impact: Impact) -> str:
    """What happens while the whole database is locked for other writers."""
    if impact.strongest != "RESERVED":
        return "Locks the whole database for other writers and, unless it is in WAL mode, for readers."
    work = _work(impact)
    if work is None:
        return f"Locks the whole database for other writers for a moment; {_READERS}."
    return f"{work} while all other writers of the database wait; {_READERS}."


def _work(impact: Impact) -> str | None:
    if impact.rewrites:
        return f"Writes every row of {_listed(impact.rewrites)} again"
    if impact.index_builds:
        return f"Builds an index of {_listed(impact.index_builds)}"
    return f"Reads every row of {_listed(impact.scans)}" if impact.scans else None


def _listed(relations: Sequence[str]) -> str:
    names = [f"`{relation.removeprefix('public.')}`" for relation in relations]
    if len(names) > 3:
        names = [*names[:2], f"{len(names) - 2} more tables"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
