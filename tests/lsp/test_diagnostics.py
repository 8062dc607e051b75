"""What is found reaches the editor, also in other files, after every way a text can change."""

from __future__ import annotations

from pathlib import Path

from lsp_client import PULLING, Client, Json, at
from lsp_folder import COLUMN, CONFIGURATION, FOREIGN_KEY, INDEX, Folder

from sqlreview.config import read_config
from sqlreview.migrations.project import discover
from sqlreview.project import Project

TABLES = "CREATE TABLE users (id bigint PRIMARY KEY);\nCREATE TABLE orders (id bigint, user_id bigint);\n"
KEY = "ALTER TABLE orders ADD CONSTRAINT k FOREIGN KEY (user_id) REFERENCES users (id);\n"


def append(text: str, line: int, column: int = 0) -> Json:
    return {"range": at(line, column), "text": text}


def test_pulled_until_fixed(folder: Folder) -> None:
    folder.write("1.sql", TABLES)
    folder.write("2.sql", KEY)
    folder.open("2.sql")
    first = folder.client.pull(folder.uri("2.sql"))
    (item,) = first["items"]
    assert item["source"] == "sqlreview"
    assert (item["code"], item["severity"]) == (FOREIGN_KEY, 2)
    assert item["range"]["start"] == {"line": 0, "character": 19}
    again = folder.client.pull(folder.uri("2.sql"), first["resultId"])
    assert again == {"kind": "unchanged", "resultId": first["resultId"]}
    folder.change("2.sql", append(" NOT VALID", 0, len(KEY) - 2))
    assert folder.client.pull(folder.uri("2.sql"), first["resultId"])["items"] == []
    assert folder.client.process.poll() is None


def test_never_pushed_to_a_client_that_pulls(folder: Folder) -> None:
    folder.open("1.sql", "CREATE INDEX a ON b (c);\n")
    assert folder.found("1.sql") == [(INDEX, 0, 0)]
    folder.client.nothing(lambda message: message.get("method") == "textDocument/publishDiagnostics", 0.2)


def test_pushed_until_closed(pushed_folder: Folder) -> None:
    folder = pushed_folder
    folder.open("1.sql", "CREATE INDEX a ON b (c);\n")
    assert folder.pushed("1.sql") == [(INDEX, 0, 0)]
    folder.change("1.sql", {"range": at(0, 12), "text": " CONCURRENTLY"})
    assert folder.pushed("1.sql") == []
    folder.change("1.sql", append("CREATE INDEX d ON b (e);", 1))
    assert folder.pushed("1.sql") == [(INDEX, 1, 0)]
    folder.close("1.sql")
    assert folder.client.published(folder.uri("1.sql")) == []


def test_pushed_when_typing_pauses(pushed_folder: Folder) -> None:
    folder = pushed_folder
    folder.open("1.sql", "\n")
    assert folder.pushed("1.sql") == []
    for column, character in enumerate("CREATE INDEX a ON b (c);"):
        folder.change("1.sql", append(character, 0, column))
    assert folder.pushed("1.sql") == [(INDEX, 0, 0)]
    folder.client.nothing(lambda message: message.get("method") == "textDocument/publishDiagnostics", 0.2)
    folder.change("1.sql", append(" ", 1))
    assert folder.pushed("1.sql") == [(INDEX, 0, 0)]


def test_an_edit_clears_a_finding_in_another_file(pushed_folder: Folder) -> None:
    folder = pushed_folder
    folder.write("1.sql", "SELECT 1;\n")
    folder.write("2.sql", "ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES u (b);\n")
    folder.write("sqlreview.toml", CONFIGURATION + 'released = "0.sql"\n')
    folder.open("2.sql")
    assert folder.pushed("2.sql") == [(FOREIGN_KEY, 0, 14)]
    folder.open("1.sql")
    folder.change("1.sql", {"text": "CREATE TABLE u (b int);\nCREATE TABLE t (a int);\n"})
    assert folder.client.published(folder.uri("2.sql")) == []
    folder.close("1.sql")
    assert len(folder.client.published(folder.uri("2.sql"))) == 1


def test_a_client_that_pulls_is_asked_to_pull_again(folder: Folder) -> None:
    folder.write("sqlreview.toml", CONFIGURATION + 'released = "0.sql"\n')
    folder.open("1.sql", "SELECT 1;\n")
    folder.open("2.sql", "CREATE INDEX i ON t (a);\n")
    assert folder.found("2.sql") == [(INDEX, 0, 0)]
    assert folder.found("1.sql") == []
    folder.client.unread.clear()
    folder.change("1.sql", {"text": "CREATE TABLE t (a int);\n"})
    folder.client.wait(lambda message: message.get("method") == "workspace/diagnostic/refresh")
    assert folder.found("2.sql") == []


def test_edits_with_every_kind_of_line_end(folder: Folder) -> None:
    for name, end in (("1.sql", "\r\n"), ("2.sql", "\r"), ("3.sql", "\n")):
        folder.open(name, f"/* 😀\f */{end}SELECT 1;{end}{end}SELECT 2;")
        folder.change(name, append("/* 漢 */\tCREATE INDEX a ON b (c);", 2), append("CREATE INDEX d ON b (e); ", 1))
        assert folder.found(name) == [(INDEX, 1, 0), (INDEX, 2, 8)]
        folder.change(name, {"range": at(0, 0, 1, 0), "text": ""})
        assert folder.found(name) == [(INDEX, 0, 0), (INDEX, 1, 8)]


def test_comments_silence(folder: Folder) -> None:
    folder.open("1.sql", "CREATE INDEX a ON b (c);\nCREATE INDEX d ON b (e);\n")
    folder.change("1.sql", append(f"-- sqlreview: ignore[{INDEX}]\n", 0))
    assert folder.found("1.sql") == [(INDEX, 2, 0)]
    folder.change("1.sql", append(f"-- sqlreview: ignore-file[{INDEX}]\n", 3))
    assert folder.found("1.sql") == []
    folder.change("1.sql", {"range": at(3, 0, 4, 0), "text": ""}, {"range": at(0, 0, 1, 0), "text": ""})
    assert folder.found("1.sql") == [(INDEX, 0, 0), (INDEX, 1, 0)]


def test_files_on_disk_are_followed(folder: Folder) -> None:
    folder.write("2.sql", "CREATE INDEX i ON t (a);\n")
    folder.open("2.sql")
    assert folder.found("2.sql") == [(INDEX, 0, 0)]
    folder.write("1.sql", "SELECT 1;")
    folder.write("sqlreview.toml", CONFIGURATION + 'released = "0.sql"\n')
    folder.tell("1.sql", "sqlreview.toml")
    assert folder.found("2.sql") == [(INDEX, 0, 0)]
    folder.write("1.sql", "CREATE TABLE t (a int);")
    folder.tell("1.sql")
    assert folder.found("2.sql") == []
    (folder.path / "1.sql").unlink()
    folder.tell("1.sql")
    assert folder.found("2.sql") == [(INDEX, 0, 0)]


def test_the_configuration_is_followed_and_a_broken_one_is_not(folder: Folder) -> None:
    folder.write("1.sql", "CREATE INDEX a ON b (c);\n")
    folder.open("1.sql")
    assert folder.found("1.sql") == [(INDEX, 0, 0)]
    folder.write("sqlreview.toml", f'select = ["{COLUMN}"]')
    folder.tell("sqlreview.toml")
    assert folder.found("1.sql") == []
    folder.write("sqlreview.toml", 'select = ["locks/blocking-index-bild"]')
    folder.tell("sqlreview.toml")
    shown = folder.client.wait(lambda message: message.get("method") == "window/showMessage")["params"]
    assert shown["type"] == 1
    assert "did you mean" in shown["message"]
    assert folder.found("1.sql") == []
    folder.write("sqlreview.toml", f'select = ["{INDEX}"]\nseverity = {{ "{INDEX}" = "error" }}\n')
    folder.client.notify("textDocument/didSave", {"textDocument": {"uri": folder.uri("1.sql")}})
    assert folder.client.diagnostics(folder.uri("1.sql"))[0]["severity"] == 1


def test_the_files_that_a_configuration_extends_are_followed(folder: Folder) -> None:
    folder.write("sqlreview.toml", 'extends = "shared/base.toml"\n')
    folder.write("1.sql", "CREATE INDEX a ON b (c);\n")
    folder.tell("sqlreview.toml")
    folder.open("1.sql")
    folder.client.wait(lambda message: message.get("method") == "window/showMessage")
    folder.write("shared/base.toml", f'select = ["{INDEX}"]\n')
    folder.tell("shared/base.toml")
    assert folder.found("1.sql") == [(INDEX, 0, 0)]
    folder.write("shared/base.toml", f'select = ["{COLUMN}"]\n')
    folder.tell("shared/base.toml")
    assert folder.found("1.sql") == []


def test_overrides_count_from_the_configuration(folder: Folder) -> None:
    folder.write("db/sqlreview.toml", CONFIGURATION + f'[[overrides]]\npaths = ["/old/"]\nignore = ["{INDEX}"]\n')
    for name, found in (("db/old/1.sql", 0), ("db/new/old/1.sql", 1)):
        folder.open(name, "CREATE INDEX a ON b (c);\n")
        assert len(folder.found(name)) == found, name


def test_which_files_belong_to_the_review(folder: Folder) -> None:
    folder.write("sqlreview.toml", CONFIGURATION + 'exclude = ["seeds/"]\n')
    folder.write("inner/sqlreview.toml", f'select = ["{COLUMN}"]\n')
    index = "CREATE INDEX a ON b (c);\n"
    for name, found in (("seeds/1.sql", 0), ("new/1.sql", 1), ("inner/1.sql", 0), ("notes.tmpl", 1)):
        folder.open(name, index)
        assert len(folder.found(name)) == found, name
    folder.client.open(folder.uri("a.py"), index, language="python")
    assert folder.client.diagnostics(folder.uri("a.py")) == []
    folder.client.close(folder.uri("a.py"))
    folder.client.open("untitled:Untitled-7", index)
    assert INDEX in [item["code"] for item in folder.client.diagnostics("untitled:Untitled-7")]
    folder.client.close("untitled:Untitled-7")
    assert folder.client.diagnostics("untitled:Untitled-7") == []


def test_a_file_is_reviewed_with_its_folder_only(folder: Folder) -> None:
    """A file outside of every workspace folder knows nothing of its neighbours."""
    outside = folder.path.parent / "outside"
    outside.mkdir()
    (outside / "sqlreview.toml").write_text(CONFIGURATION + 'released = "0.sql"\n')
    (outside / "1.sql").write_text("CREATE TABLE t (a int);")
    uri = (outside / "2.sql").as_uri()
    folder.client.open(uri, "CREATE INDEX i ON t (a);\n")
    assert [item["code"] for item in folder.client.diagnostics(uri)] == [INDEX]
    folder.client.close(uri)


def test_the_newest_text_wins(folder: Folder) -> None:
    """Requests for a text that has changed meanwhile are refused, the last one is answered for the last text."""
    folder.open("1.sql", "")
    requests = []
    for column, character in enumerate("CREATE INDEX a ON b (c);"):
        folder.change("1.sql", append(character, 0, column))
        params = {"textDocument": {"uri": folder.uri("1.sql")}}
        requests.append(folder.client.start_request("textDocument/diagnostic", params))
    answers = [folder.client.response(request) for request in requests]
    assert len(answers[-1]["result"]["items"]) == 1
    for answer in answers[:-1]:
        assert "result" in answer or answer["error"]["code"] == -32802
        assert "result" in answer or answer["error"]["data"] == {"retriggerRequest": True}


def test_findings_are_those_of_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "sqlreview.toml").write_text('select = ["all"]\n')
    shop = Path(__file__).parents[2] / "examples" / "shop"
    for source in shop.rglob("*.sql"):
        target = tmp_path / source.relative_to(shop)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    config = read_config(tmp_path / "sqlreview.toml")
    report = Project(discover([tmp_path], config).files, config).report()
    assert report.findings
    client = Client()
    client.initialize(PULLING, (tmp_path,), ["utf-32"])
    for path in sorted(tmp_path.rglob("*.sql")):
        client.open(path.as_uri(), path.read_bytes().decode())
        found = [
            (
                item["code"],
                item["message"],
                *(item["range"][edge][unit] + 1 for edge in ("start", "end") for unit in ("line", "character")),
            )
            for item in client.diagnostics(path.as_uri())
        ]
        assert found == [
            (
                item.rule,
                item.message,
                item.range.start.line,
                item.range.start.column,
                item.range.end.line,
                item.range.end.column,
            )
            for item in report.findings
            if item.path == str(path)
        ]
    assert client.end() == 0


def test_places_that_could_go_are_tagged(folder: Folder) -> None:
    folder.write(
        "sqlreview.toml", 'select = ["indexes/duplicate-index", "queries/unused-cte", "queries/select-star"]\n'
    )
    folder.open(
        "1.sql", "CREATE TABLE t (a int);\nCREATE INDEX i ON t (a);\nCREATE INDEX j ON t (a);\nSELECT * FROM t;\n"
    )
    tags = {item["code"]: item.get("tags") for item in folder.client.diagnostics(folder.uri("1.sql"))}
    assert tags == {"indexes/duplicate-index": [1], "queries/select-star": None}
    folder.open("a.md", "```mysql\nCREATE TABLE t (a int(11));\n```\n")
    folder.write("sqlreview.toml", 'select = ["types/integer-display-width"]\n')
    folder.tell("sqlreview.toml")
    assert [item["tags"] for item in folder.client.diagnostics(folder.uri("a.md"))] == [[2]]
