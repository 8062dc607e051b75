"""What SQL is found in documents and programs, and that every character of it stays in its place.

A case of `hosts/*.txt` is a file, named by its first line `=== name.ext: title`, and behind `--- sql` what is left of
it: blanks at the end of lines are cut, `¦` stands for the beginning or end of a piece, and a line that begins with `?`
tells of a piece that is not read, or of what is filled in. `UPDATE=1 pytest tests/sql/test_hosts.py` writes what is
found.
"""

from __future__ import annotations

import os
import re
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sqlreview.sql.hosts import host_of
from sqlreview.sql.hosts.parts import BORDER, GOES_ON, LATER, SENT, Part, masked
from sqlreview.sql.hosts.reading import parts_of

FOLDER = Path(__file__).parent / "hosts"
_CASE = re.compile(r"(?m)^=== (\S+): (.*)\n")
SHOWN = str.maketrans({BORDER: "¦", SENT: "¦", LATER: "»", GOES_ON: "›"})
_SQL = "--- sql\n"
LANGUAGES = ("a.md", "a.py", "a.ts", "a.go", "a.java", "a.kt", "a.rb", "a.php", "a.rs", "a.cs")
PIECES = (
    *(
        "'",
        '"',
        "`",
        '"""',
        "'''",
        "```",
        "~~~",
        "\n",
        "\r\n",
        " ",
        "\\",
        "{",
        "}",
        "${",
        "#{",
        "{{",
        "$x",
        "%s",
        "+",
        ".",
    ),
    *(
        "SELECT 1",
        "select a from b where c = ",
        "UPDATE t SET a = 1",
        "f",
        "r",
        "$",
        "@",
        "<<~SQL",
        "SQL",
        "<<<X",
        "X;",
    ),
    *(
        "//",
        "#",
        "/*",
        "*/",
        "(",
        ")",
        "query(",
        "> ",
        "- ",
        "1. ",
        "\t",
        "sql",
        "sqlreview: ignore",
        "<!--",
        "-->",
        "é𝄞",
    ),
)


def cases() -> list[tuple[Path, str, str, str, str]]:
    found = []
    for path in sorted(FOLDER.glob("*.txt")):
        _, *rest = _CASE.split(path.read_text(encoding="utf-8"))
        for name, title, body in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
            text, _, wanted = body.partition(_SQL)
            found.append((path, name, title, text, wanted))
    return found


def shown(text: str, parts: list[Part]) -> str:
    left = masked(text, parts).translate(SHOWN)
    lines = [line.rstrip() for line in left.split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    for part in parts:
        gaps = "".join(f" [{gap.place}: {gap.written}]" for gap in part.gaps)
        if gaps or not part.is_sql:
            what = f" ({part.contents.kind})" if part.contents else ""
            lines.append(f"?{'' if part.is_sql else ' not read'}{what}{gaps}: {' '.join(part.text.split())}")
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize(
    ("path", "name", "title", "text", "wanted"),
    [pytest.param(*case, id=f"{case[0].stem}: {case[2]}") for case in cases()],
)
def test_case(path: Path, name: str, title: str, text: str, wanted: str) -> None:
    host = host_of(name)
    assert host is not None
    found = shown(text, parts_of(text, host))
    if os.environ.get("UPDATE"):
        whole = path.read_text(encoding="utf-8")
        before = f"=== {name}: {title}\n{text}{_SQL}{wanted}"
        assert before in whole
        path.write_text(whole.replace(before, f"=== {name}: {title}\n{text}{_SQL}{found}"), encoding="utf-8")
    else:
        assert found == wanted


@pytest.mark.parametrize("name", LANGUAGES)
@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_every_text_keeps_its_length_and_its_parts_their_order(name: str, pieces: list[str]) -> None:
    text = "".join(pieces)
    host = host_of(name)
    assert host is not None
    parts = parts_of(text, host)
    assert len(masked(text, parts)) == len(text)
    for part in parts:
        assert len(part.text) == part.span.end - part.span.start
    for before, after in pairwise(parts):
        assert before.span.end <= after.span.start


@pytest.mark.parametrize("name", LANGUAGES)
@pytest.mark.parametrize(
    "piece",
    [
        "`${",
        "f'{",
        '"',
        "'",
        "```sql\n",
        "> ",
        "<<~SQL\n",
        "/*",
        "\\",
        "'SELECT 1' + ",
        '"SELECT a FROM b" ',
        "- ",
        "{$x",
    ],
)
def test_no_text_takes_long(name: str, piece: str) -> None:
    host = host_of(name)
    assert host is not None
    start = f"'SELECT a FROM b'\n```sql\nSELECT 1;\n```\n{piece}"
    seconds = process_time()
    parts_of(start + piece * 3_000, host)
    assert process_time() - seconds < 3
