"""Comparisons with NULL that stand in definitions and programs, where no query is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlreview.operations import (
    AddCheck,
    AddColumn,
    AlterPolicy,
    Check,
    CreateDomain,
    CreateIndex,
    CreatePolicy,
    CreateRoutine,
    CreateTable,
    CreateTrigger,
    Do,
    Expression,
)
from sqlreview.operations.routine_expressions import own_expressions
from sqlreview.operations.written import written_constraints
from sqlreview.sql.engines import Engine, engine_of
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

Conditioned = CreateTable | AddColumn | AddCheck | CreatePolicy | AlterPolicy | CreateIndex | CreateDomain
Programmed = CreateRoutine | CreateTrigger | Do
_COMPARISONS = frozenset({"=", "<>", "!=", "<", ">", "<=", ">="})
_POSTGRES = engine_of("postgres")


@dataclass(frozen=True, slots=True)
class NullTest:
    """A comparison operator before the literal NULL."""

    operator: str
    span: Span
    """Of both."""
    is_verbatim: bool = True
    """Whether its characters stand in the statement as they are."""


def null_tests(operation: Conditioned | Programmed, sql: str, engine: Engine) -> Iterator[NullTest]:
    """The comparisons with NULL in the conditions of a definition or in what a body works out itself."""
    if isinstance(operation, Programmed):
        for part in own_expressions(operation, sql, engine):
            for operator, span in _compared(part.tokens, part.first, part.stop):
                yield NullTest(operator, span, part.is_verbatim)
        return
    for expression in _conditions(operation):
        tokens = Tokens(expression.text, _POSTGRES)
        for operator, span in _compared(tokens, 0, len(tokens)):
            yield NullTest(operator, span.shifted(expression.span.start))


def _compared(tokens: Tokens, first: int, stop: int) -> Iterator[tuple[str, Span]]:
    words = tokens.words
    for index in range(first, stop - 1):
        if words[index] in _COMPARISONS and words[index + 1] == "NULL":
            yield words[index], tokens.span(index, index + 2)


def _conditions(operation: Conditioned) -> Iterator[Expression]:
    match operation:
        case CreatePolicy() | AlterPolicy():
            yield from (expression for expression in (operation.using, operation.check) if expression)
        case CreateIndex():
            yield from (operation.predicate,) if operation.predicate else ()
        case CreateDomain():
            yield from (check.expression for check in operation.checks)
        case _:
            yield from (part.expression for part in written_constraints(operation) if isinstance(part, Check))
