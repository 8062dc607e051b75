"""Every question gets an answer, wherever it points and whatever stands there."""

from __future__ import annotations

import pytest
from lsp_client import Json
from lsp_folder import Folder

METHODS = (
    "textDocument/completion",
    "textDocument/definition",
    "textDocument/references",
    "textDocument/documentHighlight",
    "textDocument/hover",
    "textDocument/documentSymbol",
    "textDocument/foldingRange",
    "textDocument/selectionRange",
    "textDocument/codeLens",
    "textDocument/inlayHint",
)
TEXTS = {
    "empty": "",
    "blanks": " \r\n\r\n\t",
    "a bracket": "SELECT (((",
    "a string": "SELECT 'never closed",
    "an emoji": '-- 🙂\nCREATE TABLE "🙂" ("🙂" int);\rSELECT "🙂" FROM "🙂"',
    "a body": "DO $$ BEGIN SELECT FROM",
    "dots": "SELECT . FROM a..b WHERE .",
    "only a keyword": "ALTER TABLE",
    "commas": "CREATE TABLE t (,,,); DROP TABLE ,,",
    "templates": "SELECT * FROM {{ ref('x') }} WHERE ${a} = 1",
    "no SQL": "\x00\x01 )]} ;;; \\copy",
}
PLACES = [(0, 0), (0, 3), (0, 7), (0, 13), (1, 0), (1, 16), (99, 99), (0, 2**31 - 1), (2**31 - 1, 0)]


@pytest.mark.parametrize("name", TEXTS)
def test_no_question_fails(folder: Folder, name: str) -> None:
    folder.open("1.sql", TEXTS[name])
    for line, character in PLACES:
        position = {"line": line, "character": character}
        params: Json = {
            "textDocument": {"uri": folder.uri("1.sql")},
            "position": position,
            "positions": [position],
            "range": {"start": position, "end": position},
            "context": {"includeDeclaration": True, "triggerKind": 1},
        }
        requests = [(method, folder.client.start_request(method, params)) for method in METHODS]
        for method, request in requests:
            response = folder.client.response(request)
            assert "error" not in response, (method, position, response)


@pytest.mark.parametrize("method", METHODS)
def test_files_of_no_project_have_an_empty_answer(folder: Folder, method: str) -> None:
    position = {"line": 0, "character": 0}
    params = {
        "textDocument": {"uri": "untitled:nowhere"},
        "position": position,
        "positions": [position],
        "range": {"start": position, "end": position},
        "context": {"includeDeclaration": True, "triggerKind": 1},
    }
    assert not folder.client.ask(method, params)
