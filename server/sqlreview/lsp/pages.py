"""What commands tell about a file as a whole: its state, what it locks, and the schema it leads to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlreview.impacts import ImpactReport, file_impact
from sqlreview.lsp.convert import path_of, uri_of
from sqlreview.lsp.session import Session
from sqlreview.lsp.targets import Target, files_in, homes_in, target_of
from sqlreview.packs import load_packs
from sqlreview.reporters.diagram import diagram_of
from sqlreview.reporters.impact_text import impact_text
from sqlreview.reporters.rule_documentation import title_of
from sqlreview.schema import Catalog

STATUS, IMPACT, SCHEMA, REVIEW, RULES, EMBEDDED = (
    f"sqlreview.{name}" for name in ("status", "impact", "schema", "review", "rules", "embedded")
)

Json = dict[str, Any]


def status(session: Session, uri: str) -> Json | None:
    """Engine, profile, tool and findings of a file, for a status bar; None for files that are not reviewed."""
    target = target_of(session, uri)
    if target is None:
        return None
    project, state = target.home.project, target.state
    group = project.group_of(state.path)
    config = target.home.config.at(state.path)
    counts = Counter(item.finding.severity.value for item in project.findings_of(state.path))
    return {
        "engine": str(target.engine),
        "profile": config.profile,
        "tool": group.convention_for(state.path).title,
        "configuration": str(config.source) if config.source else None,
        "findings": dict(counts),
        "statements": len(state.entries),
        "notAnalysed": sum(entry.statement.problem is not None for entry in state.entries),
        "notes": [note.message for note in group.notes if note.path == state.path],
    }


def impact(session: Session, uri: str) -> Json | None:
    """What each statement of a file locks, rewrites and reads, as a table of text."""
    target = target_of(session, uri)
    if target is None:
        return None
    review = target.home.project.by_path[target.state.path]
    report = ImpactReport((file_impact(review, target.state),))
    return {"title": _title(target, uri), "text": impact_text(report)}


def schema(session: Session, uri: str) -> Json | None:
    """The schema that a file leads to as an entity-relationship diagram in the language of Mermaid."""
    target = target_of(session, uri)
    if target is None:
        return None
    return {"title": _title(target, uri), "diagram": diagram_of(Catalog(target.state.after))}


def review(session: Session) -> Json:
    """What was found in all files of the workspace, read and reviewed where that has not been done yet."""
    files = [(home.project, state) for home in homes_in(session) for state in files_in(home)]
    found = (item for project, state in files for item in project.findings_of(state.path))
    return {
        "files": len(files),
        "statements": sum(len(state.entries) for _, state in files),
        "notAnalysed": sum(entry.statement.problem is not None for _, state in files for entry in state.entries),
        "findings": dict(Counter(item.finding.severity.value for item in found)),
    }


def embedded(session: Session) -> list[Json]:
    """The patterns of documents and programs that belong to the review, with the folders they count from."""
    asking = [home for home in homes_in(session) if home.root and home.config.embedded]
    found = {home.config.source.parent if home.config.source else Path(home.root): home.config for home in asking}
    return [{"folder": uri_of(str(folder)), "patterns": list(config.embedded)} for folder, config in found.items()]


def rules() -> list[Json]:
    """The installed rules, each with its severity and whether it is on by default."""
    return [
        {"id": rule.id, "severity": rule.severity.value, "enabled": rule.enabled, "title": title_of(rule)}
        for rule in load_packs().rules
    ]


def _title(target: Target, uri: str) -> str:
    return (path_of(uri) or target.state.path).replace("\\", "/").rpartition("/")[2]


COMMANDS: Sequence[tuple[str, Any]] = ((STATUS, status), (IMPACT, impact), (SCHEMA, schema))
"""The commands that take the URI of a file."""
