"""Queries as text that a person can compare with the SQL: one line for a value or leaf, spans as what they cover."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any

from sqlreview.queries import (
    ColumnReference,
    Condition,
    FunctionCall,
    Predicate,
    Query,
    Value,
    truth_of,
)
from sqlreview.queries.reader import QueryReading
from sqlreview.sql.cursor import Identifier, Name
from sqlreview.text import Span

_LONGEST = 90
_ELSEWHERE = {"span", "scope", "keyword", "text", "normalised"}


def dump_queries(sql: str, reading: QueryReading) -> str:
    """One block of lines for each query."""
    lines = [f"problem: {reading.problem}"] if reading.problem else []
    for query in reading.queries:
        lines += _object(sql, query, "", top=True)
    return "".join(f"{line}\n" for line in lines)


def _object(sql: str, value: Any, indent: str, *, top: bool = False) -> Iterator[str]:
    match value:
        case Query() if not top:
            yield f"{indent}query {_covered(sql, value.span)}"
            return
        case Predicate():
            yield from _predicate(sql, value, indent)
            return
        case Condition():
            yield f"{indent}{_covered(sql, value.keyword)} -> {truth_of(value.predicate)}"
            yield from _predicate(sql, value.predicate, f"{indent}  ")
            return
        case Value():
            yield from _value(sql, value, indent)
            return
    yield f"{indent}{type(value).__name__} {_covered(sql, value.span)}"
    if isinstance(value, Query) and value.sources:
        yield from _field(sql, "sources", value.sources, f"{indent}  ")
    for field in fields(value):
        content = getattr(value, field.name)
        if field.name not in _ELSEWHERE and not _is_default(field, content):
            yield from _field(sql, field.name, content, f"{indent}  ")


def _is_default(field: Field[Any], content: Any) -> bool:
    return field.default is not MISSING and field.default == content


def _field(sql: str, name: str, content: Any, indent: str) -> Iterator[str]:
    if isinstance(content, tuple) and content and is_dataclass(content[0]) and not _is_inline(content[0]):
        yield f"{indent}{name}:"
        for item in content:
            yield from _object(sql, item, f"{indent}  ")
    elif isinstance(content, tuple) and content and isinstance(content[0], tuple):
        for row in content:
            yield from _field(sql, name, row, indent)
    elif is_dataclass(content) and not _is_inline(content):
        first, *rest = _object(sql, content, indent)
        yield f"{indent}{name}: {first.lstrip()}"
        yield from rest
    else:
        yield f"{indent}{name}: {_inline(sql, content)}"


def _is_inline(content: Any) -> bool:
    return isinstance(content, Identifier | Name | Span | ColumnReference)


def _inline(sql: str, content: Any) -> str:
    match content:
        case Span():
            return _covered(sql, content)
        case Identifier() | Name():
            return str(content) if content.span.of(sql) == str(content) else f"{content} {_covered(sql, content.span)}"
        case tuple():
            return ", ".join(_inline(sql, item) for item in content)
        case ColumnReference():
            return _reference(sql, content)
    return str(content)


def _value(sql: str, value: Value, indent: str) -> Iterator[str]:
    yield f"{indent}{value.kind} {_covered(sql, value.span)}{''.join(f' {fact}' for fact in _facts(sql, value))}"
    for predicate in (value.predicate, *value.conditions):
        if predicate:
            yield from _predicate(sql, predicate, f"{indent}  if ")
    if value.kind in ("cast", "operation", "array", "row"):
        for item in value.items:
            yield from _value(sql, item, f"{indent}  ")


def _facts(sql: str, value: Value) -> Iterator[str]:
    if value.cast:
        yield f"to {value.cast}"
    if value.operators:
        yield f"by {' '.join(value.operators)}"
    if value.kind != "column" and value.columns:
        yield f"reads {', '.join(_reference(sql, column) for column in value.columns)}"
    if value.functions:
        yield f"calls {', '.join(_call(sql, call) for call in value.functions)}"
    if value.subqueries:
        yield f"asks {', '.join(_covered(sql, query.span) for query in value.subqueries)}"
    if value.kind != "parameter" and value.parameters:
        yield f"takes {', '.join(_covered(sql, span) for span in value.parameters)}"


def _predicate(sql: str, predicate: Predicate, indent: str) -> Iterator[str]:
    facts = [predicate.kind, _covered(sql, predicate.span)]
    if predicate.operator_span:
        facts.append(f"by {_covered(sql, predicate.operator_span)}")
        assert " ".join(predicate.operator_span.of(sql).upper().split()) == predicate.operator
    if predicate.negated:
        facts.append("negated")
    if predicate.quantifier:
        facts.append(predicate.quantifier)
    yield indent + " ".join(facts)
    inner = " " * len(indent) + "  "
    for value in predicate.values:
        yield from _value(sql, value, inner)
    for operand in predicate.operands:
        yield from _predicate(sql, operand, inner)


def _reference(sql: str, reference: ColumnReference) -> str:
    parts = [part for part in (reference.schema, reference.qualifier, reference.column) if part]
    return f"{'.'.join(parts)}{_covered(sql, reference.span)}"


def _call(sql: str, call: FunctionCall) -> str:
    marks = [
        word
        for word, is_set in (
            ("aggregate", call.aggregate),
            ("star", call.star),
            ("distinct", call.distinct),
            ("ordered", bool(call.order_by)),
            ("filtered", bool(call.filter)),
            ("over", bool(call.over)),
        )
        if is_set
    ]
    arguments = ", ".join(f"{argument.kind} {_covered(sql, argument.span)}" for argument in call.arguments)
    return f"{call.name}{_covered(sql, call.span)}({arguments}){''.join(f' {mark}' for mark in marks)}"


def _covered(sql: str, span: Span) -> str:
    text = " ".join(span.of(sql).split())
    return f"«{text}»" if len(text) <= _LONGEST else f"«{text[:55]} ... {text[-30:]}»"
