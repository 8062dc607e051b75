"""`sqlreview snapshot`: writes the schema and the table sizes of a live PostgreSQL into files."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from pathlib import Path

SCHEMA = "schema.sql"
SIZES = "sizes.toml"


def snapshot(options: Namespace) -> int:
    """Takes the snapshot the options describe and writes its two files; returns 2 when that fails."""
    from sqlreview.snapshot.take import SnapshotError, take_snapshot

    dsn = options.dsn if options.dsn is not None else os.environ.get("DATABASE_URL")
    if dsn is None:
        print("sqlreview: name the database: --dsn postgresql://user@host/name, or DATABASE_URL", file=sys.stderr)
        return 2
    try:
        taken = take_snapshot(dsn)
    except SnapshotError as error:
        print(f"sqlreview: no snapshot: {error}", file=sys.stderr)
        return 2
    folder = Path(options.output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / SCHEMA).write_text(taken.schema_sql, encoding="utf-8")
        (folder / SIZES).write_text(taken.sizes_toml, encoding="utf-8")
    except OSError as error:
        print(f"sqlreview: {folder} cannot be written: {(error.strerror or str(error)).lower()}", file=sys.stderr)
        return 2
    tables = f"{taken.tables} table{'s' * (taken.tables != 1)}"
    print(f"PostgreSQL {taken.version}, {tables}: wrote {folder / SCHEMA} and {folder / SIZES}")
    print(f'Reviews heed the sizes with this line in sqlreview.toml: sizes = "{(folder / SIZES).as_posix()}"')
    return 0
