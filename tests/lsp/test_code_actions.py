"""Actions do what they say: afterwards the finding is gone, and nothing else has changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lsp_client import Json, at
from lsp_folder import COLUMN, INDEX, Folder

from sqlreview.examples import Bad
from sqlreview.lsp.at_place import findings_at
from sqlreview.lsp.code_actions import Action, Wanted, actions_at
from sqlreview.lsp.session import OpenFile, Session
from sqlreview.packs import load_packs
from sqlreview.rule import Rule
from sqlreview.sql.statements import split_statements
from sqlreview.testing import case_files, config_of
from sqlreview.text import Span, apply_edits

EVERYWHERE = Span(0, 1 << 30)
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
        f"Ignore {INDEX} in this statement",
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


def _bad_examples() -> list[Any]:
    return [
        pytest.param(rule, example, id=f"{rule.id}-{number}")
        for rule in load_packs().rules
        for number, example in enumerate(rule.examples)
        if isinstance(example, Bad) and not example.options and example.in_transaction is None
    ]


@pytest.mark.parametrize(("rule", "example"), _bad_examples())
def test_ignoring_silences_a_rule_and_changes_no_statement(rule: type[Rule[Any]], example: Bad, tmp_path: Path) -> None:
    """For every finding in the examples of every rule."""
    engine = config_of(example).engine
    (tmp_path / "sqlreview.toml").write_text(f'select = ["{rule.id}"]\nengine = "{engine}"\n')
    texts = {file.name: file.sql for file in case_files(example)}
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    for name, text in texts.items():
        file = _opened(tmp_path, name, text)
        before = findings_at(file, EVERYWHERE)
        for placed in before:
            ignoring = [action for action in _ignoring(file, placed.span) if action.at == placed.span]
            here, everywhere = (_after(tmp_path, name, text, action) for action in ignoring[:2])
            assert findings_at(everywhere, EVERYWHERE) == []
            left = [found.finding for found in findings_at(here, EVERYWHERE)]
            assert len(left) < len(before)
            for changed in (here, everywhere):
                assert _statements(changed.text.text, engine) == _statements(text, engine)


def _ignoring(file: OpenFile, place: Span) -> list[Action]:
    return [action for action in actions_at(file, place, Wanted(["quickfix"])) if action.title.startswith("Ignore")]


def _opened(folder: Path, name: str, text: str) -> OpenFile:
    session = Session("utf-16", [str(folder)], pytest.fail)
    session.open(name, str(folder / name), "sql", 1, text)
    return session.files[name]


def _after(folder: Path, name: str, text: str, action: Action) -> OpenFile:
    return _opened(folder, name, apply_edits(text, action.edits))


def _statements(text: str, engine: Any) -> list[list[str]]:
    """Statements without comments."""
    return [
        [line.strip() for line in statement.text.split("\n") if not line.strip().startswith("-- sqlreview:")]
        for statement in split_statements(text, engine)
    ]


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        (
            "ALTER TABLE a\n    ADD COLUMN x text,\n    ADD COLUMN b int NOT NULL;\n",
            "ALTER TABLE a\n    ADD COLUMN x text,\n    {}\n    ADD COLUMN b int NOT NULL;\n",
        ),
        (
            "BEGIN; ALTER TABLE a ADD COLUMN b int NOT NULL;\nCOMMIT;\n",
            "BEGIN; \n{}\nALTER TABLE a ADD COLUMN b int NOT NULL;\nCOMMIT;\n",
        ),
        ("DO $$\nBEGIN\n  ALTER TABLE a ADD COLUMN b int NOT NULL;\nEND $$;\n", None),
        (
            "COMMENT ON TABLE a IS 'x\ny'; ALTER TABLE a\r\n  ADD COLUMN b int NOT NULL;\r\n",
            "COMMENT ON TABLE a IS 'x\ny'; ALTER TABLE a\r\n  {}\r\n  ADD COLUMN b int NOT NULL;\r\n",
        ),
        (
            "ALTER TABLE a ALTER x SET DEFAULT '\n', ADD COLUMN b int NOT NULL;\n",
            "{}\nALTER TABLE a ALTER x SET DEFAULT '\n', ADD COLUMN b int NOT NULL;\n",
        ),
        (
            "--liquibase formatted sql\n\tALTER TABLE a ADD COLUMN b int NOT NULL;\n",
            "--liquibase formatted sql\n\t{}\n\tALTER TABLE a ADD COLUMN b int NOT NULL;\n",
        ),
    ],
)
def test_where_the_comment_goes(folder: Folder, sql: str, expected: str | None) -> None:
    folder.open("1.sql", sql)
    (diagnostic,) = folder.client.diagnostics(folder.uri("1.sql"))
    assert diagnostic["code"] == COLUMN
    ignoring = folder.actions("1.sql", diagnostic["range"], only=["quickfix"])
    once, always = [action for action in ignoring if action["title"].startswith("Ignore")]
    after = applied(sql, once)
    if expected is not None:
        assert after == expected.format(f"-- sqlreview: ignore[{COLUMN}]")
    for text in (after, applied(sql, always)):
        folder.change("1.sql", {"text": text})
        assert folder.found("1.sql") == []
    assert applied(sql, always).startswith("--liquibase") == sql.startswith("--liquibase")
