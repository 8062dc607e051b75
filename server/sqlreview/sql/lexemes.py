"""Regular expressions that step over literals and comments without ever looking at a character twice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sqlreview.patterns import regex
from sqlreview.sql.engines import Family
from sqlreview.sql.heads import HEAD_WORD

SEPARATOR = (
    r"--(?:>[ ]statement-breakpoint|[ ]*+\+(?:goose|migrate)[ ]++(?i:up|down|statementbegin|statementend)\b"
    r"|[ ]*+(?i:migrate:(?:up|down)|changeset[ ])|--[ ]create[ ]above)"
)
COMMENT = r"/\*(?:[^*/]++|\*(?!/)|/(?!\*))*+\*/"
for _ in range(3):  # deeper nesting is rare and read by _after_comment
    COMMENT = rf"/\*(?:[^*/]++|\*(?!/)|/(?!\*)|{COMMENT})*+\*/"
TEMPLATE_STATEMENT = r"\{%(?:[^%{]++|%(?!\})|\{(?!%))*+%\}|\{\#(?:[^\#{]++|\#(?!\})|\{(?!\#))*+\#\}"

TRIVIA = regex(rf"(?:[\s\ufeff]++|--[^\n]*+|{COMMENT}|{TEMPLATE_STATEMENT})*+")

STRETCH = regex(
    rf"""(?:
      [^;'"$/\\\-{{\r\n]++
    | [\r\n]++(?![A-Za-z]) | [\r\n]++(?!{HEAD_WORD["postgres"]})
    | -(?!-) | /(?!\*)
    | (?!{SEPARATOR})--[^\n]*+
    | (?:(?<=[eE])(?<![\w$].)'(?:[^'\\]++|\\.|'')*+'|(?<![eE])'(?:[^']++|'')*+'|(?<=[\w$][eE])'(?:[^']++|'')*+')(?!\w)
    | "(?:[^"]++|"")*+"
    | (?<![\w$])\$\$(?:[^$]++|\$(?!\$))*+\$\$ | (?<=[\w$])\$ | \$(?!(?:[A-Za-z_\u0080-\uffff]\w*+)?+\$)
    | {COMMENT}
    | \{{\{{[^{{}}\r\n]*+\}}\}} | {TEMPLATE_STATEMENT} | \{{(?![%\#])
    )*+""",
    re.X | re.S,
)
"""Goes from one place inside a statement to the next that has to be looked at: a terminator, a line that begins like a
statement, a backslash, a tagged dollar quote, a literal or comment without end. It captures nothing: CPython reports
wrong spans for groups inside possessive repeats."""

DOLLAR_QUOTE = regex(r"(?<![\w$])\$(?:[A-Za-z_\u0080-\uffff]\w*+)?+\$")

LITERAL = regex(
    rf"""
      (?P<trivia>--[^\n]*+|{COMMENT}|/\*[\s\S]*+|{TEMPLATE_STATEMENT})
    | (?P<dollar>(?<![\w$])(?P<tag>\$(?:[A-Za-z_\u0080-\uffff]\w*+)?+\$)(?:[^$]++|(?!(?P=tag))\$)*+
        (?:(?P<closed>(?P=tag))|\Z))
    | (?<![\w$])[eE]'(?:[^'\\]++|\\.|'')*+(?:'|\\?\Z) | '(?:[^']++|'')*+(?:'|\Z) | "(?:[^"]++|"")*+(?:"|\Z)
    | (?P<mark>[();]) | (?<![\w$.])(?P<word>(?i:BEGIN|CASE|END|ATOMIC))(?![\w$])
    """,
    re.X | re.S,
)
"""Literals, comments and the marks that count in bodies and rules."""


VERSION_MARK = r"/\*M?+!(?!99999)\d*+"
"""What opens a version comment of MySQL or MariaDB, whose content every server of our time runs: `/*!40101`."""
_FLAT_COMMENT = r"/\*(?:[^*]++|\*(?!/))*+\*/"
_MYSQL_COMMENT = rf"(?!{VERSION_MARK}){_FLAT_COMMENT}"
_MYSQL_LINE = rf"(?!{SEPARATOR})(?:--(?!\S)|\#)[^\n]*+"
_MYSQL_QUOTED = r"'(?:[^'\\]++|\\.|'')*+'|\"(?:[^\"\\]++|\\.|\"\")*+\"|`(?:[^`]++|``)*+`"
_MYSQL_OPEN = r"'(?:[^'\\]++|\\.|'')*+\\?\Z|\"(?:[^\"\\]++|\\.|\"\")*+\\?\Z|`(?:[^`]++|``)*+\Z"
_SQLITE_LINE = rf"(?!{SEPARATOR})--[^\n]*+"
_SQLITE_QUOTED = r"'(?:[^']++|'')*+'|\"(?:[^\"]++|\"\")*+\"|`(?:[^`]++|``)*+`"
_SQLITE_OPEN = r"'(?:[^']++|'')*+\Z|\"(?:[^\"]++|\"\")*+\Z|`(?:[^`]++|``)*+\Z"
_BRACKETED = r"\[[^\[\]\r\n]*+\]"
_NEVER = r"(?!)"
_TEMPLATE = r"\{\{[^{}\r\n]*+\}\}"


@dataclass(frozen=True, slots=True)
class Lexemes:
    """The expressions with which files of MySQL and SQLite are split; they follow those of PostgreSQL above."""

    trivia: re.Pattern[str]
    """White space and comments between statements."""
    stretch: re.Pattern[str]
    """From one place inside a statement to the next that has to be looked at."""
    literal: re.Pattern[str]
    """Literals and comments, as LITERAL."""
    token: re.Pattern[str]
    """What counts where the end of a body is sought: words, marks, the delimiter, separating comments."""


@lru_cache(maxsize=32)
def lexemes_of(family: Family, delimiter: str = ";") -> Lexemes:
    """The expressions for a family other than PostgreSQL, while the client's delimiter is `delimiter`."""
    mysql = family == "mysql"
    line, comment = (_MYSQL_LINE, _MYSQL_COMMENT) if mysql else (_SQLITE_LINE, _FLAT_COMMENT)
    quoted, unclosed = (_MYSQL_QUOTED, _MYSQL_OPEN) if mysql else (_SQLITE_QUOTED, _SQLITE_OPEN)
    version, stray, special = (VERSION_MARK, r"\*/", r"\\\#") if mysql else (_NEVER, _NEVER, r"\[")
    names, bracket = (_NEVER, _NEVER) if mysql else (_BRACKETED, r"\[")
    own = delimiter != ";"
    stop, first = (re.escape(delimiter), re.escape(delimiter[0])) if own else (_NEVER, "")
    begins_stop = rf"(?![;'\"`/\-\s{special}])[{first}]" if own else _NEVER
    in_word = rf"(?!{stop})[\w$@.]" if own else r"[\w$@.]"
    trivia = rf"(?:[\s\ufeff]++|--[^\n]*+|{line}|{comment}|{TEMPLATE_STATEMENT}|{stray})*+"
    stretch = rf"""(?:(?!{stop})(?:
          [^;'"`/\-{{\r\n{special}{first}]++
        | [\r\n]++(?![A-Za-z]) | [\r\n]++(?!{HEAD_WORD[family]})
        | {line} | {comment} | {names} | (?:{quoted})(?!\w)
        | -(?!-) | --(?!{SEPARATOR[2:]}) | /(?!\*) | {version}
        | {_TEMPLATE} | {TEMPLATE_STATEMENT} | \{{(?![%\#]) | {begins_stop} | {bracket}
        ))*+"""
    literal = rf"""
          (?P<trivia>{line}|{comment}|(?!{version})/\*[\s\S]*+|{TEMPLATE_STATEMENT})
        | (?P<closed>(?!)) | {quoted} | {unclosed} | {names}"""
    token = rf"""\s*+(?:
          (?P<stop>{stop}) | (?P<separator>{SEPARATOR})
        | (?P<trivia>{line}|{comment}|{TEMPLATE_STATEMENT}|{version}|{stray}|/\*[\s\S]*+)
        | (?P<literal>{quoted}|{unclosed}|{names}|{_TEMPLATE})
        | (?P<word>(?:{in_word})++)
        | (?P<mark>\S))"""
    return Lexemes(*(regex(pattern, re.X | re.S) for pattern in (trivia, stretch, literal, token)))
