"""Strings of programs that are surely SQL."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sqlreview.patterns import regex
from sqlreview.sql.hosts.chains import Chain, chains_of
from sqlreview.sql.hosts.gaps import left_open, placed
from sqlreview.sql.hosts.kinds import CSHARP
from sqlreview.sql.hosts.loops import loop_variable
from sqlreview.sql.hosts.parts import Part
from sqlreview.sql.hosts.recognition import continues, is_formatted, is_sql, sink_of
from sqlreview.sql.hosts.strings import Comment
from sqlreview.sql.hosts.syntax import syntax_of

_SIGN = regex(
    r"(?i:(?:[\"'`({]|\bSQL['\"]?+[ \t)]*+\r?\n|_END['\"]?+\r?\n|\n)[ \t(]*+)(?:(?i:"
    r"insert[ \t]++(?:or[ \t]++\w++[ \t]++|ignore[ \t]++)?into|delete[ \t]++from|update[ \t]++\S++\s++set"
    r"|(?:create|drop|alter)[ \t]++(?:\w++[ \t]++){0,3}?(?:table|index|view|function|trigger|extension|schema|type)"
    r"|truncate[ \t]|explain[ \t]|select[ \t\r\n]|with[ \t]++\w++[ \t]++as[ \t]*+\(|set[ \t]++\w++[ \t]*+=|pragma[ \t])"
    r"|(?:SELECT|INSERT|UPDATE|DELETE|WITH|CREATE|ALTER|MERGE|REPLACE|DROP|GRANT|REVOKE|SET|VACUUM|REFRESH|LOCK|COMMENT)"
    r"[ \t\r\n])"
)
"""What a program has somewhere that holds SQL; most have not, and are not read."""
_ASSIGNED = regex(
    r"(?:^|[\s(,])(?:(?:const|let|var|final|val|static|auto|string|String)\s++)?+\$?([A-Za-z_]\w*+)(?:\s*+:[^=\n(]{1,60})?\s*+:?=\s*+\(?\s*+\Z"
)
_ASKS = regex(r"[\s(]*+(?:SELECT|WITH)\b", re.I)
_WHERE = regex(r"\bWHERE\b", re.I)
_KEY = regex(r"[\w\"`]\s*+=\s*+(?:[?:@$]|%[s(])")
"""What asks for the rows of one value."""
_SQL_VARIABLE = regex(r"\w*?(?:sql|query|stmt|statement|ddl|dml|command|cmd)", re.I)
_BINDS = regex(r"(?:FromSql|ExecuteSql|SqlQuery)(?:Interpolated)?+(?:Async)?+")
"""Calls of Entity Framework that make parameters of what an interpolated string holds."""
_NEAR = 160


def parts_of_program(text: str, language: str) -> list[Part]:
    """The SQL of a program in order."""
    has_sql = _SIGN.search(text) is not None
    if not has_sql:
        return []
    chains, comments = chains_of(text, language)
    found = [part for chain in chains if (part := _part(chain, text, language)) is not None]
    if found and "sqlreview:" in text:
        found += _comments(comments, text)
        found.sort(key=lambda part: part.span)
    return found


def _part(chain: Chain, text: str, language: str) -> Part | None:
    before = text[max(0, chain.opening - _NEAR) : chain.opening]
    sink, name = sink_of(before)
    if not is_sql(chain.text, sink):
        return None
    syntax = syntax_of(language)
    behind = text[chain.end : chain.end + _NEAR]
    if _is_docstring(before, language) and sink == "unknown":
        return None
    variable = _ASSIGNED.search(before)
    is_piece = chain.is_open or (sink == "unknown" and continues(behind))
    is_piece = is_piece or (variable is not None and _grows(variable[1], text, language))
    is_filled = is_formatted(name, behind, syntax.formats)
    gaps = placed(chain.text, chain.span.start, chain.gaps, is_filled)
    is_read = not is_piece and all(gap.place != "clause" for gap in gaps)
    if is_read and not _ASKS.match(chain.text) and any(gap.place == "name" for gap in gaps):
        is_read = False  # several objects would seem to be one
    bound = sink == "tag" or (language == CSHARP and _BINDS.fullmatch(name) is not None)
    return Part(
        "string",
        chain.span,
        chain.text,
        label=name,
        is_sql=is_read,
        gaps=() if bound else tuple(left_open(gaps, chain.text, chain.span.start, text)),
        is_sent=sink in ("sends", "marked")
        or (variable is not None and _SQL_VARIABLE.fullmatch(variable[1]) is not None),
        loop=loop_variable(text, chain.opening, chain.end) if _looks_up(chain.text) else "",
        line_end="\n" if chain.first.quote.is_multiline and chain.count == 1 else None,
        forbidden="\"'`\\{}$#%",
    )


def _looks_up(text: str) -> bool:
    """Whether a query asks for the rows of one value."""
    where = _WHERE.search(text) if text.lstrip()[:6].upper() == "SELECT" else None
    return where is not None and _KEY.search(text, where.end()) is not None


def _is_docstring(before: str, language: str) -> bool:
    """Whether a string stands where a statement begins, so that nobody takes it."""
    if language != "python":
        return False
    line = before.rpartition("\n")[2]
    previous = before[: len(before) - len(line)].rstrip()
    return not line.strip("rRuU \t") and not previous.endswith(("(", ",", "=", "[", "{", "+", "\\", "return"))


def _grows(name: str, text: str, language: str) -> bool:
    """Whether a program adds something to a variable anywhere."""
    return (
        re.search(
            rf"(?<![\w.]){re.escape(name)}\s*+(?:\+=|\.=|<<|\|\|=)"
            rf"|(?<![\w.]){re.escape(name)}\s*+=\s*+\$?{re.escape(name)}\s*+[+.%]"
            rf"|(?<![\w.]){re.escape(name)}\s*+\+\s*+[\"'`\w]|[\"'`]\s*+[+.]\s*+\$?{re.escape(name)}\b"
            rf"|(?<=\{{){re.escape(name)}(?=\}})|\${re.escape(name)}\s*+\.\s",
            text,
        )
        is not None
    )


def _comments(comments: Sequence[Comment], text: str) -> Iterator[Part]:
    """Comments of the program that speak to sqlreview, as comments of SQL."""
    for comment in comments:
        written = comment.span.of(text)
        body = written.lstrip("#/*- ")
        if not body.startswith("sqlreview:"):
            continue
        if written.startswith("/*"):
            yield Part("comment", comment.span, written)
        elif len(written) - len(body) >= 2:
            opening = len(written) - len(body)
            yield Part("comment", comment.span, "--".ljust(opening) + body)
