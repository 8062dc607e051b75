"""Django's `sqlmigrate` output: `-- Create model User` before each step, between BEGIN and COMMIT.

It is run by a client and holds the transactions it needs.
"""

from __future__ import annotations

from sqlreview.migrations.conventions.convention import CERTAIN, Convention, Folder, Runs
from sqlreview.migrations.sources import SourceFile
from sqlreview.sql.engines import Engine

_STEP = (
    r"(?m)^--\n-- (?:Create model|Delete model|Rename model|Alter field|Remove field|Rename field|"
    r"Add field|Alter unique_together|Create index|Remove index|Add index|Create constraint|Remove constraint|"
    r"Raw SQL operation|Raw Python operation|Custom state/database change combination)\b[^\n]*\n--$"
)


def _claims(folder: Folder) -> int:
    return CERTAIN if folder.marked("--\n-- ", _STEP) else 0


def _runs(file: SourceFile, engine: Engine) -> Runs:
    return Runs.SEPARATE


CONVENTION = Convention(id="django", title="Django sqlmigrate output", claims=_claims, runs=_runs)
