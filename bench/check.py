"""The command line's time and memory, beside squawk's where it is installed, in one run.

    python bench/check.py                                     # generated SQL
    python bench/check.py --corpus path/to/migrations         # every .sql file below a directory as well
    python bench/check.py --bytecode                          # where PYTHONDONTWRITEBYTECODE is set: as pip installs it

The programs take turns; each figure is the best of several rounds. Compare within one run only, by the ratios.
"""

from __future__ import annotations

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass

import generated

SMALL = """CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users;
ALTER TABLE users ADD COLUMN name text NOT NULL DEFAULT '';
CREATE INDEX users_name ON users (name);
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What one program took: seconds on the clock, seconds of processors, megabytes of its largest process."""

    wall: float
    cpu: float
    memory: float


def measured(command: Sequence[str]) -> Run:
    """Runs a program once and throws its output away."""
    begin = time.perf_counter()
    with open(os.devnull, "wb") as nowhere:
        process = subprocess.Popen(command, stdout=nowhere, stderr=nowhere)
        _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return Run(time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def compare(title: str, commands: dict[str, Sequence[str]], rounds: int) -> None:
    """Prints one row a program; the ratios are to the first."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(measured(command))
    print(f"\n{title}")
    ours = min(run.wall for run in next(iter(runs.values())))
    for name, taken in runs.items():
        wall = min(run.wall for run in taken)
        cpu = min(run.cpu for run in taken)
        memory = max(run.memory for run in taken)
        print(f"  {name:34} {wall:8.3f} s  {cpu:8.3f} s of processor {memory:7.0f} MB   x{ours / wall:.1f}", flush=True)


def checks(paths: Sequence[str], squawk: str | None, formats: Sequence[str] = ("text",)) -> dict[str, Sequence[str]]:
    """The commands that check some files, ours first."""
    given = [str(path) for path in paths]
    ours = [sys.executable, "-m", "sqlreview", "check"]
    commands: dict[str, Sequence[str]] = {
        f"sqlreview --format {form}": [*ours, "--format", form, *given] for form in formats
    }
    if squawk:
        files = [str(file) for path in given for file in _files_of(pathlib.Path(path))]
        commands["squawk (its default reporter)"] = [squawk, *files]
        commands["squawk --reporter gcc"] = [squawk, "--reporter", "gcc", *files]
    return commands


def _files_of(path: pathlib.Path) -> list[pathlib.Path]:
    return sorted(path.rglob("*.sql")) if path.is_dir() else [path]


def _written(folder: pathlib.Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def _load(rows: int) -> str:
    inserts = "".join(f"INSERT INTO t VALUES ({number},'x');\n" for number in range(rows))
    return f"CREATE TABLE t (id int PRIMARY KEY, a text);\n{inserts}"


def _one_insert(rows: int) -> str:
    values = ",\n".join(f"({number},'some text of a row')" for number in range(rows))
    return f"CREATE TABLE t (id int PRIMARY KEY, a text);\nINSERT INTO t VALUES {values};\n"


def main() -> None:
    """Runs all comparisons."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", metavar="DIRECTORY", help="check every .sql file below it")
    parser.add_argument("--squawk", default=shutil.which("squawk"), help="the program to compare with")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--lines", type=int, default=50_000, help="length of the generated file")
    parser.add_argument("--rows", type=int, default=160_000, help="INSERTs of the generated dumps")
    parser.add_argument("--bytecode", action="store_true", help="keep bytecode, as an installed package does")
    options = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp())
    if options.bytecode:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, best of {options.rounds} rounds")
    small = _written(folder, "small.sql", SMALL)
    compare(
        "one small file",
        checks([small], options.squawk) | {"python, doing nothing": [sys.executable, "-c", "pass"]},
        options.rounds * 2,
    )
    for name, text in (("schema", generated.schema(options.lines)), ("changes", generated.changes(options.lines))):
        path = _written(folder, f"{name}.sql", text)
        compare(f"one file of {options.lines} lines: {name}", checks([path], options.squawk), options.rounds)
    if options.corpus:
        compare(options.corpus, checks([options.corpus], options.squawk, ("text", "json")), options.rounds)
    inserts = _written(folder, "inserts.sql", _load(options.rows))
    compare(f"a dump of {options.rows} INSERTs", checks([inserts], options.squawk), 1)
    values = _written(folder, "values.sql", _one_insert(options.rows * 3))
    compare(f"a dump of one INSERT of {options.rows * 3} rows", checks([values], options.squawk), 1)
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
