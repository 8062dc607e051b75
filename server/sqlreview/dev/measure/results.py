"""Why a case has no facts for a version."""

from __future__ import annotations

from dataclasses import dataclass

from sqlreview.dev.measure.cases import Facts


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A case that says nothing about a version, which has no such syntax."""

    reason: str


@dataclass(frozen=True, slots=True)
class NotMeasured:
    """A case that this server cannot say anything about."""

    reason: str


Measured = dict[str, Facts | LeftOut | NotMeasured]
"""What one server did, by id of the case."""
