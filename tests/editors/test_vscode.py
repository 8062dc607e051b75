"""The VS Code extension: its types and units, its package, and a session with it in VS Code in a browser.

`npm ci` in `editors/vscode` installs what the first need, `editors/install_vscode.sh` what the session needs.
`SQLREVIEW_UPDATE=1` writes the pictures of the extension's README.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXTENSION = ROOT / "editors" / "vscode"
SESSION = Path(__file__).with_name("vscode_session.mjs")
PICTURES = ("problems", "hover", "quick-fix", "schema")

pytestmark = pytest.mark.skipif(
    shutil.which("npm") is None or not (EXTENSION / "node_modules").is_dir(),
    reason="the extension's libraries are not installed: run npm ci in editors/vscode",
)


def npm(*arguments: str) -> None:
    done = subprocess.run(["npm", *arguments], cwd=EXTENSION, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_types_and_units() -> None:
    npm("run", "typecheck")
    npm("test")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The extension as users install it."""
    subprocess.run([sys.executable, "bundle.py"], cwd=EXTENSION, check=True, timeout=600)
    made = tmp_path_factory.mktemp("package") / "sqlreview.vsix"
    npm("run", "package", "--", "-o", str(made))
    return made


def test_one_package_runs_on_every_platform(package: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(package) as archive:
        names = archive.namelist()
        archive.extractall(tmp_path)
    assert not [name for name in names if name.endswith((".so", ".pyd", ".dylib", ".pyc"))]
    for wanted in ("dist/extension.js", "dist/diagram_page.js", "LICENSE.txt"):
        assert f"extension/{wanted}" in names
    (tmp_path / "bad.sql").write_text("DELETE FROM users;\n")
    # a Python that has nothing installed, not even what the tests run with
    run = str(tmp_path / "extension" / "bundled" / "run.py")
    command = [sys.executable, "-I", "-S", run, "check", str(tmp_path / "bad.sql")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert "queries/delete-without-where" in done.stdout, done.stdout + done.stderr


@pytest.fixture(scope="module")
def editor() -> Path:
    """VS Code for the browser."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "sqlreview" / "editors"
    servers = [folder for folder in sorted(cache.glob("code-server-*")) if (folder / "complete").exists()]
    if not servers or shutil.which("chromium") is None:
        pytest.skip("VS Code for the browser is not installed: run editors/install_vscode.sh")
    return servers[-1]


def test_a_session(editor: Path, package: Path, tmp_path: Path) -> None:
    pictures = passed(editor, package, tmp_path)
    if os.environ.get("SQLREVIEW_UPDATE"):
        for name in PICTURES:
            shutil.copy(pictures / f"{name}.png", EXTENSION / "media" / f"{name}.png")


def test_the_first_start_in_a_folder_that_is_not_trusted(editor: Path, package: Path, tmp_path: Path) -> None:
    passed(editor, package, tmp_path, sys.executable)


def passed(editor: Path, package: Path, folder: Path, *python: str) -> Path:
    """Asserts that the session passes and returns the folder of its pictures."""
    place = folder / "first"
    output = session(editor, package, place, *python)
    if not output.endswith("all passed\n"):  # a machine at its limits makes a browser wait too long
        print(output)
        place = folder / "again"
        output = session(editor, package, place, *python)
    assert output.endswith("all passed\n"), output
    return place / "pictures"


def session(editor: Path, package: Path, folder: Path, *python: str) -> str:
    """What the session prints."""
    shop, pictures = folder / "shop", folder / "pictures"
    shutil.copytree(ROOT / "examples" / "shop", shop)
    (shop / ".git").mkdir()
    pictures.mkdir()
    command = ["node", *map(str, (SESSION, editor, package, shop, folder / "profile", pictures)), *python]
    done = subprocess.run(command, cwd=EXTENSION, capture_output=True, text=True, timeout=1500, check=False)
    return done.stdout if done.returncode == 0 else f"{done.stdout}{done.stderr}\nexit code {done.returncode}\n"
