"""Actions do what they say: afterwards the finding is gone, and nothing else has changed."""

from __future__ import annotations

from typing import Any

import pytest
from lsp_client import Json, at
from lsp_folder import COLUMN, INDEX, Folder

TWO = "CREATE INDEX a ON b (c);\nCREATE INDEX d ON b (e);\n"


def applied(text: str, action: Json) -> str:
    """The text after an action's edits."""
    from sqlreview.lsp.documents import Change, Text

    (change,) = action["edit"]["documentChanges"]
    after = Text(text, "utf-16")
    for edit in reversed(change["edits"]):
        start, end = ((place["line"], place["character"]) for place in (edit["range"]["start"], edit["range"]["end"]))
        after.apply(Change(edit["newText"], start, end))
    return after.text


def named(actions: list[Json], beginning: str) -> Json:
    (found,) = [action for action in actions if action["title"].startswith(beginning)]
    return found


def test_the_menu(folder: Folder) -> None:
    folder.open("1.sql", TWO)
    (diagnostic, _) = folder.client.diagnostics(folder.uri("1.sql"))
    actions = folder.actions("1.sql", at(0, 3), diagnostics=[diagnostic])
    assert [action["title"] for action in actions] == [
        "Build it CONCURRENTLY",
        f"Ignore {INDEX} for this statement",
        f"Ignore {INDEX} in this file",
        f"Explain {INDEX}",
        "Fix all safe findings of sqlreview",
    ]
    assert actions[0]["isPreferred"]
    assert all(action["diagnostics"] == [diagnostic] for action in actions[:4])
    assert actions[0]["edit"]["documentChanges"][0]["textDocument"] == {"uri": folder.uri("1.sql"), "version": 1}


def test_a_fix_is_applied_and_reviewed(folder: Folder) -> None:
    folder.open("1.sql", "/* 😀 */ " + TWO)
    fixed = applied("/* 😀 */ " + TWO, named(folder.actions("1.sql", at(0, 20)), "Build"))
    assert fixed == "/* 😀 */ " + TWO.replace("INDEX a", "INDEX CONCURRENTLY a")
    folder.change("1.sql", {"text": fixed})
    assert folder.found("1.sql") == [(INDEX, 1, 0)]


@pytest.mark.parametrize(
    ("context", "kinds"),
    [
        ({"only": ["quickfix"]}, {"quickfix"}),
        ({"only": ["source.fixAll.sqlreview"]}, {"source.fixAll.sqlreview"}),
        ({"only": ["source.fixAll"]}, {"source.fixAll.sqlreview"}),
        ({"only": ["source"]}, {"source.fixAll.sqlreview"}),
        ({"only": ["source.organizeImports"]}, set()),
        ({"only": ["refactor"]}, set()),
        ({"only": [""]}, {"quickfix", "source.fixAll.sqlreview"}),
        ({"triggerKind": 2}, {"quickfix"}),
        ({"triggerKind": 1}, {"quickfix", "source.fixAll.sqlreview"}),
    ],
)
def test_only_what_is_asked_for(folder: Folder, context: dict[str, Any], kinds: set[str]) -> None:
    folder.open("1.sql", TWO)
    assert {action["kind"] for action in folder.actions("1.sql", at(0, 3), **context)} == kinds


def test_fix_all(folder: Folder) -> None:
    folder.open("1.sql", TWO + "ALTER TABLE b ADD COLUMN f int NOT NULL;\n")
    (action,) = folder.actions("1.sql", at(9, 9), only=["source.fixAll"])
    fixed = applied(TWO, action)
    assert fixed == TWO.replace("INDEX", "INDEX CONCURRENTLY")
    folder.change("1.sql", {"range": at(0, 0, 2, 0), "text": fixed})
    assert folder.found("1.sql") == [(COLUMN, 2, 31)]
    assert folder.actions("1.sql", at(0, 0), only=["source.fixAll"]) == []


def test_explain(folder: Folder) -> None:
    folder.open("1.sql", TWO)
    command = named(folder.actions("1.sql", at(0, 3)), "Explain")["command"]
    page = folder.client.ask("workspace/executeCommand", command)
    assert page.startswith("# ")
    assert INDEX in page
    shown = folder.client.wait(lambda message: message.get("method") == "window/showMessage")["params"]
    assert shown["message"].startswith(f"{INDEX}: ")
    unknown = {"command": "sqlreview.explain", "arguments": ["no/such-rule"]}
    assert folder.client.ask("workspace/executeCommand", unknown) is None


def test_nothing_where_nothing_is_found(folder: Folder) -> None:
    folder.open("1.sql", "SELECT 1;\n")
    assert folder.actions("1.sql", at(0, 3)) == []
    assert folder.actions("never-opened.sql", at(0, 3)) == []
