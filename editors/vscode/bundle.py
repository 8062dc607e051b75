"""Puts the server into bundled/, with its libraries in pure Python, so that one .vsix runs everywhere.

pydantic is left out, being compiled; sqlreview checks configurations without it. Run before `npm run package`.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]
COMPILED = ("pydantic",)
NEEDED_BY_THOSE = ("attrs", "cattrs", "typing_extensions")
"""What pygls and lsprotocol need."""


def main() -> int:
    """Builds the folder anew; returns the exit code."""
    folder = HERE / "bundled"
    shutil.rmtree(folder, ignore_errors=True)
    libraries = folder / "libs"
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [line for line in project["dependencies"] if re.split(r"[<>=\[]", line)[0] not in COMPILED]
    quiet = (sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile")
    into = ("--no-deps", "--target", str(libraries))
    subprocess.run([*quiet, *into, *names, *NEEDED_BY_THOSE, str(CHECKOUT)], check=True)
    shutil.rmtree(libraries / "bin", ignore_errors=True)
    for extension in (libraries / "immutables").glob("_map.*"):  # it has the same in Python
        extension.unlink()
    shutil.copy(HERE / "run.py", folder / "run.py")
    compiled = [path for path in libraries.rglob("*") if path.suffix in (".so", ".pyd", ".dylib")]
    for path in compiled:
        print(f"{path} is compiled: it runs on one platform only", file=sys.stderr)
    return 1 if compiled else 0


if __name__ == "__main__":
    sys.exit(main())
