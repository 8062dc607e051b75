"""A workspace folder with files on disk and in the editor."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lsp_client import Client, Json

INDEX, FOREIGN_KEY, COLUMN = (
    "locks/blocking-index-build",
    "locks/validating-foreign-key",
    "data/required-column-without-default",
)
CONFIGURATION = f'select = ["{INDEX}", "{FOREIGN_KEY}", "{COLUMN}"]\n'
"""Only these rules, so that the tests do not depend on what other rules there are."""


class Folder:
    """Adds itself to the workspace of a client, and speaks of files by their names."""

    def __init__(self, client: Client, path: Path) -> None:
        self.client = client
        self.path = path
        self.versions: dict[str, int] = {}
        self.write("sqlreview.toml", CONFIGURATION)
        client.unread.clear()
        self._change_folders("added")

    def _change_folders(self, kind: str) -> None:
        event: Json = {"added": [], "removed": [], kind: [{"uri": self.path.as_uri(), "name": "test"}]}
        self.client.notify("workspace/didChangeWorkspaceFolders", {"event": event})

    def leave(self) -> None:
        """Closes what is open and removes the folder from the workspace."""
        for name in list(self.versions):
            self.close(name)
        self._change_folders("removed")

    def uri(self, name: str) -> str:
        """The URI of a file."""
        return (self.path / name).as_uri()

    def write(self, name: str, text: str) -> None:
        """Puts a file on the disk without telling anybody."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def tell(self, *names: str) -> None:
        """Tells the server that files on the disk have changed."""
        changes = [{"uri": self.uri(name), "type": 2} for name in names]
        self.client.notify("workspace/didChangeWatchedFiles", {"changes": changes})

    def open(self, name: str, text: str | None = None) -> None:
        """Opens a file in the editor, with the text on the disk unless another is given."""
        self.versions[name] = 1
        self.client.open(self.uri(name), (self.path / name).read_bytes().decode() if text is None else text)

    def change(self, name: str, *changes: Json) -> None:
        """Edits an open file."""
        self.versions[name] += 1
        self.client.change(self.uri(name), self.versions[name], *changes)

    def close(self, name: str) -> None:
        """Closes a file."""
        del self.versions[name]
        self.client.close(self.uri(name))

    def found(self, name: str) -> list[tuple[str, int, int]]:
        """Rule, line and column of the diagnostics the client pulls."""
        return short(self.client.diagnostics(self.uri(name)))

    def pushed(self, name: str) -> list[tuple[str, int, int]]:
        """Rule, line and column of the next diagnostics pushed for the present version of a file."""
        return short(self.client.published(self.uri(name), self.versions[name]))

    def actions(self, name: str, at: Json, **context: Any) -> list[Json]:
        """Code actions for a range."""
        return self.client.actions(self.uri(name), at, **context)


def short(diagnostics: list[Json]) -> list[tuple[str, int, int]]:
    """Rule, line and column of diagnostics."""
    return [(item["code"], item["range"]["start"]["line"], item["range"]["start"]["character"]) for item in diagnostics]
