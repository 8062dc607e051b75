"""What several migration tools refuse, in words their users understand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from sqlreview.migrations.conventions.convention import Folder, Note, is_down
from sqlreview.migrations.next_migrations import numbered
from sqlreview.migrations.sources import SourceFile
from sqlreview.patterns import portable

_COMMENT = portable(r"(?m)^[ \t]*+--+[ \t]*+(\+?+[A-Za-z]{3,9}+)(:?+)[ \t]*+([A-Za-z]++)(?:[ \t]++([A-Za-z]++))?+")
_WORDS = frozenset({"up", "down", "statementbegin", "statementend", "no"})


def duplicates(folder: Folder, tool: str, consequence: str) -> Iterator[Note]:
    """Numbers that two files share, which `tool` does not allow."""
    first: dict[tuple[str, str], SourceFile] = {}
    for file in folder.files:
        parsed = numbered(file.name)
        if parsed is None:
            continue
        side = "down" if is_down(file.name) else "up"
        key = (parsed.prefix + str(int(parsed.number)) + (parsed.gap if parsed.gap == "." else ""), side)
        other = first.setdefault(key, file)
        if other is not file:
            yield Note(file.path, f"has the number {parsed.number} as `{other.name}` has; {tool} {consequence}")
            return


def gaps(folder: Folder, tool: str) -> Iterator[Note]:
    """A missing number, where `tool` wants them without gaps."""
    numbers = {int(parsed.number): file for file in folder.files if (parsed := numbered(file.name)) is not None}
    for earlier, later in zip(sorted(numbers), sorted(numbers)[1:], strict=False):
        if later > earlier + 1:
            missing = (
                f"number {earlier + 1} is" if later == earlier + 2 else f"numbers {earlier + 1} to {later - 1} are"
            )
            yield Note(numbers[later].path, f"{missing} missing before it; {tool} wants numbers without gaps")
            return


def lonely_downs(folder: Folder, tool: str) -> Iterator[Note]:
    """A file that undoes a migration which is not there."""
    ups = {_pair_of(file) for file in folder.files if not is_down(file.name)}
    lonely = [file for file in folder.files if is_down(file.name) and _pair_of(file) not in ups]
    if lonely:
        more = f", and {len(lonely) - 1} more" if len(lonely) > 1 else ""
        yield Note(lonely[0].path, f"undoes a migration that is not there{more}; {tool} pairs files by their number")


def _pair_of(file: SourceFile) -> str:
    if file.name.lower() in ("up.sql", "down.sql"):
        return file.folder
    parsed = numbered(file.name)
    if parsed is None:
        return file.name.rpartition(".down")[0] or file.name.rpartition(".up")[0]
    return f"{file.folder}/{int(parsed.number)}"


def unmarked(folder: Folder, tool: str, sign: str, is_marked: Callable[[str], object]) -> Iterator[Note]:
    """Files that lack the mark without which `tool` refuses a file; those with a misspelt one are told apart."""
    missing = [file for file in folder.files if file.text.strip() and not is_marked(file.text)]
    missing = [file for file in missing if misspelt_mark(file.text, sign) is None]
    if missing:
        others = f", nor {_few(missing[1:])}" if len(missing) > 1 else ""
        yield Note(missing[0].path, f"has no `{sign}`{others}; {tool} refuses such a file")


def misspelt(folder: Folder, tool: str, sign: str) -> Iterator[Note]:
    """Comments that were meant to be marks of `tool`; one note a file."""
    for file in folder.files:
        found = misspelt_mark(file.text, sign)
        if found is not None:
            written, meant, offset = found
            line = file.text.count("\n", 0, offset) + 1
            yield Note(file.path, f"`{written}` is no mark of {tool}; did you mean `{meant}`?", line)


def misspelt_mark(text: str, sign: str) -> tuple[str, str, int] | None:
    """A comment that nearly is a mark, the mark, and where it stands; `sign` is a mark such as `-- +goose Up`."""
    if "--" not in text:
        return None
    name, colon, exact = _taken_apart(sign)
    for match in re.finditer(_COMMENT, text):
        word = match[3].lower()
        if word not in _WORDS or not is_near(match[1].lower(), name):
            continue
        meant = f"-- {name}{colon}{'' if colon else ' '}{_meant(match, colon)}"
        written = match[0].strip()
        right = match[0].startswith(f"-- {name}{colon}") and (match[1], match[2]) == (name, colon)
        if colon:
            right = (match[1], match[2]) == (name, colon) and not match[0][:1].isspace()
        if not (right and (not exact or match[3] == word.capitalize() if not colon else match[3] == word)):
            return written, meant, match.start(1)
    return None


def _taken_apart(sign: str) -> tuple[str, str, bool]:
    name = sign.removeprefix("-- ").rpartition(":")[0] or sign.removeprefix("-- ").partition(" ")[0]
    return name, ":" if ":" in sign else "", name != "+goose"


def _meant(match: re.Match[str], colon: str) -> str:
    word = match[3].lower()
    if word == "no":
        return "NO TRANSACTION"
    if word.startswith("statement"):
        return "Statement" + word.removeprefix("statement").capitalize()
    return word if colon else word.capitalize()


def is_near(written: str, meant: str) -> bool:
    """Whether a word is another one or differs from it by one letter: too many, missing, wrong or swapped."""
    if written == meant or abs(len(written) - len(meant)) > 1:
        return written == meant
    at = next((place for place, (a, b) in enumerate(zip(written, meant, strict=False)) if a != b), None)
    if at is None:
        return True
    rest = (written[at + 1 :], meant[at + 1 :])
    swapped = written[at : at + 2] == meant[at : at + 2][::-1] and written[at + 2 :] == meant[at + 2 :]
    return rest[0] == rest[1] or written[at:] == rest[1] or rest[0] == meant[at:] or swapped


def _few(files: Sequence[SourceFile]) -> str:
    names = [f"`{file.name}`" for file in files[:3]]
    return ", ".join(names) + (f" and {len(files) - 3} more" if len(files) > 3 else "")


def together(*checks: Iterable[Note]) -> Iterator[Note]:
    """The notes of several checks, one after the other."""
    for check in checks:
        yield from check
