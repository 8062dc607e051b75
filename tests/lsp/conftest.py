"""One server of each kind for all tests; a test adds its own workspace folder."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from lsp_client import PULLING, PUSHING, Client
from lsp_folder import Folder

from sqlreview.lsp import homes


@pytest.fixture(autouse=True)
def no_collections(monkeypatch: pytest.MonkeyPatch) -> None:
    """A session in this process tidies up after itself; among thousands of tests that takes longer than the test."""
    monkeypatch.setattr(homes.gc, "collect", lambda: 0)


@pytest.fixture(scope="session")
def pulling_server() -> Iterator[Client]:
    """A server whose client pulls diagnostics and counts columns in UTF-16."""
    client = Client()
    client.initialize(PULLING)
    yield client
    assert client.end() == 0


@pytest.fixture(scope="session")
def pushing_server() -> Iterator[Client]:
    """A server whose client only receives diagnostics."""
    client = Client()
    client.initialize(PUSHING)
    yield client
    assert client.end() == 0


@pytest.fixture
def folder(pulling_server: Client, tmp_path: Path) -> Iterator[Folder]:
    """A workspace folder of the pulling client."""
    made = Folder(pulling_server, tmp_path)
    yield made
    made.leave()


@pytest.fixture
def pushed_folder(pushing_server: Client, tmp_path: Path) -> Iterator[Folder]:
    """A workspace folder of the client that does not pull."""
    made = Folder(pushing_server, tmp_path)
    yield made
    made.leave()
