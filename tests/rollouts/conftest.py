"""Servers of two versions, and what the tests of fixes and of rules have of their own."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import Any

import pytest

for _name in ("rules", "fixes"):
    sys.path.insert(0, str(Path(__file__).parents[1] / _name))

SERVERS = "SQLREVIEW_SERVERS"
"""The variable that names a folder of servers of other versions, as `truth --install` makes it."""


@pytest.fixture(scope="session", params=["newest", "oldest"])
def on_server(request: pytest.FixtureRequest) -> Iterator[tuple[int, Callable[[], Any]]]:
    """A major version of PostgreSQL, and a function that connects to a fresh database of such a server."""
    if request.param == "newest":
        yield 18, request.getfixturevalue("postgres")
        return
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    from sqlreview.dev.measure.installations import found_installations
    from sqlreview.dev.measure.servers import running

    folder = os.environ.get(SERVERS)
    found = found_installations(Path(folder)) if folder else {}
    if not folder or min(found, default=18) == 18:
        pytest.skip(f"{SERVERS} names no folder with servers of older versions")
    numbers = count(1)
    with ExitStack() as opened:
        server = opened.enter_context(running(found[min(found)]))
        control = opened.enter_context(server.connect("postgres"))

        def connect() -> Any:
            name = f"rollout_{next(numbers)}"
            control.execute(f"CREATE DATABASE {name}")
            return opened.enter_context(server.connect(name))

        yield min(found), connect
