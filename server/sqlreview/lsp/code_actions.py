"""What can be done about findings: fix, fix all, ignore, explain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlreview.findings import FixKind
from sqlreview.fixes import chosen_fixes
from sqlreview.lsp.at_place import findings_at, state_of
from sqlreview.lsp.documents import difference
from sqlreview.lsp.session import OpenFile
from sqlreview.review import PlacedFinding
from sqlreview.ruleset import INTERNAL_ERROR
from sqlreview.sql.engines import Engine
from sqlreview.sql.statements import SourceStatement
from sqlreview.suppressions import suppressions_of
from sqlreview.text import Edit, Span, apply_edits

QUICK_FIX = "quickfix"
FIX_ALL = "source.fixAll.sqlreview"
EXPLAIN = "sqlreview.explain"

_MOST_ROUNDS = 20
_FIRST_LINE = re.compile(r"--\s*+liquibase\s++formatted\s++sql[^\r\n]*+(?:\r\n|\r|\n)?+", re.I)


@dataclass(frozen=True, slots=True)
class Action:
    """One entry of the menu."""

    title: str
    kind: str
    rule: str | None = None
    """The rule whose finding it is about."""
    at: Span | None = None
    """Where that finding stands."""
    edits: tuple[Edit, ...] = ()
    is_preferred: bool = False
    command: str | None = None
    """A command with the rule as its argument."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The kinds of actions a client asks for."""

    only: Sequence[str] | None = None
    invoked: bool = True
    """Whether the user asked, rather than the cursor moved."""

    def accepts(self, kind: str) -> bool:
        """Whether actions of a kind are asked for; a kind stands for those below it."""
        return self.only is None or any(not want or kind == want or kind.startswith(f"{want}.") for want in self.only)


def actions_at(file: OpenFile, place: Span, wanted: Wanted) -> list[Action]:
    """The actions for a range of an open file."""
    found: list[Action] = []
    findings = findings_at(file, place)
    if wanted.accepts(QUICK_FIX):
        for placed in findings:
            found += _fixes(placed)
        for placed in _one_per_rule(findings):
            found += _about_rule(file, placed)
    if wanted.accepts(FIX_ALL) and (wanted.only is not None or (wanted.invoked and _has_safe_fix(findings))):
        edits = fix_all(file)
        if edits:
            found.append(Action("Fix all safe findings of sqlreview", FIX_ALL, edits=edits))
    return found


def _fixes(placed: PlacedFinding) -> Iterator[Action]:
    for fix in placed.finding.fixes:
        if fix.edits:
            edits = tuple(edit.shifted(placed.entry.start) for edit in fix.edits)
            yield Action(fix.title, QUICK_FIX, placed.finding.rule, placed.span, edits, fix.kind is FixKind.SAFE)


def _one_per_rule(findings: Iterable[PlacedFinding]) -> Iterator[PlacedFinding]:
    return iter({(placed.finding.rule, placed.entry.serial): placed for placed in reversed(list(findings))}.values())


def _about_rule(file: OpenFile, placed: PlacedFinding) -> Iterator[Action]:
    rule, at = placed.finding.rule, placed.span
    text = file.text.text
    statement, here = ignore_edit(text, placed, _engine_of(file))
    title = f"Ignore {rule} on this line" if here else f"Ignore {rule} in this statement"
    yield Action(title, QUICK_FIX, rule, at, (statement,))
    yield Action(f"Ignore {rule} in this file", QUICK_FIX, rule, at, (ignore_file_edit(text, rule),))
    if rule != INTERNAL_ERROR:
        yield Action(f"Explain {rule}", QUICK_FIX, rule, at, command=EXPLAIN)


def _engine_of(file: OpenFile) -> Engine:
    assert file.home is not None
    return file.home.config.engine


def _has_safe_fix(findings: Iterable[PlacedFinding]) -> bool:
    return any(fix.kind is FixKind.SAFE and fix.edits for placed in findings for fix in placed.finding.fixes)


# -- fix all --------------------------------------------------------------------------------------------------------


def fix_all(file: OpenFile) -> tuple[Edit, ...]:
    """The edits that apply every safe fix of a file, and the fixes of what these leave."""
    current = state_of(file)
    if current is None:
        return ()
    home, state = current
    name, original = home.names[file.path], state.text
    rounds: list[tuple[Edit, ...]] = []
    try:
        while len(rounds) < _MOST_ROUNDS:
            fixes = chosen_fixes(home.project.findings_of(name), (FixKind.SAFE,))
            edits = tuple(edit for fix in fixes for edit in fix)
            if not edits:
                break
            rounds.append(edits)
            home.set_text(file.path, apply_edits(state.text, edits))
        fixed = state.text
    finally:
        home.set_text(file.path, original)  # the client decides whether it happens
    if len(rounds) <= 1:
        return rounds[0] if rounds else ()
    change = difference(original, fixed)
    return (Edit(Span(change.start, change.end), change.text),)


# -- ignoring -------------------------------------------------------------------------------------------------------


def ignore_edit(text: str, placed: PlacedFinding, engine: Engine) -> tuple[Edit, bool]:
    """A comment that silences a finding, and whether for a part of its statement only."""
    entry, offset = placed.entry, placed.span.start
    line_end = _line_end_at(text, offset)
    comment = f"-- sqlreview: ignore[{placed.finding.rule}]"
    line = _line_start(text, offset)
    if line > entry.start:
        edit = Edit.insert(line, f"{_indent_of(text, line)}{comment}{line_end}")
        if _silences(edit, placed, engine):
            return edit, True
    line = _line_start(text, entry.start)
    if text[line : entry.start].strip():
        return Edit.insert(entry.start, f"{line_end}{comment}{line_end}"), False
    return Edit.insert(line, f"{_indent_of(text, line)}{comment}{line_end}"), False


def _silences(edit: Edit, placed: PlacedFinding, engine: Engine) -> bool:
    """Whether a comment inside a statement is one, and covers the finding: it ends where the next list item begins."""
    inside = edit.shifted(-placed.entry.start)
    sql = apply_edits(placed.entry.statement.text, [inside])
    place = placed.span.shifted(len(edit.text) - placed.entry.start)
    found = suppressions_of(sql, [SourceStatement(sql, 0, True)], engine)
    return any(
        item.directive.span.start >= inside.span.start and item.covers(placed.finding.rule, place) for item in found
    )


def _indent_of(text: str, line: int) -> str:
    end = line
    while end < len(text) and text[end] in " \t":
        end += 1
    return text[line:end]


def ignore_file_edit(text: str, rule: str) -> Edit:
    """A comment that silences a rule in a file."""
    first = _FIRST_LINE.match(text)
    at = first.end() if first else 0
    line_end = _line_end_at(text, at)
    lead = line_end if at and text[at - 1] not in "\r\n" else ""
    return Edit.insert(at, f"{lead}-- sqlreview: ignore-file[{rule}]{line_end}")


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _line_end_at(text: str, offset: int) -> str:
    """The kind of line end used around an offset."""
    newline = text.find("\n", offset)
    if newline < 0:
        newline = text.rfind("\n", 0, offset)
    return "\r\n" if newline > 0 and text[newline - 1] == "\r" else "\n"
