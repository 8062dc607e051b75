"""Tables and columns that an open file makes are renamed; other names stay, with the reason.

A word between « and » is what is renamed to `fresh`.
"""

from __future__ import annotations

import re

import pytest
from lsp_client import Json
from lsp_folder import Folder

RENAMED = {
    "a table": (
        "CREATE TABLE «a» (id int);\nCREATE INDEX i ON a (id); INSERT INTO public.A SELECT * FROM a AS x; -- a\n",
        "CREATE TABLE fresh (id int);\nCREATE INDEX i ON fresh (id); "
        "INSERT INTO public.fresh SELECT * FROM fresh AS x; -- a\n",
    ),
    "a column": (
        "CREATE TABLE a (id int, n int, CHECK (n > 0));\nSELECT a.«n», b.n FROM a, other b;\n",
        "CREATE TABLE a (id int, fresh int, CHECK (fresh > 0));\nSELECT a.fresh, b.n FROM a, other b;\n",
    ),
    "a column that is added to a table of another file": (
        "ALTER TABLE old ADD COLUMN «n» int;\nUPDATE old SET n = 1;\n",
        "ALTER TABLE old ADD COLUMN fresh int;\nUPDATE old SET fresh = 1;\n",
    ),
}
REFUSED = {
    "of another file": ("SELECT * FROM «old»;", "`old` is made in 1.sql; the database may have it"),
    "of no file": ("SELECT * FROM «elsewhere»;", "`elsewhere` is made by no file of this project"),
    "used in another file": ("CREATE TABLE «shared» (id int);", "`shared` is used in 3.sql too"),
    "that is an index": ("CREATE INDEX «i» ON old (id);", "Only tables and columns can be renamed here."),
    "that is a keyword": ("«SELECT» 1;", "Only tables and columns can be renamed here."),
    "in what cannot be read": (
        "CREATE TABLE «a» (id int);\nFROB a;",
        "`a` also stands in the statement of line 2, which could not be read.",
    ),
    "renamed by the file itself": (
        "CREATE TABLE «a» (id int);\nALTER TABLE a RENAME TO b;",
        "`a` goes by another name in a part of this file.",
    ),
}
TAKEN = {
    "table": ("CREATE TABLE «a» (id int); CREATE TABLE fresh (id int);", "fresh"),
    "table of another file": ("CREATE TABLE «a» (id int);", "OLD"),
    "column": ("CREATE TABLE a («n» int, fresh int);", "fresh"),
}


def pointed(folder: Folder, marked: str) -> Json:
    place = re.search(r"«(.+?)»", marked)
    assert place
    folder.write("1.sql", "CREATE TABLE old (id int);\n")
    folder.write("3.sql", "SELECT id FROM shared;\n")
    folder.open("2.sql", re.sub("[«»]", "", marked))
    before = marked[: place.start()]
    line = before.count("\n")
    return {
        "textDocument": {"uri": folder.uri("2.sql")},
        "position": {"line": line, "character": len(before) - (before.rfind("\n") + 1)},
    }


def ask(folder: Folder, method: str, params: Json) -> Json:
    return folder.client.response(folder.client.start_request(f"textDocument/{method}", params))


def edited(text: str, edits: list[Json]) -> str:
    lines = text.splitlines(keepends=True)
    for edit in sorted(edits, key=lambda edit: str(edit["range"]["start"]), reverse=True):
        start, end = edit["range"]["start"], edit["range"]["end"]
        line = lines[start["line"]]
        lines[start["line"]] = line[: start["character"]] + edit["newText"] + line[end["character"] :]
    return "".join(lines)


@pytest.mark.parametrize(("marked", "expected"), RENAMED.values(), ids=RENAMED)
def test_what_a_file_makes_is_renamed(folder: Folder, marked: str, expected: str) -> None:
    place = pointed(folder, marked)
    assert ask(folder, "prepareRename", place)["result"]["placeholder"] in marked
    (change,) = ask(folder, "rename", {**place, "newName": "fresh"})["result"]["documentChanges"]
    assert change["textDocument"] == {"uri": folder.uri("2.sql"), "version": 1}
    assert edited(re.sub("[«»]", "", marked), change["edits"]) == expected


@pytest.mark.parametrize(("marked", "reason"), REFUSED.values(), ids=REFUSED)
def test_other_names_stay(folder: Folder, marked: str, reason: str) -> None:
    place = pointed(folder, marked)
    for method, more in (("prepareRename", {}), ("rename", {"newName": "fresh"})):
        error = ask(folder, method, {**place, **more})["error"]
        assert error["code"] == -32803
        assert error["message"].startswith(reason)


@pytest.mark.parametrize(("marked", "name"), TAKEN.values(), ids=TAKEN)
def test_a_name_that_is_taken_is_refused(folder: Folder, marked: str, name: str) -> None:
    error = ask(folder, "rename", {**pointed(folder, marked), "newName": name})["error"]
    assert error["message"].endswith(f"called `{name.lower()}` already.")


@pytest.mark.parametrize(
    ("name", "written"),
    [("Fresh", "fresh"), ('"Fresh"', '"Fresh"'), ("two words", '"two words"'), ("order", '"order"'), ('a"b', '"a""b"')],
)
def test_names_are_quoted_where_they_must_be(folder: Folder, name: str, written: str) -> None:
    place = pointed(folder, "CREATE TABLE «a» (id int);")
    (change,) = ask(folder, "rename", {**place, "newName": name})["result"]["documentChanges"]
    assert [edit["newText"] for edit in change["edits"]] == [written]


@pytest.mark.parametrize("name", ["", "  ", "a\nb"])
def test_what_is_no_name_is_refused(folder: Folder, name: str) -> None:
    place = pointed(folder, "CREATE TABLE «a» (id int);")
    assert ask(folder, "rename", {**place, "newName": name})["error"]["message"] == f"`{name}` is no name."
