"""What findings take from their rules: the link to the documentation on this machine, and tags."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pygls.uris import from_fs_path

from sqlreview.packs import load_packs

_TAGS = {"unnecessary": 1, "deprecated": 2}
_FOLDER = "pages"
"""Beside the modules of an installed rule pack; a checkout has the pages in `docs/rules`."""


@cache
def page_uri(rule_id: str) -> str | None:
    """The URI of a rule's page; None where it has none."""
    rule = load_packs().rule(rule_id)
    module = sys.modules.get(rule.__module__.partition(".")[0]) if rule else None
    place = getattr(module, "__file__", None)
    if place is None:
        return None
    found = next((page for page in _pages(Path(place).parent, rule_id) if page.is_file()), None)
    return from_fs_path(str(found)) if found else None


@cache
def tags_of(rule_id: str) -> tuple[int, ...]:
    """The tags of the protocol that a rule's findings have."""
    rule = load_packs().rule(rule_id)
    return (_TAGS[rule.tag],) if rule is not None and rule.tag else ()


def _pages(package: Path, rule_id: str) -> Iterator[Path]:
    yield package / _FOLDER / f"{rule_id}.md"
    yield package.parent.parent / "docs" / "rules" / f"{rule_id}.md"
