"""Keystroke to diagnostics, measured end to end over pipes, for any language server.

    python bench/latency.py                                   # this server, 1,000 to 50,000 lines
    python bench/latency.py --lines 50000 --server "squawk=squawk server" --server "sqlreview=sqlreview lsp"

Types one character at a time into a new statement in the middle of a generated file (or --file) and waits after each
for the diagnostics of that version: the answer of textDocument/diagnostic where the server offers it, else what it
pushes. Servers take turns in one run; compare only within one run.
"""

from __future__ import annotations

import argparse
import pathlib
import statistics
import sys
import tempfile
import time

import generated
from stdio_client import Client

OURS = f"{sys.executable} -m sqlreview lsp"
TYPED = "ALTER TABLE t_00042 ADD COLUMN typed text; "


def measure(name: str, command: str, kind: str, text: str, edits: int, push: bool) -> None:
    """Runs one server on one text and prints a row."""
    folder = pathlib.Path(tempfile.mkdtemp())
    path = folder / "0001_first.sql"
    path.write_text(text)
    uri = path.as_uri()
    begin = time.perf_counter()
    client = Client(command, folder)
    client.initialize(push=push)
    ready = time.perf_counter() - begin
    begin = time.perf_counter()
    client.notify(
        "textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "sql", "version": 1, "text": text}}
    )
    at, _, items = client.diagnostics(uri, 1)
    first = at - begin
    took, sizes = typing(client, uri, text, edits)
    took.sort()
    print(
        f"{name:12} {kind:8} {text.count(chr(10)) + 1:6} lines  {'pull' if client.pulls else 'push'}  "
        f"init {ready * 1000:5.0f} ms  open {first * 1000:6.0f} ms ({len(items)} findings)  "
        f"key p50 {statistics.median(took):7.1f}  p95 {took[int(len(took) * 0.95) - 1]:7.1f}  max {took[-1]:7.1f} ms  "
        f"{statistics.median(sizes) / 1000:6.0f} kB  {client.memory():4.0f} MB",
        flush=True,
    )
    client.end()


def typing(client: Client, uri: str, text: str, edits: int) -> tuple[list[float], list[int]]:
    """Milliseconds and bytes of the answer for every keystroke."""
    lines = text.split("\n")
    target = next(number for number in range(len(lines) // 2, len(lines)) if not lines[number])
    took, sizes = [], []
    for number in range(edits):
        version, typed = number + 2, TYPED[number % len(TYPED)]
        place = {"line": target, "character": len(lines[target])}
        lines[target] += typed
        partial = {"range": {"start": place, "end": place}, "text": typed}
        change = partial if client.sync == 2 else {"text": "\n".join(lines)}
        begin = time.perf_counter()
        client.notify(
            "textDocument/didChange", {"textDocument": {"uri": uri, "version": version}, "contentChanges": [change]}
        )
        at, size, _ = client.diagnostics(uri, version)
        took.append((at - begin) * 1000)
        sizes.append(size)
        time.sleep(0.03)
    return took, sizes


def main() -> None:
    """Measures what the arguments name."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--server", action="append", help=f"NAME=COMMAND, again for each server ({OURS})")
    parser.add_argument("--lines", type=int, action="append", help="1000, 10000 and 50000 unless given")
    parser.add_argument("--kind", choices=("schema", "changes"), action="append", help="both unless given")
    parser.add_argument("--file", type=pathlib.Path, help="this text instead of a generated one")
    parser.add_argument("--edits", type=int, default=50)
    parser.add_argument("--push", action="store_true", help="do not offer to pull diagnostics")
    given = parser.parse_args()
    makers = {"schema": generated.schema, "changes": generated.changes}
    texts = [
        (kind, makers[kind](lines)) for lines in given.lines or [1000, 10000, 50000] for kind in given.kind or makers
    ]
    if given.file:
        texts = [(given.file.name, given.file.read_text())]
    for kind, text in texts:
        for server in given.server or [f"sqlreview={OURS}"]:
            name, _, command = server.partition("=")
            measure(name, command, kind, text, given.edits, given.push)


if __name__ == "__main__":
    main()
