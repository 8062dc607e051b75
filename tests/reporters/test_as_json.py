"""The JSON report holds all there is and keeps to its schema."""

from __future__ import annotations

import json

from pydantic import TypeAdapter

from sqlreview.findings import FixKind, Severity
from sqlreview.report import (
    ForeignFile,
    NotAnalysed,
    Note,
    Position,
    Range,
    Report,
    ReportDocument,
    ReportedEdit,
    ReportedFile,
    ReportedFinding,
    ReportedFix,
    ReportedRelated,
    ReviewError,
    document_of,
    merged,
)
from sqlreview.reporters.as_json import as_json, report_schema

PLACE = Range(Position(1, 3, 2), Position(2, 1, 9))
PLACE_AS_JSON = {
    "start": {"line": 1, "column": 3, "offset": 2},
    "end": {"line": 2, "column": 1, "offset": 9},
}
REPORT = Report(
    findings=(
        ReportedFinding(
            "pack/rule",
            Severity.INFO,
            "Message with ä.",
            "a.sql",
            PLACE,
            (ReportedRelated("There.", "b.sql", PLACE),),
            (
                ReportedFix(
                    "Do it",
                    FixKind.UNSAFE,
                    (ReportedEdit("a.sql", PLACE, "x"),),
                    (ReportedFile("c.sql", "y"),),
                ),
            ),
            "docs/rules/pack/rule.md",
        ),
    ),
    files=2,
    statements=5,
    not_analysed=(NotAnalysed("a.sql", PLACE, "Because."),),
    errors=(ReviewError("c.sql", "is gone"),),
    silenced=4,
    notes=(Note("d.sql", "has no mark", 3),),
    foreign=(ForeignFile("e.sql", "T-SQL"),),
)


def test_the_document() -> None:
    assert json.loads(as_json(REPORT)) == {
        "version": 1,
        "summary": {
            "files": 2,
            "statements": 5,
            "not_analysed": 1,
            "findings": {"error": 0, "warning": 0, "info": 1, "hint": 0},
            "silenced": 4,
        },
        "findings": [
            {
                "rule": "pack/rule",
                "severity": "info",
                "message": "Message with ä.",
                "path": "a.sql",
                "range": PLACE_AS_JSON,
                "related": [{"message": "There.", "path": "b.sql", "range": PLACE_AS_JSON}],
                "fixes": [
                    {
                        "title": "Do it",
                        "kind": "unsafe",
                        "edits": [{"path": "a.sql", "range": PLACE_AS_JSON, "text": "x"}],
                        "files": [{"path": "c.sql", "text": "y"}],
                    }
                ],
                "docs": "docs/rules/pack/rule.md",
            }
        ],
        "not_analysed": [{"path": "a.sql", "range": PLACE_AS_JSON, "reason": "Because."}],
        "errors": [{"path": "c.sql", "line": None, "message": "is gone"}],
        "notes": [{"path": "d.sql", "line": 3, "message": "has no mark"}],
        "foreign": [{"path": "e.sql", "dialect": "T-SQL"}],
    }


def test_it_is_ascii_and_reads_back() -> None:
    text = as_json(REPORT)
    assert text.isascii()
    assert TypeAdapter(ReportDocument).validate_json(text) == document_of(REPORT)


def test_the_schema_requires_what_is_always_written() -> None:
    schema = report_schema()
    assert schema["required"] == ["version", "summary", "findings", "not_analysed", "errors", "notes", "foreign"]
    assert "docs" in schema["$defs"]["ReportedFinding"]["required"]


def test_reports_are_merged() -> None:
    twice = merged((REPORT, REPORT))
    assert (twice.files, twice.statements, len(twice.findings), len(twice.errors)) == (4, 10, 2, 2)
    assert merged(()) == Report()
