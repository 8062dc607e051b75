"""Tables, views, indexes and types of all projects, by a part of their name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lsprotocol.types import SymbolKind

from sqlreview.history import History
from sqlreview.lsp.homes import Home
from sqlreview.lsp.session import Session
from sqlreview.lsp.symbols import created_by
from sqlreview.lsp.targets import Target, homes_in, in_home
from sqlreview.schema import Index, Origin, Table, Type, View
from sqlreview.text import Span

MOST_SYMBOLS = 500
"""More matches than anybody reads; the best are sent."""


@dataclass(frozen=True, slots=True)
class Found:
    """An object of the final schema and the place that made it."""

    name: str
    container: str
    kind: SymbolKind
    target: Target
    at: Span


def search(session: Session, wanted: str) -> list[Found]:
    """The objects whose name has the letters of the query in this order; the closest names first."""
    letters = "".join(wanted.lower().split())
    matches: list[tuple[tuple[int, int, str], Home, _Object]] = []
    for home in homes_in(session):
        for item in _objects_of(home):
            rank = _rank(item.name.lower(), letters)
            if rank is not None:
                matches.append(((rank, len(item.name), item.name), home, item))
    matches.sort(key=lambda match: match[0])
    placed = (_placed(session, home, item) for _, home, item in matches)
    return list(islice((item for item in placed if item is not None), MOST_SYMBOLS))


@dataclass(frozen=True, slots=True)
class _Object:
    name: str
    container: str
    kind: SymbolKind
    origin: Origin
    history: History


def _rank(name: str, letters: str) -> int | None:
    """0 for the name itself, 1 for its beginning, 2 for a part, 3 for letters with gaps; None for no match."""
    if name == letters:
        return 0
    at = name.find(letters)
    if at >= 0:
        return 1 if at == 0 else 2
    rest = iter(name)
    return 3 if all(letter in rest for letter in letters) else None


def _objects_of(home: Home) -> Iterator[_Object]:
    seen: set[tuple[str, str, int, Span]] = set()
    for review in home.project.reviews.values():
        history = review.history
        for item in _objects(history):
            identity = (item.container, item.name, item.origin.statement, item.origin.span)
            if identity not in seen:
                seen.add(identity)
                yield item


def _objects(history: History) -> Iterator[_Object]:
    for record in history.final.objects.values():
        match record:
            case Table(created=True):
                yield _Object(record.name, record.schema, SymbolKind.Class, record.origin, history)
                yield from _indexes(record.name, record.indexes, history)
            case View():
                yield _Object(record.name, record.schema, SymbolKind.Interface, record.origin, history)
                yield from _indexes(record.name, record.indexes, history)
            case Type():
                kind = SymbolKind.Enum if record.kind == "enum" else SymbolKind.Struct
                yield _Object(record.name, record.schema, kind, record.origin, history)


def _indexes(owner: str, indexes: tuple[Index, ...], history: History) -> Iterator[_Object]:
    for index in indexes:
        if index.name:
            yield _Object(index.name, owner, SymbolKind.Key, index.origin, history)


def _placed(session: Session, home: Home, item: _Object) -> Found | None:
    histories = [item.history, *(review.history for review in home.project.reviews.values())]
    known = next((known for one in histories if (known := one.by_serial.get(item.origin.statement))), None)
    if known is None or known[0].path not in home.paths:
        return None
    state, entry = known
    span = item.origin.span
    for operation in entry.statement.operations:
        made = created_by(operation)
        if made is not None and operation.span == span and str(made[0]).endswith(item.name):
            span = made[0].span
            break
    return Found(item.name, item.container, item.kind, in_home(session, home, state), span.shifted(entry.start))
