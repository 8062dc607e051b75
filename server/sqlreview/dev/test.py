"""Runs every check a commit must pass: generated files, linters, types, tests."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("formatting", ("ruff", "format", "--check", "--quiet", ".")),
    ("lint", ("ruff", "check", "--quiet", ".")),
    ("types", ("mypy",)),
    ("generated files", ("sqlreview.dev", "docs", "--check")),
    ("tests", ("pytest", "-n", "auto", "--ignore", "tests/editors")),
    ("tests in editors", ("pytest", "tests/editors")),  # alone, as an editor waits only so long for its server
)


def run(arguments: Sequence[str] = ()) -> int:
    """Runs all checks, the later ones even if an earlier one fails; returns 1 if one failed.

    `arguments` are handed to pytest, for the tests that need no editor. The checkout is the current directory.
    """
    failed: list[str] = []
    for name, command in CHECKS:
        print(f"== {name}", flush=True)
        extra = arguments if name == "tests" else ()
        done = subprocess.run([sys.executable, "-m", *command, *extra], check=False)
        if done.returncode != 0:
            failed.append(name)
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0
