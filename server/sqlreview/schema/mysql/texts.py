"""Definitions whose text MySQL puts together while it runs: what they do, as far as all pieces are known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from sqlreview.operations import Operation, Unknown
from sqlreview.operations.lower import operations_of
from sqlreview.schema.catalog import Catalog
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

_Piece = TypeVar("_Piece")


def built_operations(
    catalog: Catalog,
    templates: Iterable[tuple[str | _Piece, ...]],
    text_of: Callable[[_Piece], str | None],
    place: Span,
) -> tuple[Operation, ...]:
    """What the texts do that templates and their variables make; every span is `place`, for they stand nowhere else."""
    engine = catalog.session.engine
    found: list[Operation] = []
    for template in templates if engine else ():
        pieces = [piece if isinstance(piece, str) else text_of(piece) for piece in template]
        known = [piece for piece in pieces if piece is not None]
        if engine is None or len(known) < len(pieces):
            continue
        text = "".join(known).rstrip().removesuffix(";")
        operations = operations_of(Tokens(text, engine), engine)
        if not any(isinstance(item, Unknown) for item in operations):
            found += (cast(Operation, _placed(item, place)) for item in operations)
    return tuple(found)


def _placed(value: object, span: Span) -> object:
    """An operation, or a part of one, whose every place is the given one."""
    if isinstance(value, Span):
        return span
    if isinstance(value, tuple):
        return tuple(_placed(item, span) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    return replace(value, **{field.name: _placed(getattr(value, field.name), span) for field in fields(value)})
