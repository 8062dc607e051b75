"""How a file tells its tool to open no transaction around it."""

from __future__ import annotations

from sqlreview.migrations.next_migrations import NewFile
from sqlreview.migrations.sources import SourceFile
from sqlreview.patterns import regex
from sqlreview.text import Edit

_FIRST_LINES = {
    "atlas": "-- atlas:txmode none\n\n",
    "goose": "-- +goose NO TRANSACTION\n",
    "postgres-migrations": "-- postgres-migrations disable-transaction\n",
    "sqlx": "-- no-transaction\n",
    "tern": "---- tern: disable-tx ----\n\n",
}
"""What becomes the first line of the file."""
_WORDS = {
    "dbmate": (regex(r"(?m)^--[ \t]*+migrate:up(?!\S)"), " transaction:false"),
    "sql-migrate": (regex(r"(?m)^-- \+migrate Up\b"), " notransaction"),
}
"""What is added behind the mark that begins the section."""


def opting_out(tool: str, source: SourceFile) -> tuple[tuple[Edit, ...], tuple[NewFile, ...]] | None:
    """The edits of a file, and the files beside it, that take the transaction away; None if there is no way."""
    match tool:
        case "flyway":  # it looks at the statements
            return (), ()
        case "diesel":
            if source.metadata("metadata.toml") is not None:
                return None
            return (), (NewFile(f"{source.folder}/metadata.toml".lstrip("/"), "run_in_transaction = false\n"),)
    if tool in _FIRST_LINES:
        return (Edit.insert(0, _FIRST_LINES[tool]),), ()
    if tool in _WORDS:
        mark, word = _WORDS[tool]
        places = [found.end() for found in mark.finditer(source.text)]
        return ((Edit.insert(places[0], word),), ()) if len(places) == 1 else None
    return None
