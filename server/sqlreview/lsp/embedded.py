"""The diagnostics of documents and programs, whose SQL has places of its own in the text that the editor shows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sqlreview.entries import FileState
from sqlreview.findings import Related
from sqlreview.lsp import convert
from sqlreview.lsp.documents import Text
from sqlreview.lsp.ignore_actions import Ignoring
from sqlreview.lsp.rule_pages import page_uri, tags_of
from sqlreview.lsp.sheets import Locate
from sqlreview.project import Project
from sqlreview.review import PlacedFinding
from sqlreview.schema import Origin
from sqlreview.sql.hosts.kinds import MARKDOWN
from sqlreview.text import Edit


def pieces_around(project: Project, name: str, text: Text, locate: Locate) -> list[str]:
    """The diagnostics of a document or program in order, as pieces of JSON that commas must join."""
    return [_piece(placed, text, partial(_related, project, placed, locate)) for placed in project.findings_of(name)]


def _piece(placed: PlacedFinding, text: Text, related: partial[str]) -> str:
    finding = placed.finding
    place = convert.RANGE % (*text.position(placed.span.start), *text.position(placed.span.end))
    written = ",".join(item for one in finding.related if (item := related(one)))
    beside = f'"relatedInformation":[{written}],' if written else ""
    docs = page_uri(finding.rule)
    tail = convert.diagnostic_tail(finding.rule, finding.severity, finding.message, docs, tags_of(finding.rule))
    return f'{{"range":{place},{beside}{tail}'


def _related(project: Project, placed: PlacedFinding, locate: Locate, item: Related) -> str:
    found = next(_targets(project, placed, item), None)
    if found is None:
        return ""
    state, start, end = found
    uri, text = locate(state)
    return convert.related_item(uri, convert.RANGE % (*text.position(start), *text.position(end)), item.message)


def _targets(project: Project, placed: PlacedFinding, item: Related) -> Iterator[tuple[FileState, int, int]]:
    """Where a related place lies: its file, start and end."""
    if not isinstance(item.at, Origin):
        yield placed.file, placed.entry.start + item.at.start, placed.entry.start + item.at.end
        return
    for review in project.reviews.values():
        known = review.history.by_serial.get(item.at.statement)
        if known is not None and known[0].path != "<schema>":
            start = known[1].start
            yield known[0], start + item.at.span.start, start + item.at.span.end


def ignorings_around(placed: PlacedFinding) -> Iterator[Ignoring]:
    """What can silence a finding in a document or program: a comment above its statement, and one for the file."""
    embedding, rule = placed.file.embedding, placed.finding.rule
    assert embedding is not None
    text, start = embedding.written, placed.entry.start
    part = next((one for one in embedding.parts if one.span.start <= start <= one.span.end), None)
    in_fence = part is not None and part.kind == "fence"
    first = start if in_fence or part is None else part.span.start
    line = max(text.rfind("\n", 0, first), text.rfind("\r", 0, first)) + 1
    before = text[line:first]
    indent = before[: len(before) - len(before.lstrip(" \t>"))]
    if in_fence and before.strip(" \t>"):
        return
    opening = "--" if in_fence else "#" if embedding.host in ("python", "ruby") else "//"
    if embedding.host != MARKDOWN or in_fence:
        edit = Edit.insert(line, f"{indent}{opening} sqlreview: ignore[{rule}]\n")
        yield Ignoring(f"Ignore {rule} for this statement", edit)
    if embedding.host == MARKDOWN:
        yield Ignoring(f"Ignore {rule} in this file", Edit.insert(0, f"<!-- sqlreview: ignore-file[{rule}] -->\n"))
    else:
        yield Ignoring(
            f"Ignore {rule} in this file", Edit.insert(_top(text), f"{opening} sqlreview: ignore-file[{rule}]\n")
        )


def _top(text: str) -> int:
    """Behind the lines that have to come first."""
    return text.find("\n") + 1 if text.startswith(("#!", "<?php")) else 0
