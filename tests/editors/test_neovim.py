"""A session in real Neovim, for every version that is installed: `editors/install_neovim.sh` fetches some."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SESSION = Path(__file__).with_name("neovim_session.lua")
OLDEST = (0, 10)
"""The session uses what 0.10 and newer can do."""


def installed() -> list[Path]:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "sqlreview" / "editors"
    found = sorted(cache.glob("neovim-*/nvim"))
    own = shutil.which("nvim")
    return [*found, *([Path(own)] if own else [])]


def version_of(program: Path) -> tuple[int, ...]:
    text = subprocess.run([program, "--version"], capture_output=True, text=True, check=True, timeout=60).stdout
    number = re.match(r"NVIM v(\d+)\.(\d+)", text)
    return tuple(int(part) for part in number.groups()) if number else (0,)


def test_a_session(tmp_path: Path) -> None:
    programs = [program for program in installed() if version_of(program) >= OLDEST]
    if not programs:
        pytest.skip("Neovim 0.10 or newer is not installed: run editors/install_neovim.sh")
    for program in programs:
        folder = tmp_path / "-".join(map(str, version_of(program)))
        output = session(program, folder)
        if not output.endswith("all passed\n"):  # a machine at its limits makes editors wait too long
            print(output)
            output = session(program, folder.with_name(f"{folder.name}-again"))
        assert output.endswith("all passed\n"), f"{program}\n{output}"


def session(program: Path, folder: Path) -> str:
    shop = folder / "my shöp"
    shutil.copytree(ROOT / "examples" / "shop", shop)
    (shop / ".git").mkdir()
    environment = {
        **os.environ,
        "SQLREVIEW_PLUGIN": str(ROOT / "editors" / "neovim"),
        "SQLREVIEW_SHOP": str(shop),
        "SQLREVIEW_PYTHON": sys.executable,
        "XDG_STATE_HOME": str(folder / "state"),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
    }
    command = [str(program), "--clean", "--headless", "-n", "-l", str(SESSION)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=900, check=False)
    return done.stdout if done.returncode == 0 else f"{done.stdout}{done.stderr}\nexit code {done.returncode}\n"
