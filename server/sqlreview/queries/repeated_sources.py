"""Relations that a query joins more than once in the same way."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.queries.clauses import Source
from sqlreview.queries.model import Query
from sqlreview.queries.values import Predicate
from sqlreview.queries.walk import where_of

_Condition = frozenset[str]


def repeated_sources(query: Query) -> Iterator[tuple[Source, Source]]:
    """The tables joined on the condition on which an earlier one of the same name is joined, with that one.

    A table whose rows WHERE chooses by itself, such as one of two tags, is joined for its own reason.
    """
    if len(query.sources) < 3:
        return
    seen: dict[tuple[str, _Condition], Source] = {}
    for source in query.sources:
        condition = _condition(source)
        if condition is None or source.name is None or _is_chosen_apart(source, query):
            continue
        earlier = seen.setdefault((str(source.name), condition), source)
        if earlier is not source:
            yield source, earlier


def _condition(source: Source) -> _Condition | None:
    """What a join asks for, with the table's name in the place of its alias; None without a condition."""
    if source.kind != "table" or source.lateral or source.natural or source.sampled:
        return None
    if source.using:
        return frozenset(f"USING {name.text}" for name in source.using)
    return frozenset(_part(part, source) for part in source.condition.conjuncts) if source.condition else None


def _part(part: Predicate, source: Source) -> str:
    left, right = part.left, part.right
    if part.kind == "equality" and part.quantifier is None and left and right:
        sides = sorted(_renamed(side.normalised, source) for side in (left, right))
        return " = ".join(sides)
    return _renamed(part.normalised, source)


def _renamed(normalised: str, source: Source) -> str:
    """The text with `*` for the name by which the query knows the relation."""
    name = (source.exposed_name or "").upper()
    words = normalised.split(" ")
    pairs = zip(words, [*words[1:], ""], strict=True)
    return " ".join("*" if after == "." and word.strip('"`').upper() == name else word for word, after in pairs)


def _is_chosen_apart(source: Source, query: Query) -> bool:
    where = where_of(query)
    return where is not None and any(column.qualifier == source.exposed_name for column in where.predicate.columns)
