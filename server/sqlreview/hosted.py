"""Reviews of SQL inside documents and programs: which rules speak, and how fixes and edits reach the real file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from sqlreview.entries import FileState
from sqlreview.findings import Severity
from sqlreview.follow_ups import Change, PlacedEdit
from sqlreview.migrations.choices import Choices
from sqlreview.migrations.embedded import Embedding, views_of
from sqlreview.migrations.sources import SourceFile
from sqlreview.patterns import regex
from sqlreview.rule import Rule
from sqlreview.ruleset import RuleSet
from sqlreview.sql.hosts.kinds import MARKDOWN
from sqlreview.text import Edit, Span

_ABOUT_MIGRATIONS = frozenset(("locks", "data", "compat", "transactions"))
"""The packs about what a migration does to what is there; what a program sends is none."""
_NOT_IN_PROGRAMS = frozenset(("queries/unanalysed-statement", "naming/duplicate-object-name"))
_NOT_IN_DOCUMENTS = frozenset(
    (
        "naming/duplicate-object-name",
        "transactions/mixed-migration",
        "transactions/unknown-object",
    )
)
"""A document may show the same object before and after, and what belongs together by its subject."""
_CALMLY = _ABOUT_MIGRATIONS | {"docs", "queries/syntax-error"}
_CALM = {Severity.ERROR: Severity.INFO, Severity.WARNING: Severity.INFO}
_MIGRATION_FOLDERS = frozenset(("migrations", "migration", "migrate"))
_TEST = regex(
    r"(?:^|/)(?:tests?|specs?|__tests__|testdata|fixtures|testing)/"
    r"|(?:^|/)(?:test_[^/]*+|conftest\.py|[^/]*?(?:_test|_spec|\.test|\.spec|Tests?|Spec|IT)\.\w++)\Z"
)


def rules_inside(rules: RuleSet, path: str, embedding: Embedding) -> RuleSet:
    """The rules for a document or a program: what a document shows has not happened yet, a query in a program is no
    migration unless its folder says so, and what a test does nobody keeps."""
    if embedding.host == MARKDOWN:
        return _inside_documents(rules)
    if _TEST.search(path):
        return rules.without(lambda rule: not _matters_in_tests(rule))
    if _is_migration(path.lower().split("/")[:-1]):
        return rules.without(lambda rule: rule.id in _NOT_IN_PROGRAMS)
    return rules.without(lambda rule: rule.id in _NOT_IN_PROGRAMS or _pack(rule) in _ABOUT_MIGRATIONS)


@lru_cache(maxsize=8)
def _inside_documents(rules: RuleSet) -> RuleSet:
    rules = rules.without(lambda rule: rule.id in _NOT_IN_DOCUMENTS)
    return rules.with_severities(_CALMLY, _CALM)


def _is_migration(folders: list[str]) -> bool:
    """Whether a folder is one of migrations, as that of Alembic is, `migrations/versions`."""
    if folders[-1:] == ["versions"] and len(folders) > 1:
        return folders[-2] in _MIGRATION_FOLDERS or "alembic" in folders[-2]
    return bool(folders) and folders[-1] in _MIGRATION_FOLDERS


def _matters_in_tests(rule: Rule[Any]) -> bool:
    return _pack(rule) == "security" or (_pack(rule) == "queries" and rule.severity is Severity.ERROR)


def _pack(rule: Rule[Any]) -> str:
    return rule.id.partition("/")[0]


def with_edits_inside(change: Change, embedding: Embedding) -> Change | None:
    """A change whose edits are written as the file around the SQL wants it; None where they cannot be."""
    edits: list[PlacedEdit] = []
    for item in change.edits:
        edit = _inside(item.edit, embedding)
        if edit is None:
            return None
        edits.append(PlacedEdit(item.path, edit))
    return replace(change, edits=tuple(edits))


def _inside(edit: Edit, embedding: Embedding) -> Edit | None:
    part = next((part for part in embedding.parts if _holds(part.span, edit.span)), None)
    if part is None:
        return edit if any(part.label_span == edit.span for part in embedding.parts) else None
    written = edit.span.of(embedding.written)
    if part.kind == "string" and written != edit.span.shifted(-part.span.start).of(part.text):
        return None  # it would replace escapes, or what lies between two strings
    if any(character in part.forbidden for character in edit.text):
        return None
    if "\n" not in edit.text:
        return edit
    return None if part.line_end is None else Edit(edit.span, edit.text.replace("\n", f"{part.line_end}{part.prefix}"))


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


@dataclass(frozen=True, slots=True)
class EditsInside:
    """What an edit of a document or program does to its SQL."""

    edits: tuple[tuple[int, int, str], ...]
    """For each view of the file start, end and text of a replacement."""
    needs_anew: bool
    """Whether the file shows more by now than it did: SQL of another engine, another design."""


def edits_inside(states: Sequence[FileState], text: str, config: Choices) -> EditsInside:
    """Gives the views of one file another text and says what that means for the SQL they hold."""
    first = states[0].embedding
    assert first is not None
    views = {
        (view.engine, view.embedding.number, view.embedding.aside): view
        for view in views_of(SourceFile(states[0].path, text), config, {}, first.default)
    }
    edits: list[tuple[int, int, str]] = []
    for state in states:
        assert state.plan is not None
        assert state.embedding is not None
        view = views.pop((state.plan.engine, state.embedding.number, state.embedding.aside), None)
        embedding = view.embedding if view else replace(state.embedding, written=text, parts=(), stretch=None)
        state.embedding = replace(embedding, is_main=state.embedding.is_main)
        edits.append(_difference(state.text, state.embedding.masked))
    return EditsInside(tuple(edits), bool(views))


def _difference(before: str, after: str) -> tuple[int, int, str]:
    """The shortest single replacement that turns one text into another: start, end, text."""
    shortest = min(len(before), len(after))
    front = _common(before, after, shortest, False)
    back = _common(before, after, shortest - front, True)
    return front, len(before) - back, after[front : len(after) - back]


def _common(left: str, right: str, limit: int, from_end: bool) -> int:
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if left.endswith(right[-middle:]) if from_end else left.startswith(right[:middle]):
            low = middle
        else:
            high = middle - 1
    return low
