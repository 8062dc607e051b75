"""Temporal's schema tool: `versioned/v1.2/*.sql` in the order of each version's `manifest.json`.

Every statement runs by itself. A file that no manifest lists does not run, so no further ones are offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sqlreview.migrations.conventions.convention import CERTAIN, NAMED, Convention, Direction, Folder, Runs
from sqlreview.migrations.sources import SourceFile
from sqlreview.sql.engines import Engine

MANIFEST = "manifest.json"
_NAME = r"v\d+(?:\.\d+)*/[^/]+\.(?:sql|cql)"


def _claims(folder: Folder) -> int:
    if any(_listed(file) for file in folder.files):
        return CERTAIN
    return NAMED if folder.parts[-1] == "versioned" and folder.share(_NAME) == 1 else 0


def _listed(file: SourceFile) -> list[str]:
    manifest = file.metadata(MANIFEST)
    if manifest is None or "SchemaUpdateCqlFiles" not in manifest:
        return []
    import json

    try:
        return [str(name) for name in json.loads(manifest)["SchemaUpdateCqlFiles"]]
    except (ValueError, KeyError, TypeError, RecursionError):
        return []


def _order(files: Sequence[SourceFile], engine: Engine) -> Sequence[SourceFile]:
    folders: dict[str, list[SourceFile]] = {}
    for file in files:
        folders.setdefault(file.folder, []).append(file)
    ordered: list[SourceFile] = []
    for members in folders.values():
        places = {name: place for place, name in enumerate(_listed(members[0]))}
        ordered += sorted(members, key=lambda file: places.get(file.name, len(places)))
    return ordered


def _direction(file: SourceFile, engine: Engine) -> Direction:
    listed = _listed(file)
    return "up" if not listed or file.name in listed else "other"


def _runs(file: SourceFile, engine: Engine) -> Runs:
    return Runs.SEPARATE


def _beside(folder: str, names: Sequence[str]) -> Iterable[str]:
    return (MANIFEST,) if re.match(r"v?\d", folder.rpartition("/")[2]) else ()


CONVENTION = Convention(
    id="temporal",
    title="Temporal schema tool",
    claims=_claims,
    order=_order,
    direction=_direction,
    runs=_runs,
    beside=_beside,
)
