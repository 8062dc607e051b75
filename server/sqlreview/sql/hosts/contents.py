"""What a piece of text holds that is called SQL and is none: plans, programs, sessions of a client, printed tables."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Literal

from sqlreview.patterns import regex
from sqlreview.text import Span

Kind = Literal["a query plan", "Python", "JavaScript", "a client session", "a query result"]

_LINE = regex(r"[^\r\n]++")
_COMMENT = regex(r"\s*+(?:--|#|/\*|//)")
_NODE = (
    r"(?:Parallel\s++)?+(?:Seq|Index Only|Index|Bitmap Heap|Bitmap Index|Tid|CTE|Subquery|Function|Values|WorkTable)"
    r"\s++Scan|Nested Loop|(?:Hash|Merge)(?:\s++\w++)*?\s++Join|(?:Incremental\s++)?+Sort|Gather(?:\s++Merge)?+"
    r"|(?:(?:Group|Hash|Finalize|Partial)\s*+)*+Aggregate|WindowAgg|Limit|Append|Hash|Materialize"
    r"|Unique|Result|Insert on|Update on|Delete on|LockRows|SetOp"
)
_PLAN = regex(rf"\s*+(?:->\s++)?+(?:{_NODE})\b")
_COST = regex(r"\((?:cost|actual|never executed)|\bcost=\d|\brows=\d")
_HEADING = regex(r"\s*+-?+\s*+QUERY PLAN\b")
_PYTHON = regex(
    r"(?:from\s++[\w.]++\s++import\s|import\s++\w++\s*+(?:$|as\s|,)|def\s++\w++\s*+\(|class\s++\w++\s*+[(:]"
    r"|for\s++\w++\s++in\s++[^;:]++:\s*+$|with\s++\w[\w.]*+\([^;:]*+:\s*+$|\w++\s*+=\s*+\w[\w.]*+\(|(?:cur|cursor|conn|session|db)\.\w++\()"
)
_JAVASCRIPT = regex(
    r"(?:(?:const|let|var)\s++[\w{\[]|import\s++[\w{*][^;]*+from\s|await\s++\w|(?:async\s++)?+function\s++\w|export\s++\w)"
)
_PROMPT = regex(r"(?:[\w@.:~/-]++[=\-(]?[#>]\s|mysql>|MariaDB\s*+\[|sqlite>|\$\s++\w|>>>\s|cqlsh\S*+>)")
_RULED = regex(r"\s*+(?:\+-[-+]*\+|-{2,}(?:\+-++)++)\s*+$")
_CELLS = regex(r"\s*+\|?[^|;]++(?:\|[^|;]*+)++\|?\s*+$")


@dataclass(frozen=True, slots=True)
class Contents:
    """What a text holds instead of SQL, and its first line that shows it."""

    kind: Kind
    at: Span
    label: str
    """The word Markdown calls it by."""


def contents_of(text: str) -> Contents | None:
    """What a text is that is called SQL; None for SQL, and for all that is not known beyond doubt."""
    told = (line for line in _LINE.finditer(text) if line[0].strip() and not _is_comment(line[0]))
    lines = list(islice(told, 3))
    if not lines:
        return None
    first = lines[0]
    written = first[0].rstrip()
    start = first.start() + len(written) - len(written.lstrip())
    at = Span(start, first.start() + len(written))
    found = _kind_of(written, [line[0] for line in lines])
    return Contents(found[0], at, found[1]) if found else None


def _is_comment(line: str) -> bool:
    return _COMMENT.match(line) is not None and _RULED.match(line) is None


def _kind_of(first: str, lines: list[str]) -> tuple[Kind, str] | None:
    if _HEADING.match(first) or (_PLAN.match(first) and any(_COST.search(line) for line in lines[:2])):
        return "a query plan", "text"
    stripped = first.lstrip()
    if _PROMPT.match(stripped):
        return "a client session", "console"
    if _JAVASCRIPT.match(stripped):
        return "JavaScript", "js"
    if _PYTHON.match(stripped):
        return "Python", "python"
    if _RULED.match(first) or (len(lines) > 1 and _RULED.match(lines[1]) and _CELLS.match(first)):
        return "a query result", "text"
    return None
