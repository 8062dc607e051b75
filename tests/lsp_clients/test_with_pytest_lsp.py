"""Every feature of the server, asked by a client that takes answers apart as the protocol types them.

The capabilities are those of real editors; the shop of examples/ is the workspace.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from lsprotocol import types
from pygls.client import JsonRPCClient
from pygls.uris import to_fs_path
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities, make_test_lsp_client

pytestmark = pytest.mark.asyncio(loop_scope="module")
SHOP = Path(__file__).parents[2] / "examples" / "shop"
EDITORS = ("visual-studio-code", "neovim@v0.11.0", "neovim@v0.7.0", "emacs")
INDEXES, REVIEWS, ORDERS = "migrations/0003_indexes.sql", "migrations/0002_reviews.sql", "queries/orders.sql"


@dataclass
class Editor:
    """An editor with the shop open."""

    client: LanguageClient
    folder: Path
    offered: types.ServerCapabilities
    texts: dict[str, str] = field(default_factory=dict)

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str | None = None) -> types.TextDocumentIdentifier:
        """Opens a file once, with the text on the disk unless another is given."""
        if name not in self.texts:
            self.texts[name] = (self.folder / name).read_text(encoding="utf-8") if text is None else text
            item = types.TextDocumentItem(self.uri(name), "sql", 1, self.texts[name])
            self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return types.TextDocumentIdentifier(self.uri(name))

    def at(self, name: str, word: str) -> types.Position:
        """The place behind the first letter of a word that a file has."""
        before = self.texts[name][: self.texts[name].index(word)]
        return types.Position(before.count("\n"), len(before) - before.rfind("\n"))

    def whole(self, name: str) -> types.Range:
        return types.Range(types.Position(0, 0), types.Position(self.texts[name].count("\n") + 1, 0))

    async def diagnostics(self, name: str) -> list[types.Diagnostic]:
        """What is found in a file, pulled or pushed."""
        uri = self.open(name).uri
        if self.offered.diagnostic_provider is None:
            while uri not in self.client.diagnostics:
                await self.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
            return list(self.client.diagnostics[uri])
        report = await self.client.text_document_diagnostic_async(
            types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
        )
        assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
        return list(report.items)


def client_factory() -> JsonRPCClient:
    client = make_test_lsp_client()

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)  # type: ignore[untyped-decorator]
    def register(params: types.RegistrationParams) -> None:
        """Agrees; files are not watched here."""

    return client


@pytest_asyncio.fixture(scope="module", loop_scope="module", params=EDITORS)
async def editor(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Editor]:
    folder = tmp_path_factory.mktemp("workspace") / "shop"
    shutil.copytree(SHOP, folder)
    capabilities = client_capabilities(request.param)
    if request.param == "visual-studio-code":  # the recorded ones are older than pulling
        assert capabilities.text_document is not None
        capabilities.text_document.diagnostic = types.DiagnosticClientCapabilities()
    config = ClientServerConfig([sys.executable, "-m", "sqlreview", "lsp"], client_factory=client_factory)
    client = await config.start()
    assert isinstance(client, LanguageClient)
    workspace = [types.WorkspaceFolder(folder.as_uri(), "shop")]
    begun = await client.initialize_session(
        types.InitializeParams(capabilities, root_uri=folder.as_uri(), workspace_folders=workspace)
    )
    yield Editor(client, folder, begun.capabilities)
    await client.shutdown_session()
    await client.stop()  # type: ignore[no-untyped-call]


async def test_diagnostics(editor: Editor) -> None:
    found = await editor.diagnostics(INDEXES)
    index = next(item for item in found if item.code == "locks/blocking-index-build")
    assert index.source == "sqlreview"
    assert index.severity == types.DiagnosticSeverity.Warning
    assert index.range.start == types.Position(1, 0)
    assert index.code_description is not None
    page = to_fs_path(index.code_description.href)
    assert page is not None
    assert "blocking-index-build" in Path(page).read_text(encoding="utf-8")


async def test_related_places_in_other_files(editor: Editor) -> None:
    found = await editor.diagnostics(REVIEWS)
    key = next(item for item in found if item.code == "indexes/unindexed-foreign-key")
    places = [item.location.uri for item in key.related_information or ()]
    assert places in ([editor.uri("migrations/0001_create_shop.sql")], [])


async def test_hover(editor: Editor) -> None:
    document = editor.open(INDEXES)
    place = editor.at(INDEXES, "CREATE INDEX")
    found = await editor.client.text_document_hover_async(types.HoverParams(document, place))
    assert found is not None
    text = found.contents.value if isinstance(found.contents, types.MarkupContent) else str(found.contents)
    assert "Impact" in text


async def test_definition_references_and_highlights(editor: Editor) -> None:
    document = editor.open(INDEXES)
    place = editor.at(INDEXES, "orders (")
    made = await editor.client.text_document_definition_async(types.DefinitionParams(document, place))
    assert isinstance(made, types.Location)
    assert made.uri == editor.uri("migrations/0001_create_shop.sql")
    context = types.ReferenceContext(include_declaration=True)
    named = await editor.client.text_document_references_async(types.ReferenceParams(context, document, place))
    assert named is not None
    assert {editor.uri(INDEXES), editor.uri(ORDERS), made.uri} <= {item.uri for item in named}
    here = await editor.client.text_document_document_highlight_async(types.DocumentHighlightParams(document, place))
    assert here is not None
    assert place.line in {item.range.start.line for item in here}


async def test_symbols(editor: Editor) -> None:
    document = editor.open("migrations/0001_create_shop.sql")
    outline = await editor.client.text_document_document_symbol_async(types.DocumentSymbolParams(document))
    assert outline is not None
    assert {"customers", "orders"} <= {item.name for item in outline}
    everywhere = await editor.client.workspace_symbol_async(types.WorkspaceSymbolParams("order_items"))
    assert everywhere is not None
    assert "order_items" in {item.name for item in everywhere}


async def test_completion(editor: Editor) -> None:
    name = "queries/new.sql"
    document = editor.open(name, "SELECT * FROM ord")
    end = types.Position(0, len(editor.texts[name]))
    found = await editor.client.text_document_completion_async(types.CompletionParams(document, end))
    assert isinstance(found, types.CompletionList)
    assert {"orders", "order_items"} <= {item.label for item in found.items}


async def test_folding_and_selection(editor: Editor) -> None:
    document = editor.open("migrations/0001_create_shop.sql")
    folds = await editor.client.text_document_folding_range_async(types.FoldingRangeParams(document))
    assert folds
    assert all(fold.start_line < fold.end_line for fold in folds)
    places = [types.Position(4, 6)]
    chosen = await editor.client.text_document_selection_range_async(types.SelectionRangeParams(document, places))
    assert chosen
    assert chosen[0].parent is not None


async def test_actions(editor: Editor) -> None:
    name = ORDERS
    found = await editor.diagnostics(name)
    unused = next(item for item in found if item.code == "docs/unused-suppression")
    document = types.TextDocumentIdentifier(editor.uri(name))
    context = types.CodeActionContext([unused])
    actions = await editor.client.text_document_code_action_async(
        types.CodeActionParams(document, unused.range, context)
    )
    fix = next(item for item in actions or () if isinstance(item, types.CodeAction) and item.title.startswith("Remove"))
    assert fix.edit is not None
    assert fix.edit.document_changes or fix.edit.changes


async def test_renaming(editor: Editor) -> None:
    name = "migrations/0008_new.sql"
    document = editor.open(name, "CREATE TABLE drafts (id bigint PRIMARY KEY);\nCREATE INDEX i ON drafts (id);\n")
    place = editor.at(name, "drafts (id bigint")
    prepared = await editor.client.text_document_prepare_rename_async(types.PrepareRenameParams(document, place))
    assert isinstance(prepared, types.PrepareRenamePlaceholder)
    assert prepared.placeholder == "drafts"
    edit = await editor.client.text_document_rename_async(types.RenameParams(document, place, "plans"))
    assert edit is not None
    assert edit.document_changes or edit.changes


@pytest.mark.parametrize(
    ("command", "key"), [("status", "engine"), ("impact", "text"), ("schema", "diagram"), ("review", "files")]
)
async def test_commands(editor: Editor, command: str, key: str) -> None:
    arguments = [] if command == "review" else [editor.open(INDEXES).uri]
    found: Any = await editor.client.workspace_execute_command_async(
        types.ExecuteCommandParams(f"sqlreview.{command}", arguments)
    )
    assert (found[key] if isinstance(found, dict) else getattr(found, key)) is not None


async def test_lenses_and_hints(editor: Editor) -> None:
    document = editor.open(INDEXES)
    settings = {"sqlreview": {"lenses": True, "hints": True}}
    editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings))
    lenses = await editor.client.text_document_code_lens_async(types.CodeLensParams(document))
    assert [lens.range.start.line for lens in lenses or ()][:1] == [1]
    hints = await editor.client.text_document_inlay_hint_async(types.InlayHintParams(document, editor.whole(INDEXES)))
    assert [hint.position.line for hint in hints or ()][:1] == [1]
