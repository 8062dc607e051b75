"""The layers of docs/ARCHITECTURE.md: a module imports only what lies to its left."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import sqlreview
import sqlreview_rules

CORE = Path(sqlreview.__file__).parent
RULES = Path(sqlreview_rules.__file__).parent
LAYERS = (
    ("patterns",),
    ("text", "frozen"),
    ("sql",),
    ("operations", "queries"),
    ("schema",),
    ("locks",),
    ("reading",),
    ("findings", "examples"),
    ("subjects",),
    ("context", "time_limits"),
    ("staging", "broken_routines", "departures", "long_reads", "undoings"),
    ("rollouts",),
    ("options",),
    ("rule", "table_sizes"),
    ("ruleset",),
    ("packs",),
    ("report", "path_patterns"),
    ("migrations",),
    ("plain_checks",),
    ("config_errors",),
    ("config_model", "config_files"),
    ("config_merge",),
    ("config_sizes",),
    ("config_checks",),
    ("config",),
    ("suppressions",),
    ("ignore_comments",),
    ("evaluation",),
    ("differences", "dependencies"),
    ("entries",),
    ("history",),
    ("review",),
    ("embedded_findings", "twins"),
    ("silence",),
    ("follow_ups",),
    ("undone",),
    ("moves", "placement"),
    ("kept_comments", "hosted"),
    ("project",),
    ("fixes", "parallel", "impacts"),
    ("testing", "api"),
    ("reporters", "snapshot"),
    ("lsp",),
    ("cli_found",),
    ("cli_files", "cli_impact", "cli_init", "cli_show", "cli_snapshot"),
    ("cli_fix",),
    ("cli_check",),
    ("cli",),
    ("dev", "__main__"),
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
FOR_RULES = ("sqlreview", "sqlreview.operations", "sqlreview.queries", "sqlreview.schema")
LONGEST_FILE = 350


def modules(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def layer_of(path: Path) -> str:
    first = path.relative_to(CORE).parts[0]
    return first.removesuffix(".py")


@pytest.mark.parametrize("path", modules(CORE), ids=lambda path: str(path.relative_to(CORE)))
def test_core_imports_only_to_the_left(path: Path) -> None:
    if path == CORE / "__init__.py":
        return
    own = layer_of(path)
    assert own in RANK, f"{own} has no place among the layers"
    for name in imports(path):
        assert not name.startswith("sqlreview_rules"), "the core never imports a pack"
        if name.startswith("sqlreview."):
            other = name.split(".")[1]
            assert other == own or RANK[other] < RANK[own], f"{path.name} imports {name}"


@pytest.mark.parametrize("path", modules(RULES), ids=lambda path: str(path.relative_to(RULES)))
def test_rules_import_only_what_is_meant_for_them(path: Path) -> None:
    for name in imports(path):
        if name.startswith("sqlreview"):
            assert any(name == allowed or name.startswith(f"{allowed}.") for allowed in FOR_RULES[1:]) or (
                name == "sqlreview"
            ), name


@pytest.mark.parametrize("path", modules(CORE), ids=lambda path: str(path.relative_to(CORE)))
def test_files_stay_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


OUTER = {"migrations", "config", "config_errors", "config_files", "config_sizes", "parallel", "api", "cli", "cli_check"}
OUTER |= {"cli_impact", "cli_snapshot", "cli_fix", "cli_found", "cli_init", "cli_show", "__main__", "lsp", "dev"}
OPENERS = {"os", "io", "subprocess", "socket", "urllib", "pickle", "shutil", "tempfile"}


def test_patterns_are_made_where_old_pythons_are_minded() -> None:
    """`regex` takes the place of `re.compile`, whose possessive repeats fail before Python 3.11.5."""
    sources = [*modules(CORE), *modules(RULES)]
    assert [path.name for path in sources if "re.compile(" in path.read_text(encoding="utf-8")] == ["patterns.py"]


def test_only_the_outer_layers_open_files() -> None:
    for path in modules(CORE):
        if path.name != "__init__.py" and layer_of(path) not in OUTER:
            assert not set(imports(path)) & OPENERS, path


@pytest.mark.parametrize(
    ("sql", "forbidden"),
    [
        ("ALTER TABLE t ADD COLUMN c int;", ("pygls", "lsprotocol", "sqlglot", "asyncio")),
        ("SELECT 1;", ("pygls", "lsprotocol")),
    ],
)
def test_the_command_line_imports_only_what_it_needs(sql: str, forbidden: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "a.sql").write_text(sql)
    code = (
        "import sys\nfrom sqlreview.cli import main\n"
        f"code = main(['check', {str(tmp_path)!r}])\n"
        f"loaded = [name for name in {forbidden!r} if name in sys.modules]\n"
        "sys.exit(','.join(loaded) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
