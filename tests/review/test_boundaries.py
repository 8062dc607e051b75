"""A bug in one place is said once, and everything else is still reviewed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import pytest

from sqlreview import Context, Finding, Rule, Severity
from sqlreview.config import Config
from sqlreview.migrations.project import SourceFile
from sqlreview.operations import AddColumn, CreateTable, Operation
from sqlreview.project import Project
from sqlreview.ruleset import INTERNAL_ERROR, RuleSet
from sqlreview.sql.engines import engine_of

SQL = "CREATE TABLE t (id int);\nALTER TABLE t ADD COLUMN a int;\nALTER TABLE t ADD COLUMN b int;\n"


class Broken(Rule[CreateTable]):
    """Raises."""

    id: ClassVar[str] = "test/broken"

    def check(self, subject: CreateTable, context: Context) -> Iterator[Finding]:
        raise KeyError("missing")


class Talking(Rule[AddColumn]):
    """Reports every column."""

    id: ClassVar[str] = "test/talking"
    severity: ClassVar[Severity] = Severity.INFO

    def check(self, subject: AddColumn, context: Context) -> Iterator[Finding]:
        yield self.finding(subject.span, f"adds {subject.column.name}")


def reported() -> list[tuple[str, str]]:
    engine = engine_of("postgres")
    project = Project([SourceFile("a.sql", SQL)], Config(engine, ()), rules=RuleSet([Broken(), Talking()], engine))
    return [(finding.rule, finding.message) for finding in project.report().findings]


def test_a_rule_that_raises_is_named_and_the_others_go_on() -> None:
    first, *rest = reported()
    assert first[0] == INTERNAL_ERROR
    assert "test/broken" in first[1]
    assert rest == [("test/talking", "adds a"), ("test/talking", "adds b")]


def test_a_statement_that_cannot_be_folded_is_named_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    from sqlreview import evaluation

    fold = evaluation.apply

    def failing(editor: object, operation: Operation, origin: object) -> None:
        if isinstance(operation, AddColumn) and operation.column.name.text == "a":
            raise ZeroDivisionError
        fold(editor, operation, origin)  # type: ignore[arg-type]

    monkeypatch.setattr(evaluation, "apply", failing)
    rules = [rule for rule, _ in reported()]
    assert rules == [INTERNAL_ERROR, INTERNAL_ERROR, "test/talking"]
