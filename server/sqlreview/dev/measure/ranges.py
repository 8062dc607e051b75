"""Versions as truth tables write them: "12-15,18" for major versions, "10.11,11.4" for release series."""

from __future__ import annotations

from collections.abc import Iterable

Version = int | str
"""A major version of PostgreSQL, or a release series of another server: 18, "10.11"."""


def versions_in(written: str) -> tuple[Version, ...]:
    """The versions "12-13,15" or "10.11,11.4" stands for; raises ValueError when it is no such list."""
    found: list[Version] = []
    for part in written.split(","):
        if "." in part:
            found.append(".".join(str(int(number)) for number in part.split(".")))
            continue
        first, dash, last = part.partition("-")
        found += range(int(first), int(last if dash else first) + 1)
    return tuple(found)


def written_versions(versions: Iterable[Version]) -> str:
    """How a table writes some versions: neighbouring major versions as a range."""
    distinct = set(versions)
    runs: list[list[int]] = []
    for version in sorted(item for item in distinct if isinstance(item, int)):
        if runs and version == runs[-1][-1] + 1:
            runs[-1].append(version)
        else:
            runs.append([version])
    series = sorted((item for item in distinct if isinstance(item, str)), key=_numbers)
    return ",".join([*(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs), *series])


def ordered(versions: Iterable[Version]) -> list[Version]:
    """Versions of one server, oldest first."""
    return sorted(versions, key=lambda version: _numbers(str(version)))


def _numbers(series: str) -> list[int]:
    return [int(number) for number in series.split(".")]
