"""What a place says about itself: the rule of a finding, the definition of a table, the impact of a statement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from sqlreview.findings import Finding
from sqlreview.history import Entry, FileState
from sqlreview.lsp.at_place import entries_at, findings_at, state_at
from sqlreview.lsp.definitions import definition_in
from sqlreview.lsp.homes import Home
from sqlreview.lsp.impact_hover import impact_at
from sqlreview.lsp.references import thing_at
from sqlreview.lsp.session import OpenFile, Session
from sqlreview.lsp.targets import Target
from sqlreview.lsp.things import catalogs_at
from sqlreview.packs import load_packs
from sqlreview.reporters.rule_documentation import documentation_of
from sqlreview.rule import Rule
from sqlreview.schema import Catalog, Origin, Table
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
    current = state_at(file, offset)
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
    part = _part_at(session, Target(home, state, file.uri, file.text), offset)
    found = _table_at(home, state, offset) if part is None else None
    if part is not None:
        parts.append(part.markdown)
        place = part.at
    if found is not None:
        table, span = found
        parts.append(_table_text(session, home, table))
        place = span
    for entry in entries_at(state, Span(offset, offset)):
        impact = impact_at(home.review_with(state), state, entry, offset)
        if impact is not None:
            parts.append(impact[0])
            place = place or impact[1]
    return Information("\n\n---\n\n".join(parts), place) if place is not None else None


def rule_summary(finding: Finding) -> str:
    """Why a rule reports something and what to do instead, as Markdown."""
    rule = load_packs().rule(finding.rule)
    if rule is None:
        return f"{finding.message}\n\n`{finding.rule}` · {finding.severity.value}"
    return _about_rule(rule, finding.severity.value)


def rule_text(rule: type[Rule[Any]]) -> str:
    """What a rule is about, apart from any finding, as Markdown."""
    return _about_rule(rule, f"{rule.severity.value} · {'on' if rule.enabled else 'off'} by default")


def _about_rule(rule: type[Rule[Any]], level: str) -> str:
    documentation = documentation_of(rule)
    sections = [
        f"**{section.heading}:** {section.text}" for section in documentation.sections if section.heading in _SECTIONS
    ]
    return "\n\n".join([f"**{documentation.title}**", *sections, f"`{rule.id}` · {level}"])


def _part_at(session: Session, target: Target, offset: int) -> Information | None:
    """The definition of a column, index, constraint or type that is named at a place."""
    pointed = thing_at(target, offset)
    entry = target.entry_at(offset)
    if pointed is None or entry is None or pointed[0].kind == "relation":
        return None
    thing, mention = pointed
    before, after = next(catalogs_at(target.state, [target.state.entries.index(entry)]))
    order = (after, before) if mention.makes else (before, after)
    text = next((found for catalog in order if (found := definition_in(catalog, thing))), None)
    if text is None or thing.origin is None:
        return None
    place = _made_in(session, target.home, thing.origin, "Defined")
    return Information(f"```sql\n{text}\n```{place}", mention.span.shifted(entry.start))


def _table_at(home: Home, state: FileState, offset: int) -> tuple[Table, Span] | None:
    engine = home.review_with(state).rules.engine
    for entry in entries_at(state, Span(offset, offset)):
        for name in names_at(entry.statement.text, engine, offset - entry.start):
            table = _table(home, state, entry, name)
            if table is not None:
                return table, name.span.shifted(entry.start)
    return None


def _table(home: Home, state: FileState, entry: Entry, name: Name) -> Table | None:
    """The table as the statement finds it, or as it leaves it when it creates it."""
    history = home.review_with(state).history
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
    verb = "Created" if table.created else "First mentioned"
    return f"```sql\n{table_definition(table)}\n```{_made_in(session, home, table.origin, verb)}"


def _made_in(session: Session, home: Home, origin: Origin, verb: str) -> str:
    """A link to the statement that made an object; nothing where that is in no file of the project."""
    histories = (review.history for review in home.project.reviews_of(origin.path))
    known = next((found for one in histories if (found := one.by_serial.get(origin.statement))), None)
    if known is None or known[0].path not in home.paths:
        return ""
    state, entry = known
    uri, lines = session.locate(home, state)
    line = lines.line_of(entry.start + origin.span.start) + 1
    return f"\n\n{verb} in [{PurePath(state.path).name}:{line}]({uri}#L{line})"


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
