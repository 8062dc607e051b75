"""Resident memory of the server while a large file is edited thousands of times; flat means nothing piles up.

python bench/memory.py --lines 50000 --edits 2000
"""

from __future__ import annotations

import argparse
import pathlib
import tempfile

import generated
from latency import OURS
from stdio_client import Client

TYPED = "ALTER TABLE t_00042 ADD COLUMN typed text NOT NULL;"


def main() -> None:
    """Types and deletes a statement again and again, each time at another line, and prints the memory."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=50_000)
    parser.add_argument("--edits", type=int, default=2000)
    parser.add_argument("--server", default=OURS)
    given = parser.parse_args()
    text = generated.changes(given.lines)
    free = [number for number, line in enumerate(text.split("\n")) if not line]
    folder = pathlib.Path(tempfile.mkdtemp())
    path = folder / "0001_first.sql"
    path.write_text(text)
    uri = path.as_uri()
    client = Client(given.server, folder)
    client.initialize()
    client.notify(
        "textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "sql", "version": 1, "text": text}}
    )
    _, _, items = client.diagnostics(uri, 1)
    print(f"opened: {client.memory():6.1f} MB, {len(items)} findings", flush=True)
    for edit in range(given.edits):
        place, column = divmod(edit, 2 * len(TYPED))
        line = free[place * 7919 % len(free)]
        typing = column < len(TYPED)
        last = column if typing else 2 * len(TYPED) - column
        start = {"line": line, "character": last if typing else last - 1}
        change = {
            "range": {"start": start, "end": {"line": line, "character": last}},
            "text": TYPED[column : column + 1],
        }
        client.notify(
            "textDocument/didChange", {"textDocument": {"uri": uri, "version": edit + 2}, "contentChanges": [change]}
        )
        client.diagnostics(uri, edit + 2)
        if (edit + 1) % (given.edits // 10 or 1) == 0:
            print(f"{edit + 1:6} edits: {client.memory():6.1f} MB", flush=True)
    client.end()


if __name__ == "__main__":
    main()
