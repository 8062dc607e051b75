"""Applies fixes in rounds until nothing is left to fix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sqlreview.config import Config
from sqlreview.findings import Fix, FixKind
from sqlreview.migrations.project import SourceFile
from sqlreview.project import Project, rules_of_config
from sqlreview.review import PlacedFinding
from sqlreview.ruleset import RuleSet
from sqlreview.text import Edit, apply_edits

_MOST_ROUNDS = 20


@dataclass(frozen=True, slots=True)
class Fixed:
    """The texts after fixing, of all files, and how many fixes were applied."""

    texts: dict[str, str]
    applied: int


def fix_files(
    files: Sequence[SourceFile],
    config: Config,
    *,
    unsafe: bool = False,
    guidance: bool = False,
    rules: RuleSet | None = None,
) -> Fixed:
    """Fixes all files; fixes that overlap are applied one round after the other.

    Without `unsafe` only safe fixes are applied, and guidance only where it is asked for (to show it in examples).
    Fixing the result again changes nothing.
    """
    rules = rules or rules_of_config(config)
    kinds: tuple[FixKind, ...] = (FixKind.SAFE, *([FixKind.UNSAFE] * unsafe), *([FixKind.GUIDANCE] * guidance))
    project = Project(files, config, rules=rules)
    applied = 0
    for _ in range(_MOST_ROUNDS):
        chosen = {file.path: list(chosen_fixes(project.findings_of(file.path), kinds)) for _, file in project.files()}
        if not any(chosen.values()):
            break
        applied += sum(len(fixes) for fixes in chosen.values())
        texts = {
            file.path: apply_edits(file.text, [edit for fix in chosen[file.path] for edit in fix])
            for _, file in project.files()
        }
        files = [replace(file, text=texts.get(file.path, file.text)) for file in files]
        project = Project(files, config, rules=rules)
    return Fixed({file.path: file.text for file in files}, applied)


def chosen_fixes(findings: Iterator[PlacedFinding], kinds: tuple[FixKind, ...]) -> Iterator[tuple[Edit, ...]]:
    """The edits of the fixes that can be applied in one round, in file offsets, without overlaps."""
    taken: list[Edit] = []
    for placed in findings:
        fix = first_fix(placed.finding.fixes, kinds)
        if fix is None:
            continue
        edits = tuple(edit.shifted(placed.entry.start) for edit in fix.edits)
        if any(_is_there(edit, placed.file.text) for edit in edits):
            continue
        if not any(_overlap(edit, other) for edit in edits for other in taken):
            taken += edits
            yield edits


def first_fix(fixes: tuple[Fix, ...], kinds: tuple[FixKind, ...]) -> Fix | None:
    """The fix that is applied without asking, if there is one."""
    return next((fix for fix in fixes if fix.kind in kinds and fix.edits), None)


def _is_there(edit: Edit, text: str) -> bool:
    """Whether the lines an edit inserts stand there already, so that they evidently do not help."""
    start, end = edit.span.start, edit.span.end
    is_insertion = start == end and "\n" in edit.text
    return is_insertion and (text.startswith(edit.text, start) or text.endswith(edit.text, 0, start))


def _overlap(left: Edit, right: Edit) -> bool:
    if left.span == right.span:
        return True
    return left.span.start < right.span.end and right.span.start < left.span.end
