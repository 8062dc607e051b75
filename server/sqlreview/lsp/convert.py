"""Builds values of the protocol, and reads places from them; answers of places and words alone: `json_answers`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.uris import from_fs_path, to_fs_path

from sqlreview.findings import Severity
from sqlreview.lsp.documents import Change, Place, Text
from sqlreview.text import Edit, Span

if TYPE_CHECKING:
    from sqlreview.lsp.clients import Client
    from sqlreview.lsp.code_actions import Action
    from sqlreview.lsp.session import OpenFile

SOURCE = "sqlreview"
SEVERITIES = {Severity.ERROR: 1, Severity.WARNING: 2, Severity.INFO: 3, Severity.HINT: 4}

RANGE = '{"start":{"line":%d,"character":%d},"end":{"line":%d,"character":%d}}'
"""A range as JSON."""


def request_failed(reason: str) -> JsonRpcException:
    """The error for a request that is valid and cannot be granted; clients show its reason."""
    return JsonRpcException(reason, types.LSPErrorCodes.RequestFailed)


def json_of(value: object) -> str:
    """A value as compact ASCII JSON."""
    return json.dumps(value, separators=(",", ":"))


# -- from the client ------------------------------------------------------------------------------------------------


def changes_of(params: types.DidChangeTextDocumentParams) -> list[Change]:
    """The changes of a notification, in order."""
    return [_change(event) for event in params.content_changes]


def _change(event: types.TextDocumentContentChangeEvent) -> Change:
    text = clean(event.text)
    if isinstance(event, types.TextDocumentContentChangePartial):
        return Change(text, place(event.range.start), place(event.range.end))
    return Change(text)


def place(position: types.Position) -> Place:
    """Line and column of a position."""
    return position.line, position.character


def clean(text: str) -> str:
    """A text without halves of surrogate pairs, which JSON lets through; every column stays the same."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def path_of(uri: str) -> str | None:
    """The absolute path of a file; None for what is not on disk."""
    if not uri.startswith("file:"):
        return None
    try:
        return to_fs_path(uri)
    except Exception:  # a URI that no file can have
        return None


def uri_of(path: str) -> str:
    """The URI of a file."""
    return from_fs_path(path) or path


# -- diagnostics, as JSON -------------------------------------------------------------------------------------------


def diagnostic_tail(rule: str, severity: Severity, message: str, docs: str | None, tags: Sequence[int] = ()) -> str:
    """Everything of a diagnostic that does not depend on its place, as the end of a JSON object."""
    value: dict[str, Any] = {"severity": SEVERITIES[severity], "code": rule}
    if docs:
        value["codeDescription"] = {"href": docs}
    value |= {"source": SOURCE, "message": message}
    if tags:
        value["tags"] = tags
    return json_of(value)[1:]


def related_item(uri: str, place_json: str, message: str) -> str:
    """One entry of relatedInformation."""
    return f'{{"location":{{"uri":{json_of(uri)},"range":{place_json}}},"message":{json_of(message)}}}'


def full_report(result_id: str, pieces: Iterable[str]) -> str:
    """The answer to a pull with all diagnostics of a file."""
    return f'{{"kind":"full","resultId":{json_of(result_id)},"items":[{",".join(pieces)}]}}'


def unchanged_report(result_id: str) -> str:
    """The answer to a pull when nothing has changed."""
    return json_of({"kind": "unchanged", "resultId": result_id})


def report_of(report: str, uri: str, version: int | None) -> str:
    """The answer to a pull as a part of the report about a workspace."""
    return f'{report[:-1]},"uri":{json_of(uri)},"version":{json_of(version)}}}'


def partial_result(token: int | str, items: Iterable[str]) -> str:
    """The parameters of $/progress that carry a part of the report about a workspace."""
    return f'{{"token":{json_of(token)},"value":{{"items":[{",".join(items)}]}}}}'


def publication(uri: str, version: int | None, pieces: Iterable[str]) -> str:
    """The parameters of textDocument/publishDiagnostics."""
    number = "" if version is None else f',"version":{version}'
    return f'{{"uri":{json_of(uri)}{number},"diagnostics":[{",".join(pieces)}]}}'


# -- ranges and edits -----------------------------------------------------------------------------------------------


def range_of(text: Text, span: Span) -> types.Range:
    """A span of a text as a range."""
    return types.Range(_position(text, span.start), _position(text, span.end))


def _position(text: Text, offset: int) -> types.Position:
    line, column = text.position(offset)
    return types.Position(line, column)


def diagnostic_options(everywhere: bool) -> types.DiagnosticOptions:
    """How diagnostics are pulled, and whether also those of files that are not open."""
    return types.DiagnosticOptions(inter_file_dependencies=True, workspace_diagnostics=everywhere, identifier=SOURCE)


def code_action_options(kinds: Sequence[str]) -> types.CodeActionOptions:
    """The kinds of actions on offer."""
    return types.CodeActionOptions(code_action_kinds=list(kinds), resolve_provider=True)


def completion_options() -> types.CompletionOptions:
    """After which characters completion is asked for without being called."""
    return types.CompletionOptions(trigger_characters=[".", "[", "/", '"'], resolve_provider=True)


def watch_registration(patterns: Iterable[str]) -> types.RegistrationParams:
    """The request to watch files."""
    watchers = [types.FileSystemWatcher(pattern) for pattern in patterns]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    return types.RegistrationParams(
        [types.Registration("sqlreview-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)]
    )


def hover(markdown: str, at: types.Range, client: Client) -> types.Hover:
    """A text for a range; clients without Markdown get it as it is written."""
    kind = types.MarkupKind.Markdown if client.markdown else types.MarkupKind.PlainText
    return types.Hover(types.MarkupContent(kind, markdown), at)


def code_action(
    action: Action, file: OpenFile, client: Client, diagnostics: Iterable[types.Diagnostic]
) -> types.CodeAction:
    """An action on an open file."""
    result = types.CodeAction(action.title, kind=action.kind, is_preferred=action.is_preferred or None)
    if action.edits:
        edits = [types.TextEdit(range_of(file.text, edit.span), edit.text) for edit in action.edits]
        result.edit = _workspace_edit(file, edits, client.versions)
    if action.command and action.rule:
        result.command = types.Command(action.title, action.command, arguments=[action.rule])
    if action.rule and action.at:
        at = range_of(file.text, action.at)
        result.diagnostics = [item for item in diagnostics if item.code == action.rule and item.range == at] or None
    return result


def _workspace_edit(file: OpenFile, edits: Sequence[types.TextEdit], with_version: bool) -> types.WorkspaceEdit:
    if not with_version:
        return types.WorkspaceEdit(changes={file.uri: list(edits)})
    identifier = types.OptionalVersionedTextDocumentIdentifier(file.uri, file.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(identifier, list(edits))])


@dataclass(frozen=True, slots=True)
class Delayed:
    """An action whose edit is worked out when it is chosen, so that new migrations get the next numbers by then."""

    uri: str
    version: int
    rule: str
    at: Span
    title: str


def delayed(action: types.CodeAction, file: OpenFile, rule: str, at: Span) -> types.CodeAction:
    """An action that says what it was made for in the place of its edit."""
    place = [at.start, at.end]
    data = {"uri": file.uri, "version": file.version, "rule": rule, "at": place, "title": action.title}
    return types.CodeAction(action.title, kind=action.kind, diagnostics=action.diagnostics, data=data)


def delayed_of(action: types.CodeAction) -> Delayed | None:
    """What an action that the client has chosen was made for; None for what this server never sent."""
    match action.data:
        case {
            "uri": str() as uri,
            "version": int() as version,
            "rule": str() as rule,
            "at": [int() as start, int() as end],
            "title": str() as title,
        }:
            return Delayed(uri, version, rule, Span(start, end), title)
    return None


@dataclass(frozen=True, slots=True)
class EditedFile:
    """The changes of one file, which may be open."""

    uri: str
    version: int | None
    text: Text
    edits: Sequence[Edit]


def edit_of_files(edited: Iterable[EditedFile], created: Iterable[tuple[str, str]]) -> types.WorkspaceEdit:
    """Creates files, by URI and text, and then edits others; nothing that exists is overwritten."""
    changes: list[types.CreateFile | types.TextDocumentEdit | types.RenameFile | types.DeleteFile] = []
    beginning = types.Range(types.Position(0, 0), types.Position(0, 0))
    never = types.CreateFileOptions(overwrite=False, ignore_if_exists=False)
    for uri, text in created:
        changes.append(types.CreateFile(uri=uri, options=never))
        identifier = types.OptionalVersionedTextDocumentIdentifier(uri, None)
        changes.append(types.TextDocumentEdit(identifier, [types.TextEdit(beginning, text)]))
    for file in edited:
        identifier = types.OptionalVersionedTextDocumentIdentifier(file.uri, file.version)
        edits = [types.TextEdit(range_of(file.text, edit.span), edit.text) for edit in file.edits]
        changes.append(types.TextDocumentEdit(identifier, edits))
    return types.WorkspaceEdit(document_changes=changes)
