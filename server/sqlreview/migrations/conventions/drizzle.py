"""Drizzle: `0001_brave_owl.sql` in the order of `meta/_journal.json`, statements parted by `--> statement-breakpoint`.

All pending migrations run in one transaction, and nothing switches it off; what must be outside begins with a COMMIT
of its own. Files that the journal does not list do not run, so no further ones are offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sqlreview.migrations.conventions.convention import (
    CERTAIN,
    Convention,
    Direction,
    Folder,
    Mark,
    Note,
    Runs,
    Section,
    sections_at,
)
from sqlreview.migrations.sources import SourceFile
from sqlreview.sql.engines import Engine

SIGN = "--> statement-breakpoint"
JOURNAL = "meta/_journal.json"


def _claims(folder: Folder) -> int:
    return CERTAIN if JOURNAL in folder.beside or folder.holds(SIGN) else 0


def _sections(text: str, engine: Engine) -> tuple[Section, ...]:
    return sections_at(text, _marks(text)) if SIGN in text else ()


def _marks(text: str) -> Iterator[Mark]:
    at = text.find(SIGN)
    while at >= 0:
        yield Mark(at, continues=True)
        at = text.find(SIGN, at + len(SIGN))


def tags_of(journal: str) -> list[str]:
    """The names of the migrations in the order of the journal; () for a journal that cannot be read."""
    import json

    try:
        entries = json.loads(journal)["entries"]
        return [str(entry["tag"]) for entry in sorted(entries, key=lambda entry: entry["idx"])]
    except (ValueError, KeyError, TypeError, RecursionError):
        return []


def _order(files: Sequence[SourceFile], engine: Engine) -> Sequence[SourceFile]:
    places = {tag: place for place, tag in enumerate(_tags(files))}
    return sorted(files, key=lambda file: places.get(file.name.removesuffix(".sql"), len(places)))


def _tags(files: Sequence[SourceFile]) -> list[str]:
    journal = next((text for file in files if (text := file.metadata(JOURNAL)) is not None), None)
    return tags_of(journal) if journal is not None else []


def _direction(file: SourceFile, engine: Engine) -> Direction:
    tags = _tags([file])
    return "up" if not tags or file.name.removesuffix(".sql") in tags else "other"


def _problems(folder: Folder) -> Iterator[Note]:
    tags = set(_tags(folder.files))
    for file in folder.files:
        if tags and file.name.removesuffix(".sql") not in tags:
            yield Note(file.path, f"is not listed in {JOURNAL}, so Drizzle does not run it")


def _runs(file: SourceFile, engine: Engine) -> Runs:
    return Runs.WRAPPED


def _beside(folder: str, names: Sequence[str]) -> Iterable[str]:
    return (JOURNAL,) if any(re.match(r"\d{4}_", name) for name in names) else ()


CONVENTION = Convention(
    id="drizzle",
    title="Drizzle",
    claims=_claims,
    order=_order,
    direction=_direction,
    sections=_sections,
    runs=_runs,
    problems=_problems,
    beside=_beside,
)
