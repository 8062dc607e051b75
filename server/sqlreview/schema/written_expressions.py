"""Where the expressions of table definitions call a function."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.operations import AddCheck, AddColumn, Check, CreateTable, Expression, SetColumnDefault
from sqlreview.operations.written import defined_columns, written_constraints
from sqlreview.sql.engines import engine_of
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

_POSTGRES = engine_of("postgres")


def expressions_of(operation: CreateTable | AddColumn | SetColumnDefault | AddCheck) -> Iterator[Expression]:
    """The defaults, generation expressions and checks an operation writes."""
    if isinstance(operation, SetColumnDefault):
        yield operation.default
        return
    if not isinstance(operation, AddCheck):
        for column in defined_columns(operation):
            yield from (column.default,) if column.default else ()
            yield from (column.generated.expression,) if column.generated else ()
    yield from (item.expression for item in written_constraints(operation) if isinstance(item, Check))


def calls_in_definition(operation: CreateTable | AddColumn | SetColumnDefault | AddCheck, function: str) -> list[Span]:
    """The places where they call a function of PostgreSQL that needs no brackets, given in capitals."""
    found = (item for item in expressions_of(operation) if function.lower() in item.functions)
    return [span for expression in found for span in _calls(expression, function)]


def _calls(expression: Expression, function: str) -> Iterator[Span]:
    tokens = Tokens(expression.text, _POSTGRES)
    for index, word in enumerate(tokens.words[: len(tokens)]):
        if word == function:
            stop = tokens.close_of(index + 1) + 1 if tokens.words[index + 1] == "(" else index + 1
            yield tokens.span(index, stop).shifted(expression.span.start)
