"""What can be written at a place: tables, columns and types of the schema at that point, rules in ignore comments."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from lsprotocol.types import CompletionItemKind as Kind

from sqlreview.entries import Entry
from sqlreview.lsp.completion_context import Source, Wanted, innermost, sources_of, wanted_at
from sqlreview.lsp.targets import Target
from sqlreview.lsp.things import catalogs_at
from sqlreview.packs import load_packs
from sqlreview.patterns import regex
from sqlreview.schema import Catalog, IndexName, Record, Table, Type, View
from sqlreview.schema.naming import quoted
from sqlreview.sql.cursor import Name, folded
from sqlreview.text import Span

MOST_SUGGESTIONS = 1000
_RULE_LIST = regex(r"sqlreview:[ \t]*+ignore(?:-start|-end|-file)?+[ \t]*+\[(?:[^\]\r\n,]*+,)*+[ \t]*+([\w/-]*+)\Z")
"""A comment up to the rule that is being written."""
_TYPES = {
    "postgres": (
        *("bigint", "boolean", "bytea", "character varying", "date", "double precision", "inet", "integer", "interval"),
        *("json", "jsonb", "numeric", "real", "smallint", "text", "time", "timestamp", "timestamptz", "uuid"),
    ),
    "mysql": (
        *("bigint", "binary", "blob", "char", "date", "datetime", "decimal", "double", "float", "int", "json"),
        *("longtext", "mediumint", "mediumtext", "smallint", "text", "time", "timestamp", "tinyint", "varchar"),
    ),
    "sqlite": ("blob", "integer", "numeric", "real", "text"),
}
_SHOWN: dict[type, Kind] = {Table: Kind.Class, View: Kind.Interface, Type: Kind.Enum}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that can be written."""

    label: str
    kind: Kind
    detail: str = ""
    documentation: str = ""
    """Markdown."""
    rule: str = ""
    """The rule it names, whose documentation is looked up when a client wants to show it."""
    text: str = ""
    """What is written, if that is not the label."""

    def writing(self, text: str) -> Suggestion:
        """The same suggestion with another text."""
        return replace(self, text=text)


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What can stand in the place of a span, which ends where the client points."""

    replaced: Span
    items: tuple[Suggestion, ...]
    complete: bool = True
    """False when there are more that a longer beginning would find."""


def suggestions_at(target: Target, offset: int) -> Suggestions | None:
    """What can be written at a place; None where nothing is known to belong there."""
    text = target.state.text
    line = text[max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1 : offset]
    in_comment = _RULE_LIST.search(line)
    if in_comment is not None:
        return _chosen(rule_suggestions(), in_comment[1], offset)
    found = _statement_at(target, offset)
    if found is None:
        return None
    index, entry, statement = found
    start, end = innermost(statement, offset - entry.start, target.engine)
    wanted = wanted_at(statement[start : offset - entry.start], target.engine)
    if wanted is None:
        return None
    before, after = next(catalogs_at(target.state, [index]))
    return _chosen(_Offer(target, before, after, statement[start:end]).suggestions(wanted), wanted.written, offset)


def _chosen(items: Iterable[Suggestion], written: str, offset: int) -> Suggestions:
    beginning = written.lower()
    fitting = {item.label: item for item in items if beginning in item.label.lower()}
    chosen = tuple(islice(fitting.values(), MOST_SUGGESTIONS))
    return Suggestions(Span(offset - len(written), offset), chosen, len(chosen) == len(fitting))


def _statement_at(target: Target, offset: int) -> tuple[int, Entry, str] | None:
    """The statement that a place belongs to, with blanks after it when nothing ends it."""
    entries = target.state.entries
    index = bisect_right(entries, offset, key=lambda entry: entry.start) - 1
    if index < 0:
        return None
    entry = entries[index]
    if offset <= entry.end:
        return index, entry, entry.statement.text
    return None if entry.terminated else (index, entry, target.state.text[entry.start : offset])


def rule_suggestions(packs: bool = True) -> Iterator[Suggestion]:
    """Every rule, and every pack where these may be named too."""
    installed = load_packs()
    for rule in installed.rules:
        yield Suggestion(rule.id, Kind.Value, (rule.__doc__ or "").strip().partition("\n")[0], rule=rule.id)
    for pack in installed.names if packs else ():
        yield Suggestion(pack, Kind.Module, "all rules of the pack")


@dataclass(frozen=True, slots=True)
class _Offer:
    """The schema a statement finds and leaves, and what it is about."""

    target: Target
    before: Catalog
    after: Catalog
    statement: str

    def suggestions(self, wanted: Wanted) -> Iterator[Suggestion]:
        """Everything of the wanted kind."""
        match wanted.kind:
            case "relation":
                yield from self._relations()
            case "index":
                yield from self._named(IndexName, Kind.Reference, "index")
            case "type":
                yield from self._named(Type, Kind.Enum, "type")
                for name in _TYPES[self.target.engine.family]:
                    yield Suggestion(name, Kind.TypeParameter)
            case "member":
                yield from self._members(folded(wanted.qualifier, self.target.engine))
            case "column" if wanted.own_columns:
                for written in wanted.own_columns:
                    yield Suggestion(written, Kind.Field)
            case "column":
                yield from self._columns(wanted.table)

    def _relations(self) -> Iterator[Suggestion]:
        yield from self._named(Table, Kind.Class, "table")
        yield from self._named(View, Kind.Interface, "view")
        if self.target.engine.family == "postgres":
            names = {key[1] for key in self.before.objects if key[0] == "relation"}
            for schema in sorted(names - {*self.before.session.search_path, "pg_temp"}):
                yield Suggestion(quoted(schema), Kind.Module, "schema")

    def _named(self, kind: type[Record], shown: Kind, detail: str) -> Iterator[Suggestion]:
        """The objects of a kind by the name with which they are found here."""
        for record in self.before.all(kind):
            schema, name = getattr(record, "schema", ""), getattr(record, "name", "")
            visible = schema == "pg_temp" or schema in self.before.session.search_path
            label = quoted(name) if visible else f"{quoted(schema)}.{quoted(name)}"
            yield Suggestion(label, shown, detail)

    def _members(self, qualifier: str) -> Iterator[Suggestion]:
        """The columns behind an alias or table, or what is in a schema."""
        found = [source for source in self._sources() if source.alias == qualifier]
        names = [source.name for source in found] or [Name(None, qualifier, Span(0, 0))]
        for name in names:
            yield from self._columns_of(name)
        if not found:
            for item in self.before.all(object):
                if isinstance(item, Table | View | Type) and item.schema == qualifier:
                    yield Suggestion(quoted(item.name), _SHOWN[type(item)], type(item).__name__.lower())

    def _sources(self) -> list[Source]:
        return list(sources_of(self.statement, self.target.engine))

    def _columns(self, table: Name | None) -> Iterator[Suggestion]:
        if table is not None:
            yield from self._columns_of(table)
            return
        sources = self._sources()
        for source in sources:
            yield from self._columns_of(source.name)
        for source in sources:
            yield Suggestion(quoted(source.alias), Kind.Variable, str(source.name))

    def _columns_of(self, name: Name) -> Iterator[Suggestion]:
        record = self.before.table(name) or self.after.table(name)
        if record is not None:
            for column in record.columns:
                yield Suggestion(quoted(column.name), Kind.Field, str(column.type or ""))
        view = self.before.view(name)
        for output in view.columns if view is not None else ():
            yield Suggestion(quoted(output), Kind.Field, f"of {view.name}" if view else "")
