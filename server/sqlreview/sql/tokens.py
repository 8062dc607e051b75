"""Tokens of one statement (or a part of it), cut by one possessive regular expression per engine.

sqlglot's tokenizer is not used here: it hides everything behind DO, CALL or VACUUM in one token, joins keywords such as
GROUP BY, knows no templates, and costs a 130 ms import that most migrations never need (docs/ARCHITECTURE.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sqlreview.patterns import regex
from sqlreview.sql.engines import Engine, Family
from sqlreview.text import Span

_COMMENT = r"/\*(?:[^*/]++|\*(?!/)|/(?!\*))*+\*/"
for _ in range(3):  # PostgreSQL nests comments; four levels are read as comments, deeper ones as operators
    _COMMENT = rf"/\*(?:[^*/]++|\*(?!/)|/(?!\*)|{_COMMENT})*+\*/"
_TEMPLATE = r"\{\{[^{}\r\n]*+\}\}|\$\{[^{}\r\n]*+\}"
_TEMPLATE_STATEMENT = r"\{%(?:[^%{]++|%(?!\})|\{(?!%))*+%\}|\{\#(?:[^\#{]++|\#(?!\})|\{(?!\#))*+\#\}"

POSTGRES_TRIVIA = rf"(?:\s++|--[^\r\n]*+|{_COMMENT}|{_TEMPLATE_STATEMENT})*+"
"""White space, comments and template statements ({% ... %}), as part of a regular expression."""

POSTGRES_STRING = r"[eE]'(?:[^'\\]++|\\.|'')*+(?:'|\\?\Z)|(?:[nNbBxX]|[uU]&)?'(?:[^']++|'')*+(?:'|\Z)"
"""One quoted string literal, terminated or running to the end of the text."""

_POSTGRES = rf"""{POSTGRES_TRIVIA}(?:
      ({POSTGRES_STRING}                                                   # 1: everything that is not a bare word
      | (?:[uU]&)?"(?:[^"]++|"")*+(?:"|\Z)
      | (\$(?:[A-Za-z_\u0080-\uffff]\w*+)?+\$)(?:[^$]++|(?!\2)\$)*+(?:\2|\Z) # 2: the opening dollar quote
      | 0[xXoObB][\da-fA-F_]++ | (?:\d[\d_]*+(?:\.(?!\.)[\d_]*+)? | \.\d[\d_]*+)(?:[eE][+-]?\d++)?
      | \$\d++ | %\(\w++\)s | %s(?!\w) | :'[^'\r\n]*+' | :"[^"\r\n]*+" | (?<![:\w\])]):[A-Za-z_]\w*+ | @[A-Za-z_]\w*+
      | :: | := | \.\.
      | (?:[<>!]=|<>|[<>=])(?=%s\b|%\(\w|\?(?![|&?])) | (?:[<>!]=|<>|=)(?=@[A-Za-z_])  # a placeholder is no operator
      | [*/<>=]++(?=[-+][^-+*/<>=~!@\#%^&|`?])                             # as in PostgreSQL: x=-1 is x = -1
      | (?:[~!@\#%^&|`?*+<>=] | -(?!-) | /(?!\*))++
      | (?:/\*[\s\S]*+)                                                    # an unterminated comment
      | (?!{_TEMPLATE})[^\w\s])
      | ((?:[^\W\d]|{_TEMPLATE})(?:\w++|\$(?!\{{)|{_TEMPLATE})*+)        # 3: a bare word, templates included
      | \Z                                                                 # trivia at the end belongs to no token
    )"""
MYSQL_TRIVIA = (
    r"(?:\s++|--(?![^\s])[^\r\n]*+|\#(?!\})[^\r\n]*+|/\*M?+!(?!99999)\d*+|\*/(?!\*)"
    r"|/\*(?!M?+!(?!99999))(?:[^*]++|\*(?!/))*+\*/"
    rf"|{_TEMPLATE_STATEMENT})*+"
)
"""White space and comments; of version comments, /*!40101 ... */, only the marks: the server runs what they hold."""

MYSQL_STRING = r"[nNbBxX]?'(?:[^'\\]++|\\.|'')*+(?:'|\\?\Z)|\"(?:[^\"\\]++|\\.|\"\")*+(?:\"|\\?\Z)"
"""One quoted string literal of MySQL, terminated or running to the end of the text."""

_MYSQL = rf"""{MYSQL_TRIVIA}(?:
      ({MYSQL_STRING}
      | `(?:[^`]++|``)*+(?:`|\Z)
      | 0[xXbB][\da-fA-F]++(?![\w$]) | (?:\d++(?:\.(?!\.)\d*+)? | (?<![\w$`])\.\d++)(?:[eE][+-]?\d++)?(?![\w$])
      | \\N(?![\w$])
      | @@?(?:[A-Za-z_$.][\w$.]*+|`(?:[^`]++|``)*+`)
      | %\(\w++\)s | %s(?!\w) | (?<![:\w\])]):[A-Za-z_]\w*+
      | := | ->> | -> | <=> | << | >> | \|\| | && | [<>!]= | <>
      | (?:/\*[\s\S]*+)
      | (?!{_TEMPLATE})[^\w\s$])
      | ((?!)x)                                                           # 2: no dollar quotes
      | ((?:{_TEMPLATE}|\w|\$(?!\{{))(?:\w++|\$(?!\{{)|{_TEMPLATE})*+)   # 3: a bare word
      | \Z
    )"""

SQLITE_TRIVIA = rf"(?:\s++|--[^\r\n]*+|/\*(?:[^*]++|\*(?!/))*+\*/|{_TEMPLATE_STATEMENT})*+"
"""White space and comments of SQLite."""

_SQLITE = rf"""{SQLITE_TRIVIA}(?:
      ([xX]?'(?:[^']++|'')*+(?:'|\Z)
      | "(?:[^"]++|"")*+(?:"|\Z) | `(?:[^`]++|``)*+(?:`|\Z) | \[[^\[\]\r\n]*+\]
      | 0[xX][\da-fA-F]++ | (?:\d[\d_]*+(?:\.[\d_]*+)? | \.\d[\d_]*+)(?:[eE][+-]?\d++)?
      | \?\d*+ | %\(\w++\)s | %s(?!\w) | [:@]{{1,2}}[A-Za-z_]\w*+ | \$\w++
      | ->> | -> | << | >> | \|\| | [<>!=]= | <>
      | (?:/\*[\s\S]*+)
      | (?!{_TEMPLATE})[^\w\s])
      | ((?!)x)                                                           # 2: no dollar quotes
      | ((?:[^\W\d]|{_TEMPLATE})(?:\w++|\$(?!\{{)|{_TEMPLATE})*+)       # 3: a bare word
      | \Z
    )"""


@cache
def _lexer(family: Family) -> re.Pattern[str]:
    return regex({"postgres": _POSTGRES, "mysql": _MYSQL, "sqlite": _SQLITE}[family], re.X | re.S)


class Tokens:
    """The tokens of `sql[start:end]`; offsets count from the beginning of `sql`.

    `words[i]` is what keywords are compared with: a bare word in upper case, anything else as written, so a quoted
    identifier or a string never equals a keyword. One empty word stands at the end, so that `words[i]` is always safe
    one past the last token. `ends` are exclusive.
    """

    __slots__ = ("ends", "engine", "partners", "sql", "starts", "words")

    def __init__(self, sql: str, engine: Engine, start: int = 0, end: int | None = None) -> None:
        self.sql = sql
        self.engine = engine
        limit = len(sql) if end is None else end
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for match in _lexer(engine.family).finditer(sql, start, limit):
            if match.lastindex == 3:
                words.append(match[3].upper())
                begin, stop = match.span(3)
            elif match.lastindex is None:
                break
            else:
                word = match[1]
                if word.startswith("/*"):
                    break
                words.append(word)
                begin, stop = match.span(1)
            starts.append(begin)
            ends.append(stop)
        words.append("")
        starts.append(limit)
        ends.append(limit)
        self.words, self.starts, self.ends = words, starts, ends
        self.partners: dict[int, int] | None = None

    def __len__(self) -> int:
        return len(self.words) - 1

    def text(self, index: int) -> str:
        """The token as written."""
        return self.sql[self.starts[index] : self.ends[index]]

    def span(self, first: int, stop: int) -> Span:
        """From the first character of token `first` to the last of token `stop - 1`."""
        if stop <= first:
            return Span(self.starts[first], self.starts[first])
        return Span(self.starts[first], self.ends[stop - 1])

    def close_of(self, index: int) -> int:
        """Index of the bracket that closes the one at `index`; the end sentinel when it is never closed."""
        if self.partners is None:
            self.partners = dict(_bracket_pairs(self.words))
        return self.partners.get(index, len(self.words) - 1)


_CLOSERS = {")": "(", "]": "[", "}": "{"}


def _bracket_pairs(words: list[str]) -> Iterator[tuple[int, int]]:
    stack: list[int] = []
    for index, word in enumerate(words):
        if word in ("(", "[", "{"):
            stack.append(index)
        elif word in _CLOSERS and stack and words[stack[-1]] == _CLOSERS[word]:
            yield stack.pop(), index
