"""Major versions as the truth table writes them: "12-15,18"."""

from __future__ import annotations

from collections.abc import Iterable


def versions_in(written: str) -> tuple[int, ...]:
    """The versions "12-13,15" stands for; raises ValueError when it is no such list."""
    found: list[int] = []
    for part in written.split(","):
        first, dash, last = part.partition("-")
        found += range(int(first), int(last if dash else first) + 1)
    return tuple(found)


def written_versions(versions: Iterable[int]) -> str:
    """How the table writes some versions: neighbours as a range."""
    ranges: list[list[int]] = []
    for version in sorted(set(versions)):
        if ranges and version == ranges[-1][-1] + 1:
            ranges[-1].append(version)
        else:
            ranges.append([version])
    return ",".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in ranges)
