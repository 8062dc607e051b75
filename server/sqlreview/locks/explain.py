"""Impacts in plain words, for messages."""

from __future__ import annotations

from sqlreview.locks.impact import METADATA_LOCKS, SQLITE_LOCKS, STOPPING_MODES, Impact, waiting
from sqlreview.locks.mysql_words import explain_mysql
from sqlreview.locks.sqlite_words import explain_sqlite


def explain(impact: Impact, table: str | None = None) -> str:
    """One sentence: which lock is taken on `table` ("public.orders"), who waits for it, and until when.

    Without a table it speaks of the relations with the strongest lock.
    """
    mode = impact.lock_on(table) if table else impact.strongest
    if mode is None:
        return "Takes no lock that anybody waits for."
    relations = [table] if table else [relation for relation, held in impact.locks if held == mode]
    if mode in SQLITE_LOCKS:
        return explain_sqlite(impact)
    if mode in METADATA_LOCKS:
        return explain_mysql(impact, [shown(relation) for relation in relations])
    taken = f"Takes {mode} on {_listed(relations)}"
    until = _until(impact, relations)
    if mode not in STOPPING_MODES:
        return f"{taken}{f' {until}' if until else ''}; {waiting(mode)}."
    return f"{taken}, so {waiting(mode)} {until or 'for a moment'}."


def shown(relation: str) -> str:
    """A relation as users write it, in backticks and without the schema public."""
    return f"`{relation.removeprefix('public.')}`"


def _listed(relations: list[str]) -> str:
    names = [shown(relation) for relation in relations]
    if len(names) > 3:
        names = [*names[:2], f"{len(names) - 2} more relations"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _until(impact: Impact, relations: list[str]) -> str | None:
    if impact.rewrites:
        return f"until every row{_elsewhere(impact.rewrites, relations)} has been rewritten"
    if impact.index_builds:
        return f"until the index{_elsewhere(impact.index_builds, relations)} has been built"
    if impact.scans:
        return f"until all rows{_elsewhere(impact.scans, relations)} have been read"
    return None


def _elsewhere(busy: tuple[str, ...], relations: list[str]) -> str:
    """Names the relations at work when none of those the sentence speaks of is among them."""
    return "" if set(busy) & set(relations) else f" of {_listed(list(busy))}"
