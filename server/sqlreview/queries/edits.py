"""Edits that several fixes of queries make."""

from __future__ import annotations

from sqlreview.queries.model import Delete, Select, Update
from sqlreview.queries.placeholders import new_placeholders
from sqlreview.queries.values import Predicate
from sqlreview.text import Edit, Span


def with_condition(query: Select | Update | Delete, condition: str) -> tuple[Edit, ...]:
    """Adds a condition to WHERE, which is made where there is none."""
    where = query.where
    if where is None:
        return (Edit.insert(_end_before_where(query), f" WHERE {condition}"),)
    after = Edit.insert(where.span.end, f" AND {condition}")
    if where.predicate.kind == "or" and not where.predicate.parenthesised:
        inside = where.predicate.span
        return (Edit.insert(inside.start, "("), Edit.insert(inside.end, f") AND {condition}"))
    return (after,)


def _end_before_where(query: Select | Update | Delete) -> int:
    if query.from_span:
        return query.from_span.end
    match query:
        case Update(assignments=assignments) if assignments:
            return assignments[-1].span.end
        case Delete(target=target):
            return target.span.end
    return query.span.end


def next_page_condition(query: Select, text: str, added: str, placeholder: str = "") -> str | None:
    """`(k, id) < ($1, $2)` for the rows behind the last one of a page that is sorted by ORDER BY and then by `added`.

    None where the keys are no plain columns of one direction. `text` is the statement without placeholders that go,
    `placeholder` what stands for a value in a statement that has none yet.
    """
    keys = query.order_by.keys if query.order_by else ()
    simple = all(key.column and key.nulls_first is None for key in keys)
    if not keys or not simple or len({key.descending for key in keys}) > 1:
        return None
    columns = [key.value.text for key in keys] + ([added] if added else [])
    names = tuple("after_" + column.rpartition(".")[2].strip('"') for column in columns)
    values = new_placeholders(text, _placeholder_in(query, text) or placeholder, names)
    operator = "<" if keys[0].descending else ">"
    if len(columns) == 1:
        return f"{columns[0]} {operator} {values[0]}"
    return f"({', '.join(columns)}) {operator} ({', '.join(values)})"


def _placeholder_in(query: Select, text: str) -> str:
    """A placeholder of the query, to write others like it."""
    spans = [*(query.where.predicate.parameters if query.where else ())]
    if query.limit and query.limit.value:
        spans += query.limit.value.parameters
    return spans[0].of(text) if spans else ""


def without_conjunct(query: Select, predicate: Predicate, text: str) -> Edit | None:
    """Takes one part out of the AND list of WHERE, or the whole WHERE; None for parts further inside brackets."""
    where = query.where
    if where is None:
        return None
    whole = where.predicate
    if whole is predicate:
        start = where.span.start
        while start and text[start - 1].isspace():
            start -= 1
        return Edit.delete(Span(start, where.span.end))
    if whole.kind != "and" or not any(operand is predicate for operand in whole.operands):
        return None
    position = next(index for index, operand in enumerate(whole.operands) if operand is predicate)
    if position == 0:
        return Edit.delete(Span(predicate.span.start, whole.operands[1].span.start))
    return Edit.delete(Span(whole.operands[position - 1].span.end, predicate.span.end))
