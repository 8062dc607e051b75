"""Which words of a query are columns, as sqlglot's parser decides; importing this module costs its import."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from sqlglot import exp
from sqlglot.dialects.dialect import Dialect
from sqlglot.errors import ErrorLevel, ParseError, TokenError

from sqlreview.queries.parser_text import text_for_parser
from sqlreview.queries.values import ColumnReference
from sqlreview.sql.cursor import folded
from sqlreview.sql.engines import Engine
from sqlreview.sql.masks import masked_for_parser
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

logging.getLogger("sqlglot").setLevel(logging.CRITICAL)  # it warns of every statement it does not know

_QUERIES = (exp.Query, exp.Insert, exp.Update, exp.Delete, exp.Merge)


def columns_in(tokens: Tokens, engine: Engine) -> dict[int, ColumnReference] | str:
    """The column references of one query by the offset where they begin, or why it could not be parsed."""
    is_postgres = engine.family == "postgres"
    masked = masked_for_parser(_without_rare_clauses(tokens)) if is_postgres else text_for_parser(tokens)
    tokenizer, parser = _parser_of(engine.family)
    try:
        trees = parser.parse(tokenizer.tokenize(masked), masked)
    except ParseError as error:
        return f"the query could not be parsed: {_reason(error)}"
    except TokenError:
        return "the query could not be parsed: a quote or comment is not closed"
    except RecursionError:
        return "the query could not be parsed: it is nested too deeply"
    except Exception as error:  # the compiled build raises TypeError and others on unusual input
        return f"the query could not be parsed: {type(error).__name__}"
    if len(trees) != 1 or not isinstance(trees[0], _QUERIES):
        return "the query could not be parsed: no query is found in it"
    references = (_reference(column, tokens) for column in trees[0].find_all(exp.Column))
    return {reference.span.start: reference for reference in references if reference}


def _reason(error: ParseError) -> str:
    found = error.errors[0].get("description") if error.errors else None
    return str(found or "syntax not known").partition(" but got <")[0]


def _without_rare_clauses(tokens: Tokens) -> str:
    """The text of the query, of the same length, without PostgreSQL clauses that sqlglot does not know."""
    sql, start = tokens.sql, tokens.starts[0]
    pieces: list[str] = []
    position = start
    for first, stop, stand_in in _rare_clauses(tokens):
        span = tokens.span(first, stop)
        pieces += (sql[position : span.start], stand_in.ljust(span.end - span.start))
        position = span.end
    return "".join((*pieces, sql[position : tokens.ends[-1]]))


def _rare_clauses(tokens: Tokens) -> Iterator[tuple[int, int, str]]:
    words = tokens.words
    for index, word in enumerate(words):
        match word:
            case "OVERRIDING" if words[index + 1] in ("SYSTEM", "USER") and words[index + 2] == "VALUE":
                yield index, index + 3, ""
            case "CURRENT" if words[index + 1] == "OF" and words[index - 1] == "WHERE":
                yield index, index + 3, "true"
            case "RETURNING" if words[index + 1 : index + 3] == ["WITH", "("]:
                yield index + 1, tokens.close_of(index + 2) + 1, ""


@lru_cache(maxsize=8)
def _parser_of(family: str) -> tuple[Any, Any]:
    dialect = Dialect.get_or_raise(family)
    return dialect.tokenizer(), dialect.parser(error_level=ErrorLevel.IMMEDIATE)


def _reference(column: exp.Column, tokens: Tokens) -> ColumnReference | None:
    spans = []
    for part in column.parts:
        start, end = part.meta.get("start"), part.meta.get("end")
        if start is None or end is None or not isinstance(part, exp.Identifier):
            return None
        spans.append(Span(tokens.starts[0] + start, tokens.starts[0] + end + 1))
    names = [folded(span.of(tokens.sql), tokens.engine) for span in spans]
    return ColumnReference(
        span=Span(spans[0].start, spans[-1].end),
        column=names[-1],
        column_span=spans[-1],
        qualifier=names[-2] if len(names) > 1 else None,
        schema=names[-3] if len(names) > 2 else None,
    )
