"""Database products that the names of a project's folders and files tell apart."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import lru_cache

from sqlreview.migrations.engine_detection import named_engine, named_foreign
from sqlreview.migrations.next_migrations import is_numbered
from sqlreview.migrations.sources import SourceFile

_FAR = 4
"""How many folders above a file outside of the current directory may name its product."""


def local_path(path: str) -> str:
    """The part of a path that its project gave it: what lies above may be called anything."""
    if not path.startswith("/") and path[1:2] != ":":
        return path
    here = os.getcwd().replace(os.sep, "/")
    if path.startswith(f"{here}/"):
        return path[len(here) + 1 :]
    return "/".join(path.split("/")[-_FAR:])


def telling_paths(files: Iterable[SourceFile]) -> list[str]:
    """The paths of files without what is numbered in them, which is about a change and not about the product."""
    paths = {local_path(file.path) for file in files}
    return sorted({"/".join(part for part in path.split("/") if not is_numbered(part)) for path in paths} - {""})


@lru_cache(maxsize=4096)
def product_of(name: str) -> str | None:
    """The product, reviewed or not, that the name of one file or folder names."""
    return named_engine(name) or named_foreign(name)


class Products:
    """Places where folders or files beside each other are named after different products.

    A name alone says little: a service may be called `oracle`. Beside `mysql` and `postgres` it is a product.
    """

    def __init__(self, files: Iterable[SourceFile]) -> None:
        self._children: dict[str, set[str]] = {}
        self._seen: dict[str, str | None] = {}
        for file in files:
            self._enter(local_path(file.path))

    def _enter(self, path: str) -> None:
        if path in self._seen:
            return
        parent, _, name = path.rpartition("/")
        product = self._seen[path] = None if is_numbered(name) else product_of(name)
        if product is not None:
            self._children.setdefault(parent, set()).add(product)
        if parent:
            self._enter(parent)

    def engine_name(self, path: str) -> str | None:
        """The engine that a file is for, by its name or that of a folder."""
        return self._name(path, named_engine)

    def foreign_name(self, path: str) -> str | None:
        """The product which is not reviewed that a file is for, by its name or that of a folder."""
        return self._name(path, named_foreign)

    def _name(self, path: str, named: Callable[[str], str | None]) -> str | None:
        place = local_path(path)
        while place:
            parent, _, name = place.rpartition("/")
            if self._seen.get(place) is not None and len(self._children[parent]) > 1:
                return named(name)
            place = parent
        return None
