"""Rails' `db/structure.sql`: a dump that ends by listing the migrations it contains."""

from __future__ import annotations

import re

from sqlreview.migrations.conventions.convention import CERTAIN, Convention, Folder, Runs
from sqlreview.migrations.sources import SourceFile
from sqlreview.patterns import portable
from sqlreview.sql.engines import Engine

_LISTS = portable(
    r"""(?i)\binsert\s++into\s++(?:["`\w]++\.)?+["`]?+schema_migrations["`]?+\s*+\(["`]?+version["`]?+\)"""
)


def is_structure(file: SourceFile) -> bool:
    """Whether a file is such a dump."""
    return "schema_migrations" in file.text and "structure" in file.name and re.search(_LISTS, file.text) is not None


def _claims(folder: Folder) -> int:
    return CERTAIN if any(is_structure(file) for file in folder.files) else 0


def _runs(file: SourceFile, engine: Engine) -> Runs:
    return Runs.SEPARATE


CONVENTION = Convention(id="rails-structure", title="Rails structure.sql", claims=_claims, runs=_runs)
