"""A session in real Emacs with eglot, where Emacs 29 or newer is installed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SESSION = Path(__file__).with_name("emacs_session.el")
OLDEST = 29
"""The first Emacs that has eglot."""


def installed() -> list[Path]:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "sqlreview" / "editors"
    own = shutil.which("emacs")
    return [*sorted(cache.glob("emacs-*/emacs")), *([Path(own)] if own else [])]


def version_of(program: Path) -> int:
    done = subprocess.run([program, "--version"], capture_output=True, text=True, check=False, timeout=60)
    found = re.search(r"GNU Emacs (\d+)", done.stdout)
    return int(found[1]) if found else 0


def test_a_session(tmp_path: Path) -> None:
    program = next((program for program in installed() if version_of(program) >= OLDEST), None)
    if program is None:
        pytest.skip("Emacs 29 or newer is not installed")
    output = session(program, tmp_path / "first")
    if not output.endswith("all passed\n"):  # a machine at its limits makes editors wait too long
        print(output)
        output = session(program, tmp_path / "again")
    assert output.endswith("all passed\n"), output


def session(program: Path, folder: Path) -> str:
    shop = folder / "my shop"
    shutil.copytree(ROOT / "examples" / "shop", shop)
    (shop / ".git").mkdir()
    environment = {
        **os.environ,
        "SQLREVIEW_SHOP": str(shop),
        "SQLREVIEW_PYTHON": sys.executable,
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
    }
    command = [program, "--batch", "-Q", "-l", SESSION]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=400, check=False)
    return done.stdout if done.returncode == 0 else f"{done.stdout}{done.stderr}\nexit code {done.returncode}\n"
