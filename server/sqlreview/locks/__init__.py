"""Operations to impact: what each statement locks, rewrites and scans, by server version."""

from sqlreview.locks.explain import explain
from sqlreview.locks.impact import LOCK_MODES, STOPPING_MODES, Impact, combined, waiting

__all__ = ["LOCK_MODES", "STOPPING_MODES", "Impact", "combined", "explain", "waiting"]
