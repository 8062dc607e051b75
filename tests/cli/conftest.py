"""The demo pack in the place of the installed ones."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from sqlreview import packs


@pytest.fixture
def demo_pack(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    entry = EntryPoint("demo", "sqlreview_demo", packs.GROUP)
    monkeypatch.syspath_prepend(Path(__file__).parent / "pack")
    monkeypatch.setattr(packs, "entry_points", lambda group: [entry])
    packs.load_packs.cache_clear()
    yield
    packs.load_packs.cache_clear()
