"""Diagnostics of all files at once, and progress while a folder is read for the first time."""

from __future__ import annotations

from pathlib import Path

from lsp_client import PULLING, Client, Json
from lsp_folder import FOREIGN_KEY, INDEX, Folder, short

TABLE = "CREATE TABLE t (a int);\n"
BLOCKING = "CREATE INDEX i ON t (a);\n"
COMPARED = "queries/null-comparison"


def pull(folder: Folder, known: dict[str, str] | None = None, **more: object) -> dict[str, Json]:
    """The reports by file name."""
    previous = [{"uri": folder.uri(name), "value": value} for name, value in (known or {}).items()]
    found = folder.client.ask("workspace/diagnostic", {"previousResultIds": previous, **more})
    return by_name(found["items"])


def by_name(reports: list[Json]) -> dict[str, Json]:
    return {report["uri"].split("/")[-1]: report for report in reports}


def ids(reports: dict[str, Json]) -> dict[str, str]:
    return {name: report["resultId"] for name, report in reports.items()}


def test_files_that_are_not_open_are_reported(folder: Folder) -> None:
    folder.write("1.sql", TABLE)
    folder.write("2.sql", BLOCKING)
    folder.write("nested/sqlreview.toml", f'select = ["{INDEX}"]')
    folder.write("nested/3.sql", BLOCKING)
    folder.open("4.sql", "CREATE INDEX j ON t (a);")
    found = pull(folder)
    assert {name: short(report["items"]) for name, report in found.items()} == {
        "2.sql": [(INDEX, 0, 0)],
        "3.sql": [(INDEX, 0, 0)],
        "4.sql": [(INDEX, 0, 0)],
    }
    assert [found[name]["version"] for name in ("2.sql", "4.sql")] == [None, 1]


def test_only_what_changed_is_sent_again(folder: Folder) -> None:
    folder.write("1.sql", TABLE)
    folder.write("2.sql", BLOCKING)
    folder.write("3.sql", BLOCKING)
    known = ids(pull(folder))
    assert {name: report["kind"] for name, report in pull(folder, known).items()} == dict.fromkeys(known, "unchanged")
    folder.write("2.sql", "CREATE INDEX CONCURRENTLY i ON t (a);\n")
    folder.tell("2.sql")
    found = pull(folder, known)
    assert found["2.sql"]["items"] == []
    assert found["3.sql"]["kind"] == "unchanged"
    folder.open("1.sql", "\n")
    (folder.path / "3.sql").unlink()
    folder.tell("3.sql")
    found = pull(folder, {**known, "2.sql": found["2.sql"]["resultId"]})
    assert found["3.sql"]["items"] == []
    assert found["2.sql"]["kind"] == "unchanged"


def test_an_open_file_has_one_result_id_for_both_requests(folder: Folder) -> None:
    folder.open("1.sql", BLOCKING)
    (report,) = pull(folder).values()
    assert folder.client.pull(folder.uri("1.sql"), report["resultId"])["kind"] == "unchanged"
    folder.close("1.sql")
    assert pull(folder, {"1.sql": report["resultId"]})["1.sql"]["items"] == []


def test_programs_are_reported_where_the_configuration_asks_for_them(folder: Folder) -> None:
    folder.write("sqlreview.toml", f'select = ["{COMPARED}"]\nembedded = ["src/"]')
    for name in ("src/a.py", "scripts/b.py"):
        folder.write(name, "QUERY = 'SELECT id FROM users WHERE name = NULL'\n")
    found = pull(folder)
    assert {name: short(report["items"]) for name, report in found.items()} == {"a.py": [(COMPARED, 0, 36)]}
    folder.open("src/a.py")
    assert folder.found("src/a.py") == [(COMPARED, 0, 36)]


def test_parts_arrive_before_the_answer(folder: Folder) -> None:
    names = [f"{number:03}.sql" for number in range(120)]
    for name in names:
        folder.write(name, f"CREATE INDEX i{name[:3]} ON t (a);\n")
    assert pull(folder, partialResultToken="part") == {}
    parts = [message for message in folder.client.unread if message.get("method") == "$/progress"]
    assert [len(part["params"]["value"]["items"]) for part in parts] == [50, 50, 20]
    assert sorted(by_name([item for part in parts for item in part["params"]["value"]["items"]])) == names
    assert all(part["params"]["token"] == "part" for part in parts)


def test_progress_is_shown_while_a_folder_is_read(tmp_path: Path) -> None:
    many = "".join(f"CREATE TABLE t{number} (a int REFERENCES t{number - 1});\n" for number in range(6000))
    client = Client()
    client.initialize({**PULLING, "window": {"workDoneProgress": True}})
    folder = Folder(client, tmp_path)
    folder.write("1.sql", many)
    folder.open("2.sql", BLOCKING)
    created = client.wait(lambda message: message.get("method") == "window/workDoneProgress/create")
    token = created["params"]["token"]
    for kind in ("begin", "end"):
        said = client.wait(lambda message: message.get("method") == "$/progress")["params"]
        assert (said["token"], said["value"]["kind"]) == (token, kind)
    assert client.end() == 0


def test_a_short_scan_shows_no_progress(tmp_path: Path) -> None:
    client = Client()
    client.initialize({**PULLING, "window": {"workDoneProgress": True}})
    folder = Folder(client, tmp_path)
    folder.open("1.sql", BLOCKING)
    assert folder.found("1.sql") == [(INDEX, 0, 0)]
    client.nothing(lambda message: "rogress" in message.get("method", ""), 0.7)
    assert client.end() == 0


def test_a_client_that_is_told_of_findings_is_not_offered_to_ask() -> None:
    client = Client()
    assert "diagnosticProvider" not in client.initialize({"textDocument": {}})
    assert client.end() == 0


def test_a_report_about_the_workspace_does_not_stand_for_that_of_an_open_file(folder: Folder) -> None:
    """A client that shows a file leaves unused what the report about the workspace says of it."""
    folder.open("1.sql", BLOCKING)
    shown = folder.client.pull(folder.uri("1.sql"))
    assert short(shown["items"]) == [(INDEX, 0, 0)]
    folder.write("sqlreview.toml", f'select = ["{FOREIGN_KEY}"]')
    assert pull(folder, {"1.sql": shown["resultId"]})["1.sql"]["items"] == []
    folder.tell("sqlreview.toml")
    folder.client.wait(lambda message: message.get("method") == "workspace/diagnostic/refresh")
    assert folder.client.pull(folder.uri("1.sql"), shown["resultId"])["items"] == []


def test_a_changed_configuration_that_nobody_told_of_is_noticed(folder: Folder) -> None:
    folder.open("1.sql", BLOCKING)
    known = {"1.sql": folder.client.pull(folder.uri("1.sql"))["resultId"]}
    folder.write("sqlreview.toml", f'select = ["{FOREIGN_KEY}"]')
    pull(folder, known)
    folder.client.wait(lambda message: message.get("method") == "workspace/diagnostic/refresh")


def test_a_file_is_reported_anew_once_it_is_closed(folder: Folder) -> None:
    """The client may show what it was told of the text in the editor, and asks with the older result id."""
    folder.write("1.sql", BLOCKING)
    known = ids(pull(folder))
    folder.open("1.sql", "\n" + BLOCKING)
    assert folder.found("1.sql") == [(INDEX, 1, 0)]
    folder.close("1.sql")
    assert short(pull(folder, known)["1.sql"]["items"]) == [(INDEX, 0, 0)]
