"""What a migration tool is asked: which files are its own, in which order, and how it runs them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import Literal

from sqlreview.migrations.next_migrations import NewFile, NextFiles
from sqlreview.migrations.sources import SourceFile
from sqlreview.report import Note
from sqlreview.sql.engines import Engine
from sqlreview.text import Span

__all__ = ["Convention", "Direction", "Folder", "Mark", "Note", "Runs", "Section"]

Direction = Literal["up", "down", "other", "comment"]
"""`other` files and sections neither apply nor undo a migration: checks, templates, what another engine runs.
A `comment` is a section without statements, though the engine itself would not read it as a comment."""

CERTAIN = 100
"""Only this tool reads or writes what was found."""
NAMED = 60
"""The names are this tool's, though a few others may use them."""
LIKELY = 30
"""Several tools use such names, and something speaks for this one."""
FALLBACK = 10
"""Nothing speaks for a tool."""


class Runs(Enum):
    """How the statements of a file or section reach the server."""

    WRAPPED = "in a transaction"
    LIKELY_WRAPPED = "in a transaction, unless the file shows that it is not"
    """The tool is known from names only, or what switches the transaction off may not be at hand."""
    MESSAGE = "in one message"
    """On PostgreSQL several statements of one message are one implicit transaction."""
    LIKELY_MESSAGE = "in one message, unless the file shows that it is not"
    AUTOMATIC = "in a transaction if every statement can run in one"
    SEPARATE = "one by one"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a file that the tool treats on its own; statements end where it ends."""

    span: Span
    direction: Direction = "up"
    runs: Runs | None = None
    """None: as the file."""
    continues: bool = False
    """Whether it only ends the statement before it and runs on in the same transaction."""
    is_later: bool = False
    """Whether others may be using by then what sections before it made."""
    is_apart: bool = False
    """Whether nobody runs it in one go with the sections before it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place where a tool begins to treat a file differently."""

    offset: int
    direction: Direction = "up"
    runs: Runs | None = None
    continues: bool = False
    """Whether only a statement ends there."""


@dataclass(frozen=True)  # without slots: what is worked out once stays here
class Folder:
    """Files that may belong to one tool: those of a folder, or of the folders that hold one version each."""

    path: str
    files: tuple[SourceFile, ...]
    _holds: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The paths of the files from the folder on."""
        above = f"{self.path}/" if self.path else ""
        if any(not file.path.startswith(above) for file in self.files):  # a folder of one product in each version
            above = f"{self.path.rpartition('/')[0]}/"
        return tuple(file.path.removeprefix(above) for file in self.files)

    @cached_property
    def beside(self) -> dict[str, str]:
        """What lies beside the files, by its path from the folder of the file."""
        return dict(item for file in self.files for item in file.beside)

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of the folder and of those it lies in, from the outermost on."""
        return tuple(self.path.split("/"))

    def holds(self, sign: str) -> bool:
        """Whether a file contains these characters."""
        if sign not in self._holds:
            self._holds[sign] = any(sign in file.text for file in self.files)
        return self._holds[sign]

    def marked(self, sign: str, mark: str) -> bool:
        """Whether a file has a line that matches; only files with the `sign`, which every such line has, are read."""
        return self.holds(sign) and any(re.search(mark, file.text) for file in self.files if sign in file.text)

    def share(self, name: str) -> float:
        """Which part of the files has a name, from the folder on, that matches as a whole."""
        return sum(re.fullmatch(name, item) is not None for item in self.names) / max(1, len(self.names))


def no_order(files: Sequence[SourceFile], engine: Engine) -> Sequence[SourceFile]:
    """The files as they are, which is by name with numbers by value."""
    return files


def direction_by_name(file: SourceFile, engine: Engine) -> Direction:
    """`down.sql` and `2_users.down.sql` undo; everything else applies."""
    return "down" if file.down or is_down(file.name) else "up"


def is_down(path: str) -> bool:
    """Whether a file undoes a migration, by its name."""
    name = path.rpartition("/")[2].lower()
    return name == "down.sql" or name.endswith(".down.sql")


def is_golden(path: str) -> bool:
    """Whether a file is what a test expects to come out of another one, by its name: `users.golden.sql`."""
    return path.lower().endswith(".golden.sql")


def no_sections(text: str, engine: Engine) -> tuple[Section, ...]:
    """A file that is one section."""
    return ()


def unknown_runs(file: SourceFile, engine: Engine) -> Runs:
    """A tool nobody knows."""
    return Runs.UNKNOWN


def no_problems(folder: Folder) -> Iterable[Note]:
    """Nothing is checked."""
    return ()


def nothing_beside(folder: str, names: Sequence[str]) -> Iterable[str]:
    """The tool keeps nothing beside its files."""
    return ()


def no_next_files(request: NextFiles) -> tuple[NewFile, ...] | None:
    """Names of further files are not known."""
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """One migration tool, or one habit of keeping SQL files."""

    id: str
    """What the configuration calls it."""
    title: str
    claims: Callable[[Folder], int]
    """How sure it is that a folder is its own: CERTAIN, NAMED, LIKELY, FALLBACK or 0."""
    order: Callable[[Sequence[SourceFile], Engine], Sequence[SourceFile]] = no_order
    """The files, which come by name, in the order the tool runs them; what is left out does not run."""
    direction: Callable[[SourceFile, Engine], Direction] = direction_by_name
    sections: Callable[[str, Engine], tuple[Section, ...]] = no_sections
    """The sections of a file, without gaps; () for one section."""
    runs: Callable[[SourceFile, Engine], Runs] = unknown_runs
    problems: Callable[[Folder], Iterable[Note]] = no_problems
    """What the tool would refuse or misread."""
    beside: Callable[[str, Sequence[str]], Iterable[str]] = nothing_beside
    """For the path of a folder and the names in it: paths, from the folder on, of files that are worth reading."""
    next_files: Callable[[NextFiles], tuple[NewFile, ...] | None] = no_next_files
    splits_bodies: bool = False
    """Whether it takes every semicolon for the end of a statement, unless a mark says otherwise."""
    marks: tuple[str, ...] = ()
    """What begins the comments by which the tool is told something, in lower case, to find misspelt ones."""


def direction_marks(found: Iterable[re.Match[str]], off: Collection[str] = ()) -> Iterator[Mark]:
    """Marks from matches whose first group is `up`, `down` or a word that only ends a statement.

    A direction may be named again without beginning anew; those in `off` run without a transaction.
    """
    direction: Direction = "up"
    seen: set[str] = set()
    for match in found:
        word = match[1].lower()
        is_first = word in ("up", "down") and word not in seen
        if word in ("up", "down"):
            direction = "down" if word == "down" else "up"
            seen.add(word)
        yield Mark(match.start(), direction, Runs.SEPARATE if direction in off else None, continues=not is_first)


def sections_at(text: str, marks: Iterable[Mark]) -> tuple[Section, ...]:
    """The sections that begin at marks, without gaps; what stands before the first one is applied."""
    sections: list[Section] = []
    current = Mark(0)
    for mark in (*marks, Mark(len(text))):
        if mark.offset > current.offset:
            span = Span(current.offset, mark.offset)
            sections.append(Section(span, current.direction, current.runs, current.continues and bool(sections)))
        current = mark
    return tuple(sections)
