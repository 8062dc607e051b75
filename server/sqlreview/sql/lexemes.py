"""Regular expressions that step over literals and comments without ever looking at a character twice."""

from __future__ import annotations

import re

from sqlreview.sql.resync import HEAD_WORD

_SEPARATOR = (
    r"--(?:>[ ]statement-breakpoint|[ ]*+\+(?:goose|migrate)[ ]++(?i:up|down|statementbegin|statementend)\b"
    r"|[ ]*+(?i:migrate:(?:up|down)|changeset[ ])|--[ ]create[ ]above)"
)
COMMENT = r"/\*(?:[^*/]++|\*(?!/)|/(?!\*))*+\*/"
for _ in range(3):  # deeper nesting is rare and read by _after_comment
    COMMENT = rf"/\*(?:[^*/]++|\*(?!/)|/(?!\*)|{COMMENT})*+\*/"
TEMPLATE_STATEMENT = r"\{%(?:[^%{]++|%(?!\})|\{(?!%))*+%\}|\{\#(?:[^\#{]++|\#(?!\})|\{(?!\#))*+\#\}"

TRIVIA = re.compile(rf"(?:[\s\ufeff]++|--[^\n]*+|{COMMENT}|{TEMPLATE_STATEMENT})*+")

STRETCH = re.compile(
    rf"""(?:
      [^;'"$/\\\-{{\r\n]++
    | [\r\n]++(?![A-Za-z]) | [\r\n]++(?!{HEAD_WORD})
    | -(?!-) | /(?!\*)
    | (?!{_SEPARATOR})--[^\n]*+
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

DOLLAR_QUOTE = re.compile(r"(?<![\w$])\$(?:[A-Za-z_\u0080-\uffff]\w*+)?+\$")

LITERAL = re.compile(
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
