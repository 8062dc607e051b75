"""What the settings of an editor say holds where no configuration file says otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest
from lsp_client import PULLING, Client, Json
from lsp_folder import COLUMN, INDEX

TEXT = "CREATE INDEX i ON orders (note);\nALTER TABLE orders ADD COLUMN n int NOT NULL;\n"
ASKED: Json = {**PULLING, "workspace": {**PULLING["workspace"], "configuration": True}}


@pytest.fixture
def client() -> Iterator[Client]:
    made = Client()
    yield made
    assert made.end() == 0


def rules_in(client: Client, path: Path) -> set[str]:
    uri = (path / "1.sql").as_uri()
    client.open(uri, TEXT)
    found = {item["code"] for item in client.diagnostics(uri)}
    client.close(uri)
    return found & {INDEX, COLUMN}


def wait_for_rules(client: Client, path: Path, expected: set[str]) -> None:
    end = monotonic() + 20
    while (found := rules_in(client, path)) != expected and monotonic() < end:
        sleep(0.05)
    assert found == expected


def configure(client: Client, **configuration: object) -> None:
    client.notify("workspace/didChangeConfiguration", {"settings": {"sqlreview": {"configuration": configuration}}})


def test_they_come_with_initialize_and_change_later(client: Client, tmp_path: Path) -> None:
    options = {"configuration": {"ignore": [INDEX]}}
    client.initialize(PULLING, (tmp_path,), initializationOptions=options)
    assert rules_in(client, tmp_path) == {COLUMN}
    configure(client, select=[INDEX])
    assert rules_in(client, tmp_path) == {INDEX}
    configure(client)
    assert rules_in(client, tmp_path) == {INDEX, COLUMN}


def test_a_file_wins_key_by_key(client: Client, tmp_path: Path) -> None:
    client.initialize(PULLING, (tmp_path,))
    configure(client, select=[INDEX], ignore=["locks"])
    (tmp_path / "sqlreview.toml").write_text(f'select = ["{INDEX}", "{COLUMN}"]\n')
    assert rules_in(client, tmp_path) == {INDEX, COLUMN}
    configure(client, ignore=[INDEX])
    assert rules_in(client, tmp_path) == {COLUMN}


def test_a_mistake_is_told_and_the_last_good_settings_stay(client: Client, tmp_path: Path) -> None:
    client.initialize(PULLING, (tmp_path,))
    configure(client, select=[INDEX])
    assert rules_in(client, tmp_path) == {INDEX}
    configure(client, profile="loud")
    assert rules_in(client, tmp_path)
    said = client.wait(lambda message: message.get("method") == "window/showMessage")["params"]["message"]
    assert said.startswith("the settings of the editor: `profile`: should be 'recommended', 'strict' or")


def test_a_client_that_sends_none_is_asked(client: Client, tmp_path: Path) -> None:
    client.answers["workspace/configuration"] = [{"configuration": {"select": [COLUMN]}}]
    client.initialize(ASKED, (tmp_path,))
    wait_for_rules(client, tmp_path, {COLUMN})
    client.answers["workspace/configuration"] = [{"configuration": {"select": [INDEX]}}]
    client.notify("workspace/didChangeConfiguration", {"settings": None})
    wait_for_rules(client, tmp_path, {INDEX})


def test_patterns_of_settings_count_from_each_folder(client: Client, tmp_path: Path) -> None:
    """Two folders without a file of their own, neither of which the server runs in."""
    folders = (tmp_path / "one", tmp_path / "two")
    for folder in folders:
        folder.mkdir()
    client.initialize(PULLING, folders)
    configure(client, select=[INDEX], overrides=[{"paths": ["/legacy/"], "select": [COLUMN]}], exclude=["/two/"])
    for folder in folders:
        assert rules_in(client, folder) == {INDEX}
        assert rules_in(client, folder / "legacy") == {COLUMN}
        assert rules_in(client, folder / "two") == set()
