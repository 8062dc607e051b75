"""Reads tests/rules/<pack>/<rule>.sql: cases of a rule beyond the examples in its class.

-- bad: title                     a case; the next header or the end of the file ends it
-- good, postgres 12: title       for another engine version
-- bad, wrapped: title            the migration tool wraps the file in a transaction
-- option small_tables: ["t"]     an option of the rule, as JSON
-- given:                         what follows is what earlier migrations created
-- file: 0002_next.sql            what follows is another file of the same case
-- fixed:                         what follows is the SQL after the fixes
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlreview.examples import Bad, Example, Good

FOLDER = Path(__file__).parent
_HEADER = re.compile(r"(?m)^-- (bad|good)((?:, [\w ]+)*): *(.*)\n")
_OPTION = re.compile(r"(?m)^-- option (\w+): *(.*)\n")
_GIVEN = re.compile(r"(?m)^-- given:.*\n")
_SQL = re.compile(r"(?m)^-- sql:.*\n")
_FIXED = re.compile(r"(?m)^-- fixed:.*\n")


@dataclass(frozen=True)
class Case:
    """One case of a rule's case file."""

    rule: str
    title: str
    example: Example


def all_cases() -> list[Case]:
    """Every case of every file."""
    return [case for path in sorted(FOLDER.glob("*/*.sql")) for case in _cases_in(path)]


def _cases_in(path: Path) -> list[Case]:
    parts = _HEADER.split(path.read_text(encoding="utf-8"))
    rule = f"{path.parent.name}/{path.stem}"
    assert not parts[0].strip(), f"{path}: text before the first header"
    return [
        Case(rule, title, _example(kind, flags, body))
        for kind, flags, title, body in zip(parts[1::4], parts[2::4], parts[3::4], parts[4::4], strict=True)
    ]


def _example(kind: str, flags: str, body: str) -> Example:
    words = [flag.strip() for flag in flags.split(",") if flag.strip()]
    engine = next((word for word in words if word != "wrapped"), "postgres")
    options: dict[str, Any] = {name: json.loads(value) for name, value in _OPTION.findall(body)}
    body = _OPTION.sub("", body)
    given = ""
    if _GIVEN.search(body):
        _, rest = _GIVEN.split(body, maxsplit=1)
        given, body = _SQL.split(rest, maxsplit=1)
    sql, *fixed = _FIXED.split(body, maxsplit=1)
    wrapped = True if "wrapped" in words else None
    if kind == "bad":
        return Bad(sql, fixed[0] if fixed else None, given, engine, wrapped, options=options)
    return Good(sql, given, engine, wrapped, options=options)
