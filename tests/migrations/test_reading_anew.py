"""The language server reads a project anew when a file of its migration tool changes, or a mark names another tool."""

from __future__ import annotations

from pathlib import Path

from sqlreview.lsp.documents import Change
from sqlreview.lsp.session import Session

BUILD = "CREATE INDEX CONCURRENTLY users_id_idx ON users (id);\n"


def opened(folder: Path, name: str, text: str) -> tuple[Session, str]:
    """A session with one file, which lies in the folder, open; and the file's URI."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    session = Session("utf-16", [str(folder)], lambda message: None)
    session.open(path.as_uri(), str(path), "sql", 1, text)
    return session, path.as_uri()


def is_wrapped(session: Session, uri: str) -> bool:
    """Whether the file runs in a transaction of its tool."""
    file = session.files[uri]
    assert file.home is not None
    ((_, opening),) = file.home.file_of(file.path).openings
    return opening.wrapped


def test_metadata_that_changes_on_disk(tmp_path: Path) -> None:
    (tmp_path / "diesel.toml").write_text("")
    session, uri = opened(tmp_path, "migrations/2024-01-31-120000_index/up.sql", BUILD)
    assert is_wrapped(session, uri)
    metadata = tmp_path / "migrations" / "2024-01-31-120000_index" / "metadata.toml"
    metadata.write_text("run_in_transaction = false\n")
    session.disk_changed([str(metadata)])
    assert not is_wrapped(session, uri)


def test_a_mark_that_names_a_tool(tmp_path: Path) -> None:
    session, uri = opened(tmp_path, "migrations/1_index.sql", BUILD)
    assert not is_wrapped(session, uri)
    session.change(uri, 2, [Change(f"-- +goose Up\n{BUILD}")])
    assert is_wrapped(session, uri)
