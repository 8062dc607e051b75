"""What is known of migrations yet to be written, and how their files are called and numbered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from sqlreview.sql.engines import engine_of
from sqlreview.sql.statements import split_statements


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to create."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class NextMigration:
    """What a new migration does."""

    title: str
    """Words in snake_case: "create_orders_user_id_idx"."""
    up: str
    down: str | None = None
    in_transaction: bool = True
    """False when it must run outside of a transaction."""


@dataclass(frozen=True, slots=True)
class NextFiles:
    """The question which files hold new migrations."""

    existing: tuple[str, ...]
    """The paths of the group in order, down files included."""
    migrations: tuple[NextMigration, ...]
    now: datetime
    texts: Mapping[str, str]
    """The texts of the existing files."""

    @property
    def newest(self) -> str:
        """The path of the last file."""
        return self.existing[-1]

    @property
    def needs_no_transaction(self) -> bool:
        """Whether a migration must run outside of a transaction."""
        return any(not migration.in_transaction for migration in self.migrations)


_POSTGRES = engine_of("postgres")
_TIMES = {14: "%Y%m%d%H%M%S", 12: "%Y%m%d%H%M", 8: "%Y%m%d"}
_SECONDS = range(1_000_000_000, 4_000_000_000)


def next_numbers(numbers: Sequence[str], now: datetime, count: int) -> list[str]:
    """So many numbers above all of these, in the form of the last: counted with its width, or a time."""
    last = numbers[-1] if numbers else "0000"
    if _moment_of(last) is None:
        highest = max((int(number) for number in numbers if len(number) < 8 or _moment_of(number) is None), default=0)
        return [str(highest + step).zfill(len(last)) for step in range(1, count + 1)]
    alike = sorted((number for number in numbers if len(number) == len(last)), reverse=True)
    newest = next(moment for number in alike if (moment := _moment_of(number)) is not None)
    step = {12: timedelta(minutes=1), 8: timedelta(days=1)}.get(len(last), timedelta(seconds=1))
    first = max(now.astimezone(UTC).replace(tzinfo=None, microsecond=0), newest + step)
    return [_written(first + index * step, last) for index in range(count)]


def _moment_of(number: str) -> datetime | None:
    """The time a number stands for: 20240131120000, 202401311200, 20240131, or seconds or milliseconds since 1970."""
    try:
        if len(number) in (8, 12, 14, 17, 20) and number[:2] in ("19", "20"):
            full = number[:14].ljust(14, "0")
            month, day, hour, minute, second = (int(full[at : at + 2]) for at in range(4, 14, 2))
            return datetime(int(full[:4]), month, day, hour, minute, second)
        if len(number) in (10, 13) and int(number[:10]) in _SECONDS:
            return datetime.fromtimestamp(int(number[:10]), UTC).replace(tzinfo=None)
    except (ValueError, OverflowError, OSError):
        return None
    return None


def _written(moment: datetime, like: str) -> str:
    if len(like) in _TIMES:
        return moment.strftime(_TIMES[len(like)])
    if len(like) in (17, 20):
        return moment.strftime(_TIMES[14]) + "0" * (len(like) - 14)
    return str(int(moment.replace(tzinfo=UTC).timestamp())) + "0" * (len(like) - 10)


_NUMBERED = r"(?P<prefix>[A-Za-z]*+)(?P<number>\d++)(?P<gap>__|[_.\-]|#+|(?=/))(?P<rest>.*+)"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A name that begins with a number: `0001_users.up.sql`."""

    prefix: str
    number: str
    gap: str
    """What separates number and title."""
    suffix: str
    """The extensions: `.up.sql`."""


@lru_cache(maxsize=1 << 16)
def numbered(name: str) -> Numbered | None:
    """The parts of a name that begins with a number, if it does."""
    found = re.match(_NUMBERED, name)
    if found is None:
        return None
    dot = found["rest"].find(".")
    suffix = found["rest"][dot:] if dot >= 0 else ""
    return Numbered(found["prefix"], found["number"], found["gap"], suffix)


def is_numbered(name: str) -> bool:
    """Whether a name begins with a number, with one letter before it at most: `0001_users.sql`, `V0001.users.sql`."""
    return name[:1].isdigit() or (name[:1].isalpha() and name[1:3].isdigit())


def numbered_files(request: NextFiles, *, default_gap: str = "_") -> Iterator[tuple[NextMigration, str]]:
    """Each migration with the path of its file without extension: the next numbers beside the newest file."""
    folder, name = split(request.newest)
    parsed = numbered(name)
    known = _numbered_among(request.existing)
    numbers = tuple(item.number for item in known)
    if parsed is None and known:
        parsed = known[-1]
    prefix, gap = (parsed.prefix, parsed.gap) if parsed else ("", default_gap)
    for migration, number in zip(
        request.migrations, next_numbers(numbers, request.now, len(request.migrations)), strict=True
    ):
        title = migration.title.replace("_", "-") if gap == "-" else migration.title
        yield migration, joined(folder, f"{prefix}{number}{gap}{title}")


@lru_cache(maxsize=8)
def _numbered_among(paths: tuple[str, ...]) -> tuple[Numbered, ...]:
    """The names that begin with a number; every fix of a folder asks for the same."""
    return tuple(found for path in paths if (found := numbered(split(path)[1])) is not None)


def split(path: str) -> tuple[str, str]:
    """The folder and the name of a path."""
    folder, _, name = path.rpartition("/")
    return folder, name


def joined(folder: str, name: str) -> str:
    """The path of a name in a folder; "" is the current one."""
    return f"{folder}/{name}" if folder else name


def has_body(sql: str) -> bool:
    """Whether a statement has semicolons of its own, as that of a function or a DO block."""
    return any(";" in source.text for source in split_statements(sql, _POSTGRES))


def with_bodies_marked(sql: str, begin: str, end: str) -> str:
    """SQL with a line before and after every statement that has semicolons of its own."""
    text = closed(sql)
    for source in reversed(split_statements(text, _POSTGRES)):
        if ";" in source.text:
            stop = text.index(";", source.start + len(source.text)) + 1
            text = f"{text[: source.start]}{begin}\n{text[source.start : stop]}\n{end}{text[stop:]}"
    return text


def closed(sql: str) -> str:
    """SQL that ends with a semicolon and a line end."""
    stripped = sql.strip()
    return f"{stripped}\n" if stripped.endswith(";") or not stripped else f"{stripped};\n"
