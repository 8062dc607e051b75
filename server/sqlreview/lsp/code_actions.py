"""What can be done about findings: fix, fix all, ignore, explain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlreview.findings import FixKind
from sqlreview.fixes import chosen_changes
from sqlreview.follow_ups import Change
from sqlreview.lsp.at_place import findings_at, state_of
from sqlreview.lsp.convert import Delayed
from sqlreview.lsp.documents import difference
from sqlreview.lsp.embedded import ignorings_around
from sqlreview.lsp.ignore_actions import Comments, comments_in, ignorings
from sqlreview.lsp.session import OpenFile
from sqlreview.review import PlacedFinding
from sqlreview.ruleset import INTERNAL_ERROR
from sqlreview.sql.engines import Engine
from sqlreview.text import Edit, Span, apply_edits

QUICK_FIX = "quickfix"
FIX_ALL = "source.fixAll.sqlreview"
EXPLAIN = "sqlreview.explain"

_MOST_ROUNDS = 20


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
    change: Change | None = None
    """For what goes beyond its file everything it does, in the place of `edits`."""
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


def actions_at(file: OpenFile, place: Span, wanted: Wanted, creates: bool = False) -> list[Action]:
    """The actions for a range of an open file, with those that create files where the client `creates` them."""
    found: list[Action] = []
    findings = findings_at(file, place)
    if wanted.accepts(QUICK_FIX):
        for placed in findings:
            found += _fixes(placed, file, creates)
        for placed, comments in _with_comments(findings, file):
            found += _about_rule(placed, comments, _engine_of(file))
    if wanted.accepts(FIX_ALL) and (wanted.only is not None or (wanted.invoked and _has_safe_fix(findings))):
        edits = fix_all(file)
        if edits:
            found.append(Action("Fix all safe findings of sqlreview", FIX_ALL, edits=edits))
    return found


def _fixes(placed: PlacedFinding, file: OpenFile, creates: bool) -> Iterator[Action]:
    assert file.home is not None
    rule = placed.finding.rule
    for change in file.home.project.changes_of(placed):
        title = change.fix.title
        if change.files:
            if creates and file.home.root:
                yield Action(title, QUICK_FIX, rule, placed.span, change=change)
        elif change.edits:
            edits = tuple(item.edit for item in change.edits)
            yield Action(title, QUICK_FIX, rule, placed.span, edits, is_preferred=change.fix.kind is FixKind.SAFE)


def chosen_action(file: OpenFile, delayed: Delayed) -> Action | None:
    """The action as it is now; None when the text has changed or the finding is gone."""
    if file.version != delayed.version:
        return None
    found = actions_at(file, delayed.at, Wanted([QUICK_FIX]), creates=True)
    same = (item for item in found if item.change and (item.rule, item.at) == (delayed.rule, delayed.at))
    return next((item for item in same if item.title == delayed.title), None)


def _one_per_rule(findings: Iterable[PlacedFinding]) -> Iterator[PlacedFinding]:
    return iter({(placed.finding.rule, placed.entry.serial): placed for placed in reversed(list(findings))}.values())


def _with_comments(findings: list[PlacedFinding], file: OpenFile) -> Iterator[tuple[PlacedFinding, Comments]]:
    """A finding of each rule on each statement, with the comments of its file."""
    if findings:
        comments = comments_in(findings[0].file, _engine_of(file))
        for placed in _one_per_rule(findings):
            yield placed, comments


def _about_rule(placed: PlacedFinding, comments: Comments, engine: Engine) -> Iterator[Action]:
    rule, at = placed.finding.rule, placed.span
    ways = ignorings_around(placed) if placed.file.embedding else ignorings(placed, comments, engine)
    for way in ways:
        yield Action(way.title, QUICK_FIX, rule, at, (way.edit,))
    if rule != INTERNAL_ERROR:
        yield Action(f"Explain {rule}", QUICK_FIX, rule, at, command=EXPLAIN)


def _engine_of(file: OpenFile) -> Engine:
    assert file.home is not None
    return file.home.review_of(file.path).rules.engine


def _has_safe_fix(findings: Iterable[PlacedFinding]) -> bool:
    return any(fix.kind is FixKind.SAFE and fix.edits for placed in findings for fix in placed.finding.fixes)


# -- fix all --------------------------------------------------------------------------------------------------------


def fix_all(file: OpenFile) -> tuple[Edit, ...]:
    """The edits that apply every safe fix of a file, and the fixes of what these leave."""
    current = state_of(file)
    if current is None:
        return ()
    home, state = current
    name, original = home.names[file.path], state.written
    rounds: list[tuple[Edit, ...]] = []
    try:
        while len(rounds) < _MOST_ROUNDS:
            changes = chosen_changes(home.project, [name], (FixKind.SAFE,))
            edits = tuple(item.edit for change in changes for item in change.edits)
            if not edits:
                break
            rounds.append(edits)
            home.set_text(file.path, apply_edits(state.written, edits))
        fixed = state.written
    finally:
        home.set_text(file.path, original)  # the client decides whether it happens
    if len(rounds) <= 1:
        return rounds[0] if rounds else ()
    change = difference(original, fixed)
    return (Edit(Span(change.start, change.end), change.text),)
