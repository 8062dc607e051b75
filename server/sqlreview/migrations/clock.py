"""The time that names new migrations."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def present() -> datetime:
    """The present in UTC, or what SOURCE_DATE_EPOCH says it is, so that results can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal() and len(epoch) <= 11:
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.now(UTC)
