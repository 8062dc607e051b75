"""What came of running statements on a server of any engine."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal

from proof_cases import Step

State = dict[tuple[str, str, str], str]
"""Everything that is there in the end, by kind, name and attribute."""

_RANDOM = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[147][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_SORTED = re.compile(r"(?i)\bORDER\s++BY\b")


@dataclass(slots=True)
class Outcome:
    """What came of a run."""

    code: str = ""
    """Of the server's error, after which nothing was run; its message where the engine has no codes."""
    message: str = ""
    failed: Step | None = None
    state: State = field(default_factory=dict)

    @property
    def said(self) -> str:
        """The error and the statement, for people."""
        statement = " ".join((self.failed.sql if self.failed else "").split())
        return f"{self.code}: {self.message.splitlines()[0] if self.message else ''} in {statement[:100]}"


def repeatable(value: Any) -> str:
    """A value as text, the same whenever and however often the statements run."""
    text = "NULL" if value is None else str(value)
    if text.startswith(datetime.now(UTC).strftime("%Y-%m-%d")):
        return "today"
    return "random uuid" if _RANDOM.fullmatch(text) else text


def answer_of(cursor: Any, sql: str) -> dict[str, str]:
    """What a query answers: its columns, its rows, and their order if it asks for one; nothing of mere writing."""
    if cursor.description is None:
        return {}
    rows = [" | ".join(map(repeatable, row)) for row in cursor.fetchall()]
    found = {"columns": ", ".join(column[0] for column in cursor.description), "rows": "\n".join(sorted(rows))}
    if _SORTED.search(sql):
        found["order"] = "\n".join(rows)
    return found


def rows_of(name: str, columns: list[str], rows: list[tuple[Any, ...]]) -> State:
    """The rows of a table: how many, the values of each column, and how they stand together."""
    found: State = {("rows", name, "count"): str(len(rows))}
    for number, column in enumerate(columns):
        found["values", f"{name}.{column}", "all"] = "\n".join(sorted(repeatable(row[number]) for row in rows))
    order = sorted(range(len(columns)), key=columns.__getitem__)
    lines = ("|".join(repeatable(row[number]) for number in order) for row in rows)
    found["rows", name, "as they are"] = "\n".join(sorted(lines))
    return found


Rows = Literal["plain", "varied", "none"]
"""What tables are filled with: a value of its own for each row; NULLs and values that repeat; or nothing."""
Run = Callable[[list[Step], list[Step], Rows], Outcome]
"""Runs statements after others that set up tables, which are then filled."""
