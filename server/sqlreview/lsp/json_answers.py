"""Answers about places, as plain values of JSON; everything here runs on the worker's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lsprotocol import types

from sqlreview.lsp import convert
from sqlreview.lsp.clients import Client
from sqlreview.lsp.completion import Suggestion, Suggestions, suggestions_at
from sqlreview.lsp.configuration_help import settings_suggested
from sqlreview.lsp.documents import Text
from sqlreview.lsp.folding import folds_of, selections_at
from sqlreview.lsp.impact_lines import impact_lines
from sqlreview.lsp.mentions import Mention
from sqlreview.lsp.references import Reference, definition_of, references_of, thing_at
from sqlreview.lsp.renaming import Refused, renamable_at, renamed
from sqlreview.lsp.session import Session
from sqlreview.lsp.symbols import Symbol, outline_of
from sqlreview.lsp.targets import Target, place_in, target_of
from sqlreview.lsp.things import Thing
from sqlreview.lsp.workspace_symbols import search
from sqlreview.text import Span

Json = dict[str, Any]
Pointing = types.DefinitionParams | types.ReferenceParams | types.DocumentHighlightParams


def range_json(text: Text, span: Span) -> Json:
    """A span of a text as a range."""
    (line, column), (last, end) = text.position(span.start), text.position(span.end)
    return {"start": {"line": line, "character": column}, "end": {"line": last, "character": end}}


def location_json(uri: str, text: Text, span: Span) -> Json:
    """A span of a file as a location."""
    return {"uri": uri, "range": range_json(text, span)}


def document_symbols(session: Session, client: Client, params: types.DocumentSymbolParams) -> list[Json]:
    """The outline of a file; flat for clients that know no other."""
    target = target_of(session, params.text_document.uri)
    if target is None:
        return []
    symbols = [symbol for view in target.views for symbol in outline_of(view.state)]
    symbols.sort(key=lambda symbol: symbol.span)
    if client.nests_symbols:
        return [_nested(symbol, target.text) for symbol in symbols]
    flat: list[Json] = []
    for symbol in symbols:
        _flatten(symbol, "", target.uri, target.text, flat)
    return flat


def _nested(symbol: Symbol, text: Text) -> Json:
    shown: Json = {
        "name": symbol.name,
        "kind": int(symbol.kind),
        "range": range_json(text, symbol.span),
        "selectionRange": range_json(text, symbol.selection),
    }
    if symbol.detail:
        shown["detail"] = symbol.detail
    if symbol.children:
        shown["children"] = [_nested(child, text) for child in symbol.children]
    return shown


def _flatten(symbol: Symbol, container: str, uri: str, text: Text, found: list[Json]) -> None:
    shown = {"name": symbol.name, "kind": int(symbol.kind), "location": location_json(uri, text, symbol.span)}
    found.append(shown | ({"containerName": container} if container else {}))
    for child in symbol.children:
        _flatten(child, symbol.name, uri, text, found)


def workspace_symbols(session: Session, client: Client, params: types.WorkspaceSymbolParams) -> list[Json]:
    """The tables, views, indexes and types of all projects that match a query."""
    return [
        {
            "name": item.name,
            "kind": int(item.kind),
            "containerName": item.container,
            "location": location_json(item.target.uri, item.target.text, item.at),
        }
        for item in search(session, params.query)
    ]


def folding_ranges(session: Session, client: Client, params: types.FoldingRangeParams) -> list[Json]:
    """What can be folded in a file."""
    target = target_of(session, params.text_document.uri)
    views = target.views if target is not None else []
    folds = {fold.first: fold for view in views for fold in folds_of(view)}.values()
    return [{"startLine": fold.first, "endLine": fold.last, "kind": fold.kind} for fold in folds]


def selection_ranges(session: Session, client: Client, params: types.SelectionRangeParams) -> list[Json] | None:
    """What a selection takes in next, for each place."""
    target = target_of(session, params.text_document.uri)
    if target is None:
        return None
    found: list[Json] = []
    for position in params.positions:
        parent: Json = {}
        offset = target.text.offset(convert.place(position))
        for span in reversed(selections_at(target.view_at(offset), offset)):
            parent = {"range": range_json(target.text, span)} | ({"parent": parent} if parent else {})
        found.append(parent)
    return found


def _pointed_at(session: Session, params: Pointing) -> tuple[Target, Thing, Mention] | None:
    pointed = place_in(session, params.text_document.uri, convert.place(params.position))
    if pointed is None:
        return None
    target, offset = pointed
    found = thing_at(target, offset)
    return (target, *found) if found is not None else None


def definition(session: Session, client: Client, params: types.DefinitionParams) -> Json | None:
    """Where the object at a place was made."""
    pointed = _pointed_at(session, params)
    if pointed is None:
        return None
    target, thing, _ = pointed
    made = definition_of(target.home, thing)
    return _location(session, target, made) if made is not None else None


def references(session: Session, client: Client, params: types.ReferenceParams) -> list[Json]:
    """Where the object at a place is named, in all migrations."""
    pointed = _pointed_at(session, params)
    if pointed is None:
        return []
    target, thing, mention = pointed
    found = references_of(target.home, thing, mention.name.text)
    wanted = [item for item in found if params.context.include_declaration or not item.makes]
    return [_location(session, target, item) for item in wanted if item.file.path in target.home.paths]


def highlights(session: Session, client: Client, params: types.DocumentHighlightParams) -> list[Json]:
    """Where the object at a place is named in the same file."""
    pointed = _pointed_at(session, params)
    if pointed is None:
        return []
    target, thing, mention = pointed
    found = references_of(target.home, thing, mention.name.text, [target.state])
    kinds = (types.DocumentHighlightKind.Read, types.DocumentHighlightKind.Write)
    return [{"range": range_json(target.text, item.span), "kind": int(kinds[item.makes])} for item in found]


def prepare_rename(session: Session, client: Client, params: types.PrepareRenameParams) -> Json | None:
    """The name at a place, if it can be changed; raises an error that says why not."""
    pointed = place_in(session, params.text_document.uri, convert.place(params.position))
    if pointed is None:
        return None
    target, offset = pointed
    try:
        found = renamable_at(target, offset)
    except Refused as reason:
        raise convert.request_failed(str(reason)) from None
    return {"range": range_json(target.text, found.at), "placeholder": found.name}


def rename(session: Session, client: Client, params: types.RenameParams) -> Json | None:
    """The edits that change a name in its file; raises an error that says why it has to stay."""
    pointed = place_in(session, params.text_document.uri, convert.place(params.position))
    if pointed is None:
        return None
    target, offset = pointed
    try:
        edits = renamed(target, offset, params.new_name)
    except Refused as reason:
        raise convert.request_failed(str(reason)) from None
    changes = [{"range": range_json(target.text, edit.span), "newText": edit.text} for edit in edits]
    opened = session.files.get(target.uri)
    if not client.versions:
        return {"changes": {target.uri: changes}}
    document = {"uri": target.uri, "version": opened.version if opened else None}
    return {"documentChanges": [{"textDocument": document, "edits": changes}]}


def _location(session: Session, target: Target, found: Reference) -> Json:
    uri, text = session.locate(target.home, found.file)
    return location_json(uri, text, found.span)


def completion(session: Session, client: Client, params: types.CompletionParams) -> Json | None:
    """What can be written at a place."""
    opened = session.files.get(params.text_document.uri)
    if opened is not None and opened.is_configuration:
        offset = opened.text.offset(convert.place(params.position))
        return _suggested(settings_suggested(opened.path, opened.text.text, offset), opened.text, client)
    pointed = place_in(session, params.text_document.uri, convert.place(params.position))
    if pointed is None:
        return None
    target, offset = pointed
    return _suggested(suggestions_at(target, offset), target.text, client)


def _suggested(found: Suggestions | None, text: Text, client: Client) -> Json | None:
    if found is None:
        return None
    replaced = range_json(text, found.replaced)
    items = [_suggestion(item, replaced, client) for item in found.items]
    return {"isIncomplete": not found.complete, "items": items}


def _suggestion(item: Suggestion, replaced: Json, client: Client) -> Json:
    shown: Json = {"label": item.label, "kind": int(item.kind)}
    shown["textEdit"] = {"range": replaced, "newText": item.text or item.label}
    if item.detail:
        shown["detail"] = item.detail
    if item.documentation:
        kind = "markdown" if client.markdown_suggestions else "plaintext"
        shown["documentation"] = {"kind": kind, "value": item.documentation}
    if item.rule:
        shown["data"] = {"rule": item.rule}
    return shown


def lenses(session: Session, client: Client, params: types.CodeLensParams) -> list[Json]:
    """The impact of statements above them, for clients that want it."""
    target = target_of(session, params.text_document.uri) if client.lenses else None
    if target is None:
        return []
    return [
        {
            "range": range_json(target.text, _first_line(target.text, line.statement)),
            "command": {"title": line.text, "command": ""},
        }
        for view in target.views
        for line in impact_lines(view)
    ]


def hints(session: Session, client: Client, params: types.InlayHintParams) -> list[Json]:
    """The impact of statements behind their first line, for clients that want it."""
    target = target_of(session, params.text_document.uri) if client.hints else None
    if target is None:
        return []
    start, end = (target.text.offset(convert.place(edge)) for edge in (params.range.start, params.range.end))
    found: list[Json] = []
    lines = (line for view in target.views for line in impact_lines(view, Span(start, end)))
    for line in lines:
        at = range_json(target.text, _first_line(target.text, line.statement))["end"]
        found.append({"position": at, "label": line.text, "paddingLeft": True})
    return found


def _first_line(text: Text, statement: Span) -> Span:
    return Span(statement.start, min(statement.end, text.line_end(text.line_of(statement.start))))


ANSWERS: tuple[tuple[str, Callable[[Session, Client, Any], Any]], ...] = (
    (types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, document_symbols),
    (types.WORKSPACE_SYMBOL, workspace_symbols),
    (types.TEXT_DOCUMENT_FOLDING_RANGE, folding_ranges),
    (types.TEXT_DOCUMENT_SELECTION_RANGE, selection_ranges),
    (types.TEXT_DOCUMENT_DEFINITION, definition),
    (types.TEXT_DOCUMENT_REFERENCES, references),
    (types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, highlights),
    (types.TEXT_DOCUMENT_PREPARE_RENAME, prepare_rename),
    (types.TEXT_DOCUMENT_CODE_LENS, lenses),
    (types.TEXT_DOCUMENT_INLAY_HINT, hints),
)
"""The questions answered here, by method."""
