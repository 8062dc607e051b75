"""Function calls in the conditions of policies, and what they cost."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlreview.operations import AlterPolicy, CreatePolicy, Expression, Name
from sqlreview.schema.catalog import Catalog
from sqlreview.sql.cursor import Cursor, folded
from sqlreview.sql.engines import engine_of
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

_POSTGRES = engine_of("postgres")


def calls_per_row(
    operation: CreatePolicy | AlterPolicy, functions: Collection[str], catalog: Catalog
) -> Iterator[tuple[str, Span]]:
    """The calls that are the same for every row and are made for each: of these functions, and of the history's own
    STABLE ones, without a column among their arguments and outside of a subquery. Each with its casts."""
    for expression in (operation.using, operation.check):
        if expression is not None:
            yield from _in_expression(expression, functions, catalog)


def _in_expression(expression: Expression, functions: Collection[str], catalog: Catalog) -> Iterator[tuple[str, Span]]:
    tokens = Tokens(expression.text, _POSTGRES)
    subqueries = [
        (index, tokens.close_of(index))
        for index in range(len(tokens))
        if tokens.words[index] == "(" and tokens.words[index + 1] in ("SELECT", "WITH")
    ]
    index = 0
    while index < len(tokens):
        cursor = Cursor(tokens, index)
        first, index = index, index + 1
        if not cursor.sees_identifier() or tokens.words[first - 1] == "." or any(a < first < b for a, b in subqueries):
            continue
        name = cursor.name()
        if cursor.word != "(":
            continue
        inside = cursor.group()
        if _is_steady(name, functions, catalog) and not _reads_columns(inside):
            while cursor.word == "::" and not cursor.done:
                cursor.at += 1
                cursor.name()
            yield str(name), cursor.span_from(first).shifted(expression.span.start)
            index = cursor.at


def _is_steady(name: Name, functions: Collection[str], catalog: Catalog) -> bool:
    if str(name) in functions:
        return True
    routine = catalog.routine(name)
    return routine is not None and routine.volatility == "stable" and routine.overloads == 1


def _reads_columns(inside: Cursor) -> bool:
    """Whether the arguments hold a name; strings, numbers, TRUE, FALSE and NULL are given."""
    words = inside.tokens.words[inside.at : inside.stop]
    given = ("TRUE", "FALSE", "NULL")
    return any((word[:1].isalpha() or word[:1] in '_"') and word[-1:] != "'" and word not in given for word in words)


def trusted_user_claims(operation: CreatePolicy | AlterPolicy) -> Iterator[Span]:
    """The places where a policy reads what users can set themselves: user_metadata and raw_user_meta_data."""
    for expression in (operation.using, operation.check):
        if expression is None or "user_meta" not in expression.text:
            continue
        tokens = Tokens(expression.text, _POSTGRES)
        is_token = "jwt" in expression.text.lower()
        for index in range(len(tokens)):
            word = tokens.text(index)
            is_claim = is_token and word.strip("'").strip("{}").split(",")[0] == "user_metadata" and word[:1] == "'"
            if is_claim or folded(word) == "raw_user_meta_data" or word == "'raw_user_meta_data'":
                yield tokens.span(index, index + 1).shifted(expression.span.start)
