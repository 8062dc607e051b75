"""What a place says about itself: the rule of a finding, the definition of a table, the impact of a statement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from sqlreview.findings import Finding
from sqlreview.history import Entry, FileState
from sqlreview.lsp.at_place import entries_at, findings_at, state_of
from sqlreview.lsp.homes import Home
from sqlreview.lsp.impact_hover import impact_at
from sqlreview.lsp.session import OpenFile, Session
from sqlreview.packs import load_packs
from sqlreview.reporters.rule_documentation import documentation_of
from sqlreview.schema import Catalog, Table
from sqlreview.schema.definition import table_definition
from sqlreview.sql.cursor import Cursor, Name, Unreadable
from sqlreview.sql.engines import Engine
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

_SECTIONS = ("Why", "Instead")


@dataclass(frozen=True, slots=True)
class Information:
    """Markdown about a range."""

    markdown: str
    at: Span


def hover_at(session: Session, file: OpenFile, offset: int) -> Information | None:
    """Everything worth knowing about the place the mouse points at."""
    current = state_of(file)
    if current is None:
        return None
    home, state = current
    parts: list[str] = []
    place: Span | None = None
    for placed in findings_at(file, Span(offset, offset)):
        about = rule_summary(placed.finding)
        if about not in parts:
            parts.append(about)
            place = place or placed.span
    found = _table_at(home, state, offset)
    if found is not None:
        table, span = found
        parts.append(_table_text(session, home, table))
        place = span
    for entry in entries_at(state, Span(offset, offset)):
        impact = impact_at(home.project.by_path[state.path], state, entry, offset)
        if impact is not None:
            parts.append(impact[0])
            place = place or impact[1]
    return Information("\n\n---\n\n".join(parts), place) if place is not None else None


def rule_summary(finding: Finding) -> str:
    """Why a rule reports something and what to do instead, as Markdown."""
    rule = load_packs().rule(finding.rule)
    name = f"`{finding.rule}` · {finding.severity.value}"
    if rule is None:
        return f"{finding.message}\n\n{name}"
    documentation = documentation_of(rule)
    sections = [
        f"**{section.heading}:** {section.text}" for section in documentation.sections if section.heading in _SECTIONS
    ]
    return "\n\n".join([f"**{documentation.title}**", *sections, name])


def _table_at(home: Home, state: FileState, offset: int) -> tuple[Table, Span] | None:
    engine = home.project.by_path[state.path].rules.engine
    for entry in entries_at(state, Span(offset, offset)):
        for name in names_at(entry.statement.text, engine, offset - entry.start):
            table = _table(home, state, entry, name)
            if table is not None:
                return table, name.span.shifted(entry.start)
    return None


def _table(home: Home, state: FileState, entry: Entry, name: Name) -> Table | None:
    """The table as the statement finds it, or as it leaves it when it creates it."""
    history = home.project.by_path[state.path].history
    before: Catalog = history.catalog_before(state.path, entry.start)
    return before.table(name) or history.catalog_before(state.path, entry.end + 1).table(name)


def names_at(sql: str, engine: Engine, offset: int) -> Iterator[Name]:
    """The names a place may belong to: the qualified one, then without what follows (`orders` in `orders.id`)."""
    tokens = Tokens(sql, engine)
    cursor = Cursor(tokens)
    for index in range(len(tokens)):
        if tokens.starts[index] > offset:
            return
        if index and tokens.words[index - 1] == ".":
            continue
        for stop in (len(tokens), index + 3, index + 1):
            cursor.at, cursor.stop = index, min(stop, len(tokens))
            try:
                name = cursor.name()
            except Unreadable:
                continue
            if name.span.contains(offset):
                yield name


def _table_text(session: Session, home: Home, table: Table) -> str:
    text = f"```sql\n{table_definition(table)}\n```"
    known = home.project.by_path[table.origin.path].history.by_serial.get(table.origin.statement)
    if known is None or known[0].path not in home.paths:
        return text
    state, entry = known
    uri, lines = session.locate(home, state)
    line = lines.line_of(entry.start) + 1
    verb = "Created" if table.created else "First mentioned"
    return f"{text}\n\n{verb} in [{PurePath(state.path).name}:{line}]({uri}#L{line})"


def explanation_of(rule_id: str) -> tuple[str, str] | None:
    """A rule's documentation page as Markdown, and as a few plain sentences."""
    from sqlreview.reporters.as_rule_page import rule_page

    rule = load_packs().rule(rule_id)
    if rule is None:
        return None
    documentation = documentation_of(rule)
    sections = [section.text for section in documentation.sections if section.heading in _SECTIONS]
    plain = "\n\n".join([f"{rule_id}: {documentation.title}", *(" ".join(text.split()) for text in sections)])
    return rule_page(rule), plain
