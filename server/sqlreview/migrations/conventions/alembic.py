"""Alembic's offline output (`alembic upgrade head --sql`): `-- Running upgrade a -> b` before each step.

It is piped into a client and holds the transactions it needs.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.migrations.conventions.convention import (
    CERTAIN,
    Convention,
    Direction,
    Folder,
    Mark,
    Runs,
    Section,
    sections_at,
)
from sqlreview.migrations.sources import SourceFile
from sqlreview.sql.engines import Engine

_UP, _DOWN = "-- Running upgrade ", "-- Running downgrade "


def _claims(folder: Folder) -> int:
    return CERTAIN if folder.holds("alembic_version") and (folder.holds(_UP) or folder.holds(_DOWN)) else 0


def _direction(file: SourceFile, engine: Engine) -> Direction:
    return "down" if _DOWN in file.text and _UP not in file.text else "up"


def _sections(text: str, engine: Engine) -> tuple[Section, ...]:
    return sections_at(text, _marks(text)) if _UP in text else ()


def _marks(text: str) -> Iterator[Mark]:
    at = text.find("-- Running ")
    while at >= 0:
        if text.startswith(_UP, at) or text.startswith(_DOWN, at):
            yield Mark(at, "down" if text.startswith(_DOWN, at) else "up", continues=True)
        at = text.find("-- Running ", at + 1)


def _runs(file: SourceFile, engine: Engine) -> Runs:
    return Runs.SEPARATE


CONVENTION = Convention(
    id="alembic",
    title="Alembic offline SQL",
    claims=_claims,
    direction=_direction,
    sections=_sections,
    runs=_runs,
)
