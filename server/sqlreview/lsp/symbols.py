"""The outline of a file: its sections, statements, and what these create or change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lsprotocol.types import SymbolKind

from sqlreview.entries import Entry, FileState
from sqlreview.impacts import operation_words
from sqlreview.migrations.conventions.convention import Section
from sqlreview.operations import (
    Begin,
    ColumnDefinition,
    Commit,
    CreateCompositeType,
    CreateDomain,
    CreateEnum,
    CreateExtension,
    CreateIndex,
    CreateMaterializedView,
    CreateOtherType,
    CreatePolicy,
    CreateRoutine,
    CreateSchema,
    CreateSequence,
    CreateTable,
    CreateTrigger,
    CreateView,
    Operation,
    Rollback,
    Savepoint,
    Unknown,
)
from sqlreview.sql.cursor import Identifier, Name
from sqlreview.text import Span

_LONGEST_NAME = 60
_CONTROL = (Begin, Commit, Rollback, Savepoint)


@dataclass(frozen=True, slots=True)
class Symbol:
    """Something with a name; spans count from the beginning of the file."""

    name: str
    detail: str
    kind: SymbolKind
    span: Span
    selection: Span
    children: tuple[Symbol, ...] = ()


def outline_of(state: FileState) -> list[Symbol]:
    """The symbols of a file in order; sections that apply or undo the migration hold their statements."""
    stretches = stretches_of(state)
    if not stretches:
        return list(_of_entries(state.entries))
    found: list[Symbol] = []
    for section, entries in stretches:
        heading = _first_line(state.text, section.span)
        children = tuple(_of_entries(entries))
        found.append(
            Symbol(section.direction, heading.of(state.text), SymbolKind.Namespace, section.span, heading, children)
        )
    return found


def stretches_of(state: FileState) -> list[tuple[Section, list[Entry]]]:
    """The sections of a file that hold statements; none for a file that is one section."""
    sections = _joined(state.marks.sections)
    if len(sections) < 2:
        return []
    stretches = [
        (section, [entry for entry in state.entries if section.span.start <= entry.start < section.span.end])
        for section in sections
    ]
    return [(section, entries) for section, entries in stretches if entries]


def _joined(sections: Sequence[Section]) -> list[Section]:
    """Sections with those that only end a statement added to the one before."""
    found: list[Section] = []
    for section in sections:
        if found and section.continues and section.direction == found[-1].direction:
            found[-1] = Section(Span(found[-1].span.start, section.span.end), section.direction, found[-1].runs)
        else:
            found.append(section)
    return found


def _first_line(text: str, section: Span) -> Span:
    """The first line of a section that says something."""
    written = section.of(text)
    start = section.start + len(written) - len(written.lstrip())
    ends = [end for mark in "\r\n" if (end := text.find(mark, start, section.end)) >= 0]
    return Span(start, min(ends, default=section.end))


def _of_entries(entries: Iterable[Entry]) -> Iterator[Symbol]:
    for entry in entries:
        operations = [item for item in entry.statement.operations if not isinstance(item, _CONTROL)]
        if operations or not entry.statement.operations:
            yield _of_statement(entry, operations)


def _of_statement(entry: Entry, operations: Sequence[Operation]) -> Symbol:
    known = [item for item in operations if not isinstance(item, Unknown)]
    if not known:
        return _plain(entry)
    whole = Span(entry.start, entry.end)
    if len(known) == 1:
        return _of_operation(known[0], whole, entry.start)
    children = tuple(_of_operation(item, item.span.shifted(entry.start), entry.start) for item in known)
    return Symbol(_head(entry), f"{len(known)} changes", SymbolKind.Method, whole, whole, children)


def _plain(entry: Entry) -> Symbol:
    whole = Span(entry.start, entry.end)
    return Symbol(_head(entry), "", SymbolKind.Object, whole, whole)


def _head(entry: Entry) -> str:
    words = " ".join(entry.statement.text[:200].split()).partition("(")[0].strip() or "statement"
    return words if len(words) <= _LONGEST_NAME else f"{words[:_LONGEST_NAME]}…"


def _of_operation(operation: Operation, whole: Span, start: int) -> Symbol:
    created = created_by(operation)
    if created is None:
        return Symbol(operation_words(operation), "", SymbolKind.Method, whole, whole)
    name, kind, detail = created
    children = tuple(_parts_of(operation, start))
    at = name.span.shifted(start)
    inside = whole.start <= at.start and at.end <= whole.end
    return Symbol(str(name), detail, kind, whole, at if inside else whole, children)


def created_by(operation: Operation) -> tuple[Name | Identifier, SymbolKind, str] | None:
    """The name, the kind and a description of what an operation creates."""
    match operation:
        case CreateTable(table=table):
            return table, SymbolKind.Class, "table"
        case CreateView(view=view):
            return view, SymbolKind.Interface, "view"
        case CreateMaterializedView(view=view):
            return view, SymbolKind.Interface, "materialized view"
        case CreateIndex(name=Name() as name, table=table):
            return name, SymbolKind.Key, f"index on {table}"
        case CreateEnum(type=name, labels=labels):
            return name, SymbolKind.Enum, f"enum of {len(labels)}"
        case CreateCompositeType(type=name) | CreateOtherType(type=name):
            return name, SymbolKind.Struct, "type"
        case CreateDomain(domain=name, type=base):
            return name, SymbolKind.TypeParameter, f"domain over {base}"
    return _created_apart(operation)


def _created_apart(operation: Operation) -> tuple[Name | Identifier, SymbolKind, str] | None:
    match operation:
        case CreateRoutine(name=name, kind=kind):
            return name, SymbolKind.Function, kind
        case CreateTrigger(name=trigger, table=table):
            return trigger, SymbolKind.Event, f"trigger on {table}"
        case CreatePolicy(name=policy, table=table):
            return policy, SymbolKind.Event, f"policy on {table}"
        case CreateSequence(sequence=name):
            return name, SymbolKind.Number, "sequence"
        case CreateSchema(schema=schema):
            return schema, SymbolKind.Module, "schema"
        case CreateExtension(extension=extension):
            return extension, SymbolKind.Package, "extension"
    return None


def _parts_of(operation: Operation, start: int) -> Iterator[Symbol]:
    """The columns, named constraints and indexes inside CREATE, in the order they are written."""
    columns: tuple[ColumnDefinition, ...] = ()
    named: list[tuple[Span, Identifier, str]] = []
    match operation:
        case CreateTable():
            columns = operation.columns
            named = [(item.span, item.name, "constraint") for item in operation.constraints if item.name]
            named += [(item.span, item.name, "index") for item in operation.indexes if item.name]
        case CreateCompositeType(attributes=attributes):
            columns = attributes
    found = [
        Symbol(str(item.name), str(item.type or ""), SymbolKind.Field, item.span, item.name.span) for item in columns
    ]
    found += [Symbol(str(name), detail, SymbolKind.Key, span, name.span) for span, name, detail in named]
    for part in sorted(found, key=lambda symbol: symbol.span):
        inside = part.span.start <= part.selection.start and part.selection.end <= part.span.end
        selection = (part.selection if inside else part.span).shifted(start)
        yield Symbol(part.name, part.detail, part.kind, part.span.shifted(start), selection)
