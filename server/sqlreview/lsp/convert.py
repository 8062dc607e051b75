"""The only place that builds values of the protocol, and that reads places from them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.uris import from_fs_path, to_fs_path

from sqlreview.findings import Severity
from sqlreview.lsp.documents import Change, Place, Text
from sqlreview.text import Encoding, Span

if TYPE_CHECKING:
    from sqlreview.lsp.code_actions import Action
    from sqlreview.lsp.session import OpenFile

SOURCE = "sqlreview"
SEVERITIES = {Severity.ERROR: 1, Severity.WARNING: 2, Severity.INFO: 3, Severity.HINT: 4}
ENCODINGS: dict[str, Encoding] = {"utf-8": "utf-8", "utf-16": "utf-16", "utf-32": "utf-32"}

RANGE = '{"start":{"line":%d,"character":%d},"end":{"line":%d,"character":%d}}'
"""A range as JSON."""


def json_of(value: object) -> str:
    """A value as compact ASCII JSON."""
    return json.dumps(value, separators=(",", ":"))


# -- from the client ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Client:
    """What matters of a client's capabilities."""

    encoding: Encoding
    folders: tuple[str, ...]
    pulls: bool
    """Whether it asks for diagnostics; otherwise they are pushed, never both."""
    refreshes: bool
    """Whether it can be told to ask again."""
    watches: bool
    """Whether it watches files on request."""
    versions: bool
    """Whether edits can name the version they are for."""
    markdown: bool
    shows_explanations: bool
    """Whether it shows the page that the command `sqlreview.explain` returns (`showsExplanations` of its
    initialization options)."""


def client_of(params: types.InitializeParams, encoding: types.PositionEncodingKind | str | None) -> Client:
    """The client that sent `initialize`."""
    capabilities = params.capabilities
    workspace, document = capabilities.workspace, capabilities.text_document
    diagnostics = workspace.diagnostics if workspace else None
    watched = workspace.did_change_watched_files if workspace else None
    edit = workspace.workspace_edit if workspace else None
    hover = document.hover if document else None
    options = params.initialization_options
    return Client(
        ENCODINGS.get(str(getattr(encoding, "value", encoding)), "utf-16"),
        _folders(params),
        pulls=bool(document and document.diagnostic),
        refreshes=bool(diagnostics and diagnostics.refresh_support),
        watches=bool(watched and watched.dynamic_registration),
        versions=bool(edit and edit.document_changes),
        markdown=types.MarkupKind.Markdown in ((hover and hover.content_format) or ()),
        shows_explanations=isinstance(options, dict) and options.get("showsExplanations") is True,
    )


def _folders(params: types.InitializeParams) -> tuple[str, ...]:
    if params.workspace_folders:
        return tuple(folders_of(params.workspace_folders))
    root = path_of(params.root_uri) if params.root_uri else params.root_path
    return (root,) if root else ()


def folders_of(folders: Iterable[types.WorkspaceFolder]) -> list[str]:
    """The paths of workspace folders."""
    return [path for folder in folders if (path := path_of(folder.uri))]


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


def diagnostic_tail(rule: str, severity: Severity, message: str, docs: str | None) -> str:
    """Everything of a diagnostic that does not depend on its place, as the end of a JSON object."""
    value: dict[str, Any] = {"severity": SEVERITIES[severity], "code": rule}
    if docs and docs.startswith(("https://", "http://")):
        value["codeDescription"] = {"href": docs}
    value |= {"source": SOURCE, "message": message}
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


def diagnostic_options() -> types.DiagnosticOptions:
    """How diagnostics are pulled."""
    return types.DiagnosticOptions(inter_file_dependencies=True, workspace_diagnostics=False, identifier=SOURCE)


def code_action_options(kinds: Sequence[str]) -> types.CodeActionOptions:
    """The kinds of actions on offer."""
    return types.CodeActionOptions(code_action_kinds=list(kinds))


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
