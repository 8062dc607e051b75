"""Statements that could not be read to the end: the tables they name may have changed in ways nobody knows."""

from __future__ import annotations

from dataclasses import replace

from sqlreview.operations import Name
from sqlreview.patterns import regex
from sqlreview.schema.catalog import CatalogEditor
from sqlreview.sql.cursor import folded
from sqlreview.sql.engines import Engine
from sqlreview.text import Span

_WORDS = regex(r'"[^"\n]++"|`[^`\n]++`|\w++')
_FARTHEST = 100_000


def doubt_tables(editor: CatalogEditor, text: str, engine: Engine) -> None:
    """Notes that the tables whose names stand in a text may have columns and constraints that are not known."""
    for word in set(_WORDS.findall(text[:_FARTHEST])):
        for written in (word, f'"{word}"'):
            table = editor.table(Name(None, folded(written, engine), Span(0, 0)))
            if table is not None and table.complete:
                editor.put(table.key, replace(table, complete=False))
