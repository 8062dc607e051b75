"""What migration tools let a file say about the transaction it runs in."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Literal

_NO_TRANSACTION = re.compile(
    r"(?im)^\s*+--\s*+(?:"
    r"\+goose\s++no\s++transaction|"
    r"no-transaction\b|"
    r"migrate:(?:up|down)\b[^\n]*?\btransaction:\s*+false|"
    r"\+migrate\b[^\n]*?\bnotransaction\b|"
    r"changeset\b[^\n]*?\brunInTransaction:\s*+false|"
    r"executeInTransaction\s*+=\s*+false|"
    r"postgres-migrations\s++disable-transaction|"
    r"atlas:txmode\s++none|"
    r"disable-transaction\b)"
)
_SIGNS = ("transaction", "txmode")
"""Words of which every mark that speaks of the transaction has one."""


def says_no_transaction(text: str) -> bool:
    """Whether a comment tells the tool to run the file, or part of it, without a transaction around it."""
    lowered = text.lower()
    is_marked = "--" in text and any(sign in lowered for sign in _SIGNS)  # spares most files the slower search
    return is_marked and _NO_TRANSACTION.search(text) is not None


_ALWAYS = re.compile(
    r"(?im)^--\s*+(?:\+goose\s++up\b|\+migrate\s++up\b|migrate:up(?!\S)|-- create above / drop below)"
    r"|--> statement-breakpoint$"
)
_ONE_FOLDER_EACH = re.compile(r"\d[\d-]*+_")
_ONE_FILE_EACH = re.compile(r"(?i)(?:V\d[\d._]*__.*|.*\.up)\.sql")
_ON_ITS_OWN_TERMS = re.compile(
    r"(?im)\bconcurrently\b|^\s*+(?:begin|start\s++transaction|commit|rollback)\b(?:\s++(?:work|transaction))?+\s*+;"
)


def says_transaction(text: str) -> bool:
    """Whether a file bears the marks of a tool that runs each of its files in a transaction."""
    return "--" in text and _ALWAYS.search(text) is not None


def is_run_in_transaction(path: str, text: str) -> bool:
    """Whether a tool that asks for such a name runs the file in one transaction.

    The name is not believed of a file that manages transactions or needs to be outside of one. Tools that open no
    transaction send the file as one message, which is a transaction when it holds several statements.
    """
    if _ON_ITS_OWN_TERMS.search(text):
        return False
    place = PurePosixPath(path)
    numbered = _ONE_FOLDER_EACH.match(place.parent.name) is not None
    if place.name == "up.sql" and numbered:
        return True
    supabase = place.parts[-3:-1] == ("supabase", "migrations")
    named = _ONE_FILE_EACH.fullmatch(place.name) is not None or (place.name == "migration.sql" and numbered)
    return text.count(";") > 1 and (named or supabase)


_NAMED_QUERY = re.compile(
    r"(?m)^[ \t]*+(?:--|/\*)[ \t]*+(?:name:[ \t]*+\w[\w-]*+[ \t]*+(:[a-z]++)?|:name[ \t]++\w|@name[ \t]++\w)"
)


def query_loader_of(text: str) -> Literal["", "sqlc", "library"]:
    """What loads the statements of a file into an application by the names it gives them; "" for a migration.

    `-- name: GetUser :one` is compiled by sqlc; `-- name: get-user`, `-- :name get-user` and `@name` are for libraries.
    """
    found = _NAMED_QUERY.search(text) if "name" in text else None
    if found is None:
        return ""
    return "sqlc" if found[1] else "library"
