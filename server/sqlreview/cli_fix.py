"""`sqlreview check --fix` and `--diff`: what fixes make of files, written or shown."""

from __future__ import annotations

import io
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from sqlreview.config import Config
from sqlreview.fixes import Fixed, fix_files
from sqlreview.migrations.next_files import NewFile
from sqlreview.migrations.project import SourceFile, write_source
from sqlreview.patterns import regex
from sqlreview.report import Report, ReviewError

_NUMBER = regex(r"[A-Za-z]*+\d++(?:[.\-]\d++)*+")


@dataclass(frozen=True, slots=True)
class Outcome:
    """The files after fixing."""

    files: list[SourceFile]
    applied: int = 0
    created: tuple[str, ...] = ()
    diff: str = ""
    errors: tuple[ReviewError, ...] = ()


def fixed(
    files: list[SourceFile], config: Config, named: Sequence[str], *, unsafe: bool, shows: bool, stdin: str = ""
) -> Outcome:
    """Fixes files and writes them, or `shows` what would change.

    `named` are files that were named themselves: as not all migrations beside them may be known, none is added to them.
    `stdin` is the file that standard input stands for, which is not written.
    """
    after = fix_files(files, config, unsafe=unsafe, partial=named)
    before = {file.path: file for file in files}
    changed = [file for file in after.files if file.path in before and file.text != before[file.path].text]
    if shows:
        diff = [line for file in changed for line in diff_of(file.path, before[file.path].text, file.text)]
        diff += [line for file in after.created for line in diff_of(file.path, "", file.text)]
        return Outcome(after.files, after.applied, diff="".join(diff))
    return _written(after, before, [file for file in changed if file.path != stdin])


def _written(after: Fixed, before: dict[str, SourceFile], changed: list[SourceFile]) -> Outcome:
    """Writes new files before those from which they take something, so that nothing is lost on the way."""
    failure = _create(after.created)
    if failure is not None:
        return Outcome([*before.values()], errors=(failure,))
    errors: list[ReviewError] = []
    for file in changed:
        try:
            write_source(before[file.path], file.text)
        except OSError as error:
            errors.append(ReviewError(file.path, f"cannot be written: {_reason(error)}"))
    failed = {error.path for error in errors}
    files = [before[file.path] if file.path in failed else file for file in after.files]
    return Outcome(files, after.applied, tuple(file.path for file in after.created), errors=tuple(errors))


def left_open(report: Report, named: Collection[str]) -> list[str]:
    """The files that were named themselves and would need a migration to follow."""
    findings = (finding for finding in report.findings if finding.path in named)
    return list(dict.fromkeys(finding.path for finding in findings if any(fix.files for fix in finding.fixes)))


def _create(files: Sequence[NewFile]) -> ReviewError | None:
    """Creates all files or none; what is there already stays as it is, and so does its number."""
    made: list[str] = []
    taken = _taken(files)
    if taken is not None:
        return taken
    for file in files:
        try:
            folder = os.path.dirname(file.path)
            if folder and not os.path.isdir(folder):
                os.makedirs(folder)
                made.append(folder)
            with open(file.path, "x", encoding="utf-8", newline="") as stream:
                made.append(file.path)
                stream.write(file.text)
        except OSError as error:
            _remove(reversed(made))
            return ReviewError(file.path, f"cannot be created: {_reason(error)}; no fix was applied")
    return None


def _taken(files: Sequence[NewFile]) -> ReviewError | None:
    """The first file whose number another has that is not reviewed, because it is excluded or cannot be read."""
    for file in files:
        folder, name = os.path.split(file.path)
        if folder and not os.path.isdir(folder):
            folder, name = os.path.split(folder)
        number = _NUMBER.match(name)
        for other in sorted(os.listdir(folder or ".")) if number and os.path.isdir(folder or ".") else ():
            found = _NUMBER.match(other)
            if found is not None and number is not None and found[0] == number[0]:
                path = os.path.join(folder, other)
                what = "exists" if path == file.path else f"{path}, which is not reviewed, has its number"
                return ReviewError(file.path, f"cannot be created: {what}; no fix was applied")
    return None


def _remove(paths: Iterable[str]) -> None:
    for path in paths:
        with suppress(OSError):
            if os.path.isdir(path):
                os.rmdir(path)
            else:
                os.unlink(path)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def diff_of(path: str, before: str, after: str) -> Iterator[str]:
    """The change of a file as a unified diff; one that was empty is a new one."""
    from difflib import unified_diff

    old = io.StringIO(before, newline="\n").readlines()
    new = io.StringIO(after, newline="\n").readlines()
    name = path.lstrip("/")
    for line in unified_diff(old, new, f"a/{name}" if before else "/dev/null", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
