"""What matters of a client: its capabilities, its folders and its settings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lsprotocol import types

from sqlreview.lsp.convert import SOURCE, path_of
from sqlreview.text import Encoding

ENCODINGS: dict[str, Encoding] = {"utf-8": "utf-8", "utf-16": "utf-16", "utf-32": "utf-32"}


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
    creates: bool
    """Whether edits can create files."""
    resolves: bool
    """Whether it asks for the edit of an action when that is chosen."""
    shows_explanations: bool
    """Whether it shows the page that `sqlreview.explain` returns (`showsExplanations` of its options)."""
    markdown_suggestions: bool = False
    """Whether what is suggested may be documented in Markdown."""
    nests_symbols: bool = False
    """Whether the outline of a file may be a tree."""
    lenses: bool = False
    """Whether the impact of statements is wanted as code lenses (`lenses` of its options or settings)."""
    hints: bool = False
    """Whether it is wanted as inlay hints (`hints`)."""
    refreshes_lenses: bool = False
    refreshes_hints: bool = False
    shows_progress: bool = False
    looks_everywhere: bool = True
    """Whether it may ask for the diagnostics of files that are not open (`workspaceDiagnostics` of its options)."""
    configures: bool = False
    """Whether it can be asked for its settings."""
    configuration: Mapping[str, Any] = field(default_factory=dict)
    """What its settings say as `configuration`: keys of a `sqlreview.toml`, which hold where no file says otherwise."""


def client_of(params: types.InitializeParams, encoding: types.PositionEncodingKind | str | None) -> Client:
    """The client that sent `initialize`."""
    capabilities = params.capabilities
    workspace, document = capabilities.workspace, capabilities.text_document
    diagnostics = workspace.diagnostics if workspace else None
    watched = workspace.did_change_watched_files if workspace else None
    edit = workspace.workspace_edit if workspace else None
    hover = document.hover if document else None
    actions = document.code_action if document else None
    resolve = actions.resolve_support if actions else None
    options = params.initialization_options
    symbols = document.document_symbol if document else None
    suggested = document.completion.completion_item if document and document.completion else None
    lens, hint = (workspace.code_lens, workspace.inlay_hint) if workspace else (None, None)
    client = Client(
        ENCODINGS.get(str(getattr(encoding, "value", encoding)), "utf-16"),
        _folders(params),
        pulls=bool(document and document.diagnostic),
        refreshes=bool(diagnostics and diagnostics.refresh_support),
        watches=bool(watched and watched.dynamic_registration),
        versions=bool(edit and edit.document_changes),
        creates=bool(edit and types.ResourceOperationKind.Create in (edit.resource_operations or ())),
        resolves=bool(actions and actions.data_support and resolve and "edit" in resolve.properties),
        markdown=types.MarkupKind.Markdown in ((hover and hover.content_format) or ()),
        markdown_suggestions=bool(suggested and types.MarkupKind.Markdown in (suggested.documentation_format or ())),
        shows_explanations=isinstance(options, dict) and options.get("showsExplanations") is True,
        nests_symbols=bool(symbols and symbols.hierarchical_document_symbol_support),
        looks_everywhere=_looks_everywhere(params),
        configures=bool(workspace and workspace.configuration),
        shows_progress=bool(capabilities.window and capabilities.window.work_done_progress),
        refreshes_lenses=bool(lens and lens.refresh_support),
        refreshes_hints=bool(hint and hint.refresh_support),
    )
    return with_settings(client, {SOURCE: options})


def _looks_everywhere(params: types.InitializeParams) -> bool:
    options, client = params.initialization_options, params.client_info
    # Neovim 0.12 asks for all files when it is told to ask again, and keeps its open files as they were
    usual = client is None or client.name != "Neovim"
    return options.get("workspaceDiagnostics", usual) is True if isinstance(options, dict) else usual


def with_settings(client: Client, settings: object) -> Client:
    """The client with what its settings say under "sqlreview"; what they do not say stays."""
    said = settings.get(SOURCE) if isinstance(settings, dict) else None
    if not isinstance(said, dict):
        return client
    lenses, hints = said.get("lenses", client.lenses), said.get("hints", client.hints)
    settings = said.get("configuration", client.configuration)
    configuration = settings if isinstance(settings, dict) else {}
    return replace(client, lenses=lenses is True, hints=hints is True, configuration=configuration)


def _folders(params: types.InitializeParams) -> tuple[str, ...]:
    if params.workspace_folders:
        return tuple(folders_of(params.workspace_folders))
    root = path_of(params.root_uri) if params.root_uri else params.root_path
    return (root,) if root else ()


def folders_of(folders: Iterable[types.WorkspaceFolder]) -> list[str]:
    """The paths of workspace folders."""
    return [path for folder in folders if (path := path_of(folder.uri))]
