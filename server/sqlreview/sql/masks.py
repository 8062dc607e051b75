"""Copies of SQL of the same length, in which what a parser must not see is replaced."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sqlreview.patterns import regex
from sqlreview.sql.lexemes import COMMENT, TEMPLATE_STATEMENT
from sqlreview.text import Span

_QUOTES = regex(r"(?:'')++|'")
_OUTSIDE = regex(rf"--[^\n]*+|{COMMENT}|(?P<quotes>(?:'')++|')")
_ESCAPE = regex(r"\\(.)", re.S)


def body_text(sql: str, body: Span) -> str:
    """`sql` with the doubled quotes of a body in single quotes made single, every other character in its place."""
    before = sql[max(0, body.start - 2) : body.start]
    if not before.endswith("'"):
        return sql
    written = body.of(sql)
    if before[:1] in "eE" and len(before) == 2:
        written = _ESCAPE.sub(_unescaped, written)
    if "''" not in written:
        return sql[: body.start] + written + sql[body.end :]
    return sql[: body.start] + _with_single_quotes(written) + sql[body.end :]


def _unescaped(match: re.Match[str]) -> str:
    return {"'": "''", "n": " \n", "r": " \r", "t": " \t"}.get(match[1], f" {match[1]}")


def _with_single_quotes(written: str) -> str:
    """Each run of doubled quotes halved: the quotes stay together and touch the characters of the inner string."""
    pieces: list[str] = []
    position, in_string = 0, False
    while True:
        match = (_QUOTES if in_string else _OUTSIDE).search(written, position)
        if match is None:
            pieces.append(written[position:])
            return "".join(pieces)
        pieces.append(written[position : match.start()])
        position = match.end()
        if not in_string and match["quotes"] is None:
            pieces.append(match[0])
            continue
        half, blanks = "'" * ((len(match[0]) + 1) // 2), " " * (len(match[0]) // 2)
        pieces.append(half + blanks if in_string else blanks + half)
        if len(half) % 2:
            in_string = not in_string


_HEADS = {"PERFORM": "SELECT ", "RETURN": "SELECT"}


def readable(sql: str, masked: Sequence[Span]) -> str:
    """`sql` with the masked spans of a body statement blanked; PERFORM and RETURN become SELECT."""
    pieces: list[str] = []
    position = 0
    for span in masked:
        word = span.of(sql)
        pieces += (sql[position : span.start], _HEADS.get(word.upper()) or _blank(word))
        position = span.end
    pieces.append(sql[position:])
    return "".join(pieces)


def _blank(written: str) -> str:
    return re.sub(r"[^\r\n]", " ", written)


@cache
def _foreign() -> re.Pattern[str]:
    """What sqlglot must not see; compiled when the first query is read."""
    return regex(
        rf"""
          (?P<kept>--[^\n]*+ | {COMMENT} | /\*[\s\S]*+
            | (?<![\w$])[eE]'(?:[^'\\]++|\\.|'')*+(?:'|\\?\Z)
            | (?<!:)'(?:[^']++|'')*+(?:'|\Z) | (?<!:)"(?:[^"]++|"")*+(?:"|\Z)
            | (?<![\w$])(?P<tag>\$(?:[A-Za-z_\u0080-\uffff]\w*+)?+\$)(?:[^$]++|(?!(?P=tag))\$)*+(?:(?P=tag)|\Z) | ::)
        | (?P<blank>{TEMPLATE_STATEMENT})
        | (?P<name>\{{\{{[^{{}}\r\n]*+\}}\}} | \$\{{[^{{}}\r\n]*+\}})
        | (?P<variable>:(?:'[^'\r\n]*+'|"[^"\r\n]*+"))
        | (?P<percent>%%)
        | (?P<absolute>(?<![-+*/<>=~!@\#%^&|`?])@(?=[\s\d(]))
        """,
        re.X | re.S,
    )


def masked_for_parser(text: str) -> str:
    """`text` as sqlglot can parse it, of the same length: templates become names, psql variables strings or names.

    Placeholders such as `?`, `$1`, `%s`, `%(x)s`, `:x` and `@x` are left; sqlglot reads them.
    """
    if not any(mark in text for mark in ("{", ":'", ':"', "%%", "@")):
        return text
    return _foreign().sub(_stand_in, text)


def _stand_in(match: re.Match[str]) -> str:
    written = match[0]
    match match.lastgroup:
        case "blank":
            return _blank(written)
        case "name":
            return "t" + "_" * (len(written) - 1)
        case "variable":
            return " " + written[1:]
        case "percent":
            return "% "
        case "absolute":
            return " "
        case _:
            return written
