"""Trigger functions that copy whole rows elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlreview.frozen import frozen
from sqlreview.operations import CreateRoutine
from sqlreview.patterns import regex
from sqlreview.schema.catalog import Catalog
from sqlreview.schema.records import Routine, Table
from sqlreview.schema.secret_columns import secret_columns
from sqlreview.text import Span

_COPY = regex(r"(?i)\b(to_jsonb?|row_to_json|hstore)\s*+\(\s*+(?:new|old)(?:\.\*)?\s*+\)(?:\s*+::\s*+\w++)?+")
_SPREAD = regex(r"(?i)\b(?:select|values\s*+\(|,)\s*+((?:new|old)\.\*)")
_AROUND = regex(r"(?i)(\w++)\s*+\(\s*+$")
_SUBTRACTED = regex(r"\s*+(?:-|#-)\s*+(array\s*+\[[^\]]*+\]|'[^']*+'|[\w.]++)", re.I)
_NO_MASKS = frozenset(("values", "jsonb_build_object", "json_build_object", "coalesce", "jsonb_strip_nulls", "select"))


@frozen
class RowCopy:
    """A place where a trigger function takes the whole row."""

    span: Span
    table: str
    column: str
    """A credential in that table."""
    missing: tuple[str, ...]
    """The credentials that would have to be taken out of the document; none where that cannot be written behind it."""


def row_copies(routine: Routine, creation: CreateRoutine, text: str, catalog: Catalog) -> Iterator[RowCopy]:
    """The copies of whole rows in a trigger function that runs for a table with credentials in it."""
    if creation.body is None or "trigger" not in (routine.returns or "").lower():
        return
    copies = list(_copies(text, creation.body))
    if not copies:
        return
    tables = list(_tables(routine, catalog))
    for span, is_document, taken_out in copies:
        for table in tables:
            left = [column for column in secret_columns(table) if column not in taken_out]
            if left:
                missing = tuple(left) if is_document else ()
                yield RowCopy(span=span, table=table.name, column=left[0], missing=missing)
                break


def _tables(routine: Routine, catalog: Catalog) -> Iterator[Table]:
    names = (routine.name, f"{routine.schema}.{routine.name}")
    for table in catalog.all(Table):
        if any(trigger.function in names for trigger in table.triggers):
            yield table


def _copies(text: str, body: Span) -> Iterator[tuple[Span, bool, frozenset[str]]]:
    """Each copy with whether it is a jsonb document, and what is subtracted from it."""
    for match in _COPY.finditer(text, body.start, body.end):
        if _is_comment(text, match.start()) or _is_masked(text, body.start, match.start()):
            continue
        end = match.end()
        taken_out: set[str] = set()
        while (part := _SUBTRACTED.match(text, end, body.end)) is not None:
            taken_out |= set(re.findall(r"'([^']*+)'", part[1]))
            end = part.end()
            if "'" not in part[1]:
                break  # what a variable holds is not known
        else:
            yield Span(match.start(), match.end()), match[1].lower() == "to_jsonb", frozenset(taken_out)
    for match in _SPREAD.finditer(text, body.start, body.end):
        if not _is_comment(text, match.start(1)):
            yield Span(*match.span(1)), False, frozenset()


def _is_comment(text: str, at: int) -> bool:
    return "--" in text[text.rfind("\n", 0, at) + 1 : at]


def _is_masked(text: str, start: int, at: int) -> bool:
    """Whether a function stands around the copy that may take the credentials out."""
    around = _AROUND.search(text[max(start, at - 60) : at])
    return around is not None and around[1].lower() not in _NO_MASKS
