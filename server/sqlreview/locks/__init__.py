"""Operations to impact: what each statement locks, rewrites and scans, by server version."""

from sqlreview.locks.explain import explain
from sqlreview.locks.impact import (
    LOCK_MODES,
    METADATA_LOCKS,
    SQLITE_DATABASE,
    SQLITE_LOCKS,
    STOPPING_MODES,
    Impact,
    OnlineImpact,
    combined,
    strength,
    waiting,
)

__all__ = [
    "LOCK_MODES",
    "METADATA_LOCKS",
    "SQLITE_DATABASE",
    "SQLITE_LOCKS",
    "STOPPING_MODES",
    "Impact",
    "OnlineImpact",
    "combined",
    "explain",
    "strength",
    "waiting",
]
