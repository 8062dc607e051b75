"""Impacts of MySQL and MariaDB in plain words, for messages."""

from __future__ import annotations

from sqlreview.locks.impact import EXCLUSIVE_METADATA, SHARED_ROWS, Impact, OnlineImpact

_MEANWHILE = {"NONE": "while reads and writes go on", "SHARED": "while writes wait"}
_MEANWHILE["EXCLUSIVE"] = "while reads and writes wait"
_FOR_A_MOMENT = "reads and writes wait for a moment"


def explain_mysql(impact: Impact, tables: list[str]) -> str:
    """What happens to some tables (already as users write them), who waits, and for whom the server waits."""
    names = tables[0] if len(tables) == 1 else f"{', '.join(tables[:-1])} and {tables[-1]}"
    online = impact.online
    if online is None:
        return _plain(impact, names)
    if online.refused:
        needed = f"it needs ALGORITHM={online.algorithm} and LOCK={online.lock}"
        return f"The server refuses {online.refused} for {names}: {needed}."
    if impact.unknown and impact.rewrites:
        return f"May copy {names} {_MEANWHILE[online.lock]} ({online.algorithm}): {impact.unknown[0]} is not known."
    if impact.is_slow:
        queue = f"it also waits for every open transaction on {names}, and later statements wait behind it"
        return f"{_work(impact, online, names)} {_MEANWHILE[online.lock]} ({online.algorithm}); {queue}."
    return f"Changes only the catalog of {names} ({online.algorithm}), once every open transaction on it has ended."


def _work(impact: Impact, online: OnlineImpact, names: str) -> str:
    if online.copies:
        return f"Copies {names}"
    return f"Rebuilds {names}" if impact.rewrites else f"Builds an index of {names}"


def _plain(impact: Impact, names: str) -> str:
    match impact.strongest:
        case mode if mode == EXCLUSIVE_METADATA:
            return f"Locks {names} once every open transaction on it has ended; {_FOR_A_MOMENT}."
        case "TABLE WRITE":
            return f"Locks {names} until UNLOCK TABLES, so reads and writes of others wait."
        case "TABLE READ":
            return f"Locks {names} until UNLOCK TABLES, so writes wait."
        case mode if mode == SHARED_ROWS:
            return f"Locks the rows it reads of {names} until the transaction ends; writes to them wait."
    return f"Locks the rows it changes in {names} until the transaction ends; other writes to them wait."
