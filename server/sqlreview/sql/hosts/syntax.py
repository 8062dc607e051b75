"""How programming languages write strings, comments and what they put into strings, as tables for one lexer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sqlreview.patterns import regex
from sqlreview.sql.hosts.kinds import CSHARP, GO, JAVA, JAVASCRIPT, KOTLIN, PHP, PYTHON, RUBY, RUST

Escapes = Literal["c", "simple", "doubled", "none"]
"""With a backslash before any character, before quotes and backslashes only, by doubling the quote, not at all."""


@dataclass(frozen=True, slots=True, eq=False)
class Quote:
    """One way in which a language writes strings."""

    opening: str
    """What begins it, as a regular expression; `N` in it is the name of a group with what has to come again."""
    closing: str = ""
    """What ends it; empty for what comes again."""
    escapes: Escapes = "c"
    fills: tuple[str, ...] = ()
    """What begins a place that is filled in: `${`, `#{`, `{`, or `$` before a name."""
    is_multiline: bool = False
    kind: Literal["string", "heredoc", "character"] = "string"


@dataclass(frozen=True, slots=True, eq=False)
class Syntax:
    """What the lexer knows of a language."""

    comment: str
    """Comments, as a regular expression."""
    first: str
    """The characters with which comments and strings begin."""
    quotes: tuple[Quote, ...]
    joins: str = r"\+"
    """The operator between strings that makes one of them, as a regular expression."""
    is_plus: bool = True
    """Whether a plus is one of these operators."""
    adjacent: bool = False
    """Whether strings beside each other are one."""
    has_regex: bool = False
    """Whether `/` may begin a regular expression."""
    formats: str = ""
    """What behind a string fills in its placeholders, as a regular expression."""


_C_COMMENT = r"//[^\r\n]*+|/\*(?:[^*]++|\*(?!/))*+(?:\*/|\Z)"
_DOUBLE = Quote('"', '"')
_CHARACTER = Quote("'", "'", kind="character")
_THREE = r"(?P<N>\"\"\"|''')"
_ONE = r"(?P<N>[\"'])"
_IS_RAW = r"(?:(?<=\b[rR])|(?<=\b[rR][bB])|(?<=\b[bB][rR]))"
_IS_FILLED = r"(?<=\b[fFtT])"
_IS_BOTH = r"(?:(?<=\b[rR][fFtT])|(?<=\b[fFtT][rR]))"
_PYTHON = Syntax(
    r"\#[^\r\n]*+",
    "\"'#",
    (
        Quote(_IS_BOTH + _THREE, escapes="none", fills=("{",), is_multiline=True),
        Quote(_IS_BOTH + _ONE, escapes="none", fills=("{",)),
        Quote(_IS_FILLED + _THREE, fills=("{",), is_multiline=True),
        Quote(_IS_FILLED + _ONE, fills=("{",)),
        Quote(_IS_RAW + _THREE, escapes="none", is_multiline=True),
        Quote(_IS_RAW + _ONE, escapes="none"),
        Quote(_THREE, is_multiline=True),
        Quote(_ONE),
    ),
    adjacent=True,
    formats=r"\s*+(?:%(?![=%])|\.format\s*+\()",
)
_JAVASCRIPT = Syntax(
    _C_COMMENT,
    "\"'`/",
    (Quote("`", "`", fills=("${",), is_multiline=True), _DOUBLE, Quote("'", "'")),
    has_regex=True,
)
_GO = Syntax(_C_COMMENT, "\"'`/", (Quote("`", "`", "none", is_multiline=True), _DOUBLE, _CHARACTER))
_JAVA = Syntax(
    _C_COMMENT,
    "\"'/",
    (Quote('"""', '"""', is_multiline=True), _DOUBLE, _CHARACTER),
    formats=r"\s*+\.formatted\(",
)
_KOTLIN = Syntax(
    _C_COMMENT,
    "\"'/",
    (
        Quote('"""', '"""', "none", ("${", "$"), is_multiline=True),
        Quote('"', '"', fills=("${", "$")),
        _CHARACTER,
    ),
)
_HERE = r"(?P<Nq>['\"]?)(?P<N>[A-Za-z_]\w*+)(?P=Nq)"
_RUBY = Syntax(
    r"\#(?!\{)[^\r\n]*+|^=begin\b[\s\S]*?^=end",
    "\"'%<#=",
    (
        Quote(rf"<<[~-](?=['\"]?[A-Z]){_HERE}", fills=("#{",), is_multiline=True, kind="heredoc"),
        Quote('"', '"', fills=("#{",), is_multiline=True),
        Quote("'", "'", "simple", is_multiline=True),
        Quote(r"%Q?\(", ")", fills=("#{",), is_multiline=True),
        Quote(r"%Q?\{", "}", fills=("#{",), is_multiline=True),
        Quote(r"%q\(", ")", "simple", is_multiline=True),
        Quote(r"%q\{", "}", "simple", is_multiline=True),
    ),
    joins=r"\+|\\(?=\r?\n)",
)
_PHP_FILLS = ("{$", "${", "$")
_PHP = Syntax(
    rf"\#(?!\[)[^\r\n]*+|{_C_COMMENT}",
    "\"'</#",
    (
        Quote(rf"<<<[ \t]*+{_HERE}", fills=_PHP_FILLS, is_multiline=True, kind="heredoc"),
        Quote('"', '"', fills=_PHP_FILLS, is_multiline=True),
        Quote("'", "'", "simple", is_multiline=True),
    ),
    joins=r"\.",
    is_plus=False,
)
_RUST = Syntax(
    _C_COMMENT,
    "\"'/#",
    (
        Quote(r"(?:(?<=\br)|(?<=\bbr))(?P<N>\#++)\"", escapes="none", is_multiline=True),
        Quote(r"(?:(?<=\br)|(?<=\bbr))\"", '"', "none", is_multiline=True),
        Quote(r"\"", '"', is_multiline=True),
        Quote(r"'(?=(?:\\.[^']{0,10}|[^\\'])')", "'", kind="character"),
    ),
)
_CSHARP = Syntax(
    _C_COMMENT,
    "\"'/",
    (
        Quote(r"(?<=\$)(?P<N>\"{3,5}+)", escapes="none", fills=("{",), is_multiline=True),
        Quote(r"(?P<N>\"{3,5}+)", escapes="none", is_multiline=True),
        Quote(r"(?:(?<=\$@)|(?<=@\$))\"", '"', "doubled", ("{",), is_multiline=True),
        Quote(r"(?<=@)\"", '"', "doubled", is_multiline=True),
        Quote(r"(?<=\$)\"", '"', fills=("{",)),
        _DOUBLE,
        _CHARACTER,
    ),
)
_TABLE = {
    PYTHON: _PYTHON,
    JAVASCRIPT: _JAVASCRIPT,
    GO: _GO,
    JAVA: _JAVA,
    KOTLIN: _KOTLIN,
    RUBY: _RUBY,
    PHP: _PHP,
    RUST: _RUST,
    CSHARP: _CSHARP,
}


def syntax_of(language: str) -> Syntax:
    """What is known of a language."""
    return _TABLE[language]


@cache
def scanner_of(language: str, with_brackets: bool = False) -> re.Pattern[str]:
    """Goes on to the next comment, string or brace of a program, or behind a character that only may begin one.

    Its groups are named `q0`, `q1` ... after the quotes of the language.
    """
    syntax = _TABLE[language]
    quotes = "|".join(f"(?P<q{number}>{_named(quote, number)})" for number, quote in enumerate(syntax.quotes))
    braces = "{}" if with_brackets else ""
    more = "|(?P<bracket>[{}])" if with_brackets else ""
    more += "|(?P<slash>/)" if syntax.has_regex else ""
    return regex(
        rf"[^{syntax.first}{braces}]*+(?:(?P<comment>{syntax.comment})|{quotes}{more}|(?P<other>[\s\S])|(?P<end>\Z))",
        re.M,
    )


def _named(quote: Quote, number: int) -> str:
    return quote.opening.replace("<N", f"<n{number}").replace("=N", f"=n{number}")
