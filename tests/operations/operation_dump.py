"""Operations as text that a person can compare with the SQL: without defaults, spans shown as what they cover."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any

from sqlreview.operations import ColumnType, Expression, Identifier, Name, Operation
from sqlreview.text import Span

_LONGEST = 100


def dump_operations(sql: str, operations: tuple[Operation, ...]) -> str:
    """One block of lines for each operation."""
    if not operations:
        return "(nothing)\n"
    return "".join(f"{line}\n" for operation in operations for line in _dump_object(sql, operation, ""))


def _dump_object(sql: str, value: Any, indent: str) -> Iterator[str]:
    yield f"{indent}{type(value).__name__}{_shown_span(sql, value)}"
    for field in fields(value):
        content = getattr(value, field.name)
        if field.name != "span" and not _is_default(field, content):
            yield from _dump_field(sql, field.name, content, f"{indent}  ")


def _shown_span(sql: str, value: Any) -> str:
    return f" {_covered(sql, value.span)}" if isinstance(getattr(value, "span", None), Span) else ""


def _is_default(field: Field[Any], content: Any) -> bool:
    return field.default is not MISSING and field.default == content


def _dump_field(sql: str, name: str, content: Any, indent: str) -> Iterator[str]:
    if _is_inline(content):
        yield f"{indent}{name}: {_inline(sql, content)}"
    elif isinstance(content, tuple):
        if all(_is_inline(item) for item in content):
            yield f"{indent}{name}: {', '.join(_inline(sql, item) for item in content)}"
            return
        yield f"{indent}{name}:"
        for item in content:
            yield from _dump_object(sql, item, f"{indent}  ")
    else:
        first, *rest = _dump_object(sql, content, indent)
        yield f"{indent}{name}: {first.lstrip()}"
        yield from rest


def _is_inline(content: Any) -> bool:
    if isinstance(content, tuple):
        return not any(is_dataclass(item) for item in content) and bool(content) and isinstance(content[0], tuple)
    return not is_dataclass(content) or isinstance(content, Identifier | Name | ColumnType | Expression | Span)


def _inline(sql: str, content: Any) -> str:
    match content:
        case Span():
            return _covered(sql, content)
        case Identifier() | Name():
            return str(content) if content.span.of(sql) == str(content) else f"{content} {_covered(sql, content.span)}"
        case ColumnType():
            return f"{content}{f' {content.fields}' if content.fields else ''} {_covered(sql, content.span)}"
        case Expression():
            return _inline_expression(sql, content)
        case frozenset():
            return ", ".join(sorted(content))
        case tuple():
            return ", ".join(" = ".join(str(part) for part in item) for item in content)
    return str(content)


def _inline_expression(sql: str, expression: Expression) -> str:
    assert expression.span.of(sql) == expression.text
    facts = [_covered(sql, expression.span)]
    if expression.functions:
        facts.append(f"calls {', '.join(expression.functions)}")
    if expression.columns:
        facts.append(f"reads {', '.join(expression.columns)}")
    if expression.is_null:
        facts.append("is null")
    return "; ".join(facts)


def _covered(sql: str, span: Span) -> str:
    text = " ".join(span.of(sql).split())
    return f"«{text}»" if len(text) <= _LONGEST else f"«{text[:60]} ... {text[-35:]}»"
