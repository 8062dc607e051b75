"""Finds and reads the SQL files of a project; the only place of the core that opens them."""

from __future__ import annotations

import codecs
import contextlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from sqlreview.migrations import timeouts
from sqlreview.migrations.conventions import CONVENTIONS
from sqlreview.migrations.conventions.convention import is_down
from sqlreview.migrations.membership import SUFFIXES, Selection, membership_of
from sqlreview.migrations.sources import SourceFile
from sqlreview.patterns import regex
from sqlreview.report import ReviewError

__all__ = [
    "SUFFIXES",
    "SourceFile",
    "belongs_to",
    "discover",
    "is_down",
    "is_metadata",
    "natural_key",
    "read_source",
    "source_of",
    "with_metadata",
    "write_source",
]

SKIPPED_DIRECTORIES = frozenset({".git", ".hg", ".svn", ".venv", "node_modules", "__pycache__"})
MAX_BYTES = 64 * 1024 * 1024
"""Larger files are dumps of data, and reading them would take the memory of the machine."""

METADATA = frozenset(
    [
        "metadata.toml",
        "migration_lock.toml",
        "diesel.toml",
        "Cargo.toml",
        "_journal.json",
        "manifest.json",
        "sqitch.plan",
        "sqitch.conf",
        "atlas.sum",
        "go.mod",
    ]
)
"""Names of files that migration tools keep beside the migrations."""
_MOST_METADATA = 4 * 1024 * 1024

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NUMBER = regex(r"(\d++)")
_DASHED_TIME = regex(r"(?<![^/])(\d{4})-(\d\d)-(\d\d)-(\d{6})(?!\d)")


@dataclass(frozen=True, slots=True)
class Discovery:
    """The files of a project in the order of their names, and what could not be read."""

    files: tuple[SourceFile, ...]
    errors: tuple[ReviewError, ...] = ()
    projects: tuple[str, ...] = ()
    """Directories that were not entered because they are configured apart."""


def discover(
    paths: Iterable[str | os.PathLike[str]],
    config: Selection,
    is_project: Callable[[Path], bool] = lambda folder: False,
) -> Discovery:
    """Reads the files that are named and those below the directories that are named, each once.

    Directories below them for which `is_project` holds are left to reviews of their own.
    """
    walk = _Walk(membership_of(config), is_project, [], [])
    names = [name for path in paths for name in _candidates(os.fspath(path), walk)]
    if config.schema is not None and names:
        names.append(os.path.relpath(os.path.join(config.root, config.schema)))
    files: list[SourceFile] = []
    seen: set[str] = set()
    folders: dict[str, str] = {}
    for path in sorted(names, key=lambda path: natural_key(as_given(path))):
        real = _real_path(path, folders)
        if real in seen:
            continue
        seen.add(real)
        match read_source(path):
            case SourceFile() as file:
                files.append(file)
            case error:
                walk.errors.append(error)
    return Discovery(with_metadata(files), tuple(walk.errors), tuple(sorted(walk.projects, key=natural_key)))


def with_metadata(files: Sequence[SourceFile]) -> tuple[SourceFile, ...]:
    """The files with what their migration tool keeps beside them, such as `metadata.toml` or a journal."""
    folders: dict[str, list[str]] = {}
    for file in files:
        folders.setdefault(file.folder, []).append(file.name)
    known: dict[str, str | None] = {}
    found = {folder: _metadata_of(folder, names, known) for folder, names in folders.items()}
    return tuple(_with_own(file, found[file.folder]) for file in files)


def is_metadata(path: str) -> bool:
    """Whether a change of this file may change how the migrations beside it are run."""
    name = os.path.basename(path)
    return path.endswith(".sql.conf") or name in METADATA or name in timeouts.FILES


def _with_own(file: SourceFile, beside: tuple[tuple[str, str], ...]) -> SourceFile:
    """The file with what lies beside all files of its folder, or beside it alone: `V1__users.sql.conf`."""
    own = tuple(item for item in beside if not item[0].endswith(".sql.conf") or item[0] == f"{file.name}.conf")
    return replace(file, beside=own) if own else file


def _metadata_of(folder: str, names: Sequence[str], known: dict[str, str | None]) -> tuple[tuple[str, str], ...]:
    wanted = {path for convention in CONVENTIONS for path in convention.beside(folder, names)}
    found: list[tuple[str, str]] = []
    for path in sorted(wanted):
        place = os.path.normpath(os.path.join(folder, path))
        if place not in known:
            known[place] = _small_text(place)
        text = known[place]
        if text is not None:
            found.append((path, text))
    for path in timeouts.PLACES:
        place = os.path.normpath(os.path.join(folder, path))
        if place not in known:
            known[place] = _small_text(place)
        if lines := timeouts.telling_lines(known[place] or ""):
            found.append((path, lines))
    return tuple(found)


def _small_text(path: str) -> str | None:
    try:
        with open(path, "rb") as stream:
            return stream.read(_MOST_METADATA).decode("utf-8", "replace")
    except OSError:
        return None


def _real_path(path: str, folders: dict[str, str]) -> str:
    """The path without symbolic links; `folders` remembers those of folders, which many files share."""
    if os.path.islink(path):
        return os.path.realpath(path)
    folder, name = os.path.split(path)
    if name in ("", ".", ".."):
        return os.path.realpath(path)
    if folder not in folders:
        folders[folder] = os.path.realpath(folder)
    return os.path.join(folders[folder], name)


def read_source(path: str) -> SourceFile | ReviewError:
    """The file's text with its line ends as they are, or why it cannot be reviewed."""
    given = as_given(path)
    try:
        with open(path, "rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return ReviewError(given, f"cannot be read: {(error.strerror or str(error)).lower()}")
    return source_of(given, content)


def source_of(path: str, content: bytes) -> SourceFile | ReviewError:
    """The file that has this content, or why it cannot be reviewed."""
    if len(content) > MAX_BYTES:
        limit = MAX_BYTES // (1024 * 1024)
        return ReviewError(path, f"is larger than {limit} MB; split it or exclude it in the configuration")
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if content.startswith(mark)), "utf-8")
    if encoding.startswith("utf-8") and b"\0" in content:
        return ReviewError(path, "is not a text file: it holds a NUL byte; exclude it in the configuration")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        return ReviewError(path, _undecodable(content, encoding, error), content.count(b"\n", 0, error.start) + 1)
    return SourceFile(path, text, is_down(path), encoding)


def write_source(file: SourceFile, text: str) -> None:
    """Puts `text` into the file, in its encoding; a crash leaves the old or the new text whole. Raises OSError."""
    import tempfile  # with it come random and hashlib, which a run that writes nothing need not wait for

    target = Path(os.path.realpath(file.path))
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(_encoded(text, file.encoding, target))
        if target.exists():
            os.chmod(temporary, stat.S_IMODE(target.stat().st_mode))
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def natural_key(path: str) -> tuple[tuple[tuple[int, int, str], ...], ...]:
    """A sort key that puts `2_x` before `10_x` and `V2__b` before `V2.1__a` and `V10__a`, folder by folder.

    Diesel writes one moment as `20170315133901` and as `2017-03-15-133901`, in one directory.
    """
    return tuple(
        tuple(
            (0, int(piece), "") if piece.isdecimal() else (1, 0, piece.replace("__", "\0"))
            for piece in _NUMBER.split(part)
            if piece
        )
        for part in _DASHED_TIME.sub(r"\1\2\3\4", path).split("/")
    )


def belongs_to(path: str, top: str, config: Selection) -> bool:
    """Whether `discover` would take a file, which need not exist, from the directory `top`."""
    belongs = membership_of(config)
    folders = PurePosixPath(as_given(os.path.relpath(path, top))).parts[:-1]
    folder = top
    for name in folders:
        folder = os.path.join(folder, name)
        if name in SKIPPED_DIRECTORIES or not belongs(folder, True):
            return False
    return belongs(path, False)


def as_given(path: str) -> str:
    """The path as reports name it: with forward slashes and without a leading `./`."""
    posix = path.replace(os.sep, "/") if os.sep != "/" else path
    return posix.removeprefix("./") or "."


def _undecodable(content: bytes, encoding: str, error: UnicodeDecodeError) -> str:
    if not encoding.startswith("utf-8"):
        return f"is not valid {encoding.upper()} although it begins with its mark; save the file as UTF-8"
    byte = content[error.start]
    return f"is not UTF-8: byte 0x{byte:02x} at offset {error.start}; save the file as UTF-8"


def _encoded(text: str, encoding: str, target: Path) -> bytes:
    if encoding not in ("utf-16", "utf-32"):
        return text.encode(encoding)
    with target.open("rb") as stream:
        order = "be" if stream.read(4).startswith((codecs.BOM_UTF32_BE, codecs.BOM_UTF16_BE)) else "le"
    return f"\ufeff{text}".encode(f"{encoding}-{order}")


@dataclass(frozen=True, slots=True)
class _Walk:
    belongs: Callable[[str, bool], bool]
    is_project: Callable[[Path], bool]
    errors: list[ReviewError]
    projects: list[str]


def _candidates(path: str, walk: _Walk) -> Iterator[str]:
    """The file itself, or the files below a directory; linked directories are entered, but none twice."""
    if not os.path.isdir(path):
        yield path
        return
    entered: set[str] = set()
    pending = [path]
    while pending:
        folder = pending.pop()
        real = os.path.realpath(folder)
        if real in entered:
            continue
        entered.add(real)
        if folder != path and walk.is_project(Path(folder)):
            walk.projects.append(folder)
            continue
        for entry in _entries(folder, walk.errors):
            is_directory = entry.is_dir()
            if (is_directory and entry.name in SKIPPED_DIRECTORIES) or not walk.belongs(entry.path, is_directory):
                continue
            if is_directory:
                pending.append(entry.path)
            else:
                yield entry.path


def _entries(folder: str, errors: list[ReviewError]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError as error:
        errors.append(ReviewError(as_given(folder), f"cannot be read: {(error.strerror or str(error)).lower()}"))
        return []
