"""Passwords that stand in the text of a statement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sqlreview.operations.security import CreateRole
from sqlreview.patterns import regex
from sqlreview.sql.cursor import unquoted
from sqlreview.text import Span

Worth = Literal["real", "placeholder", "hash", "none"]

_URL = regex(r"://(?<=\w://)[^\s/:@'\"\\]*+:([^\s/@'\"\\]++)@")
_KEYWORD = regex(r"(?i)(?<![a-z0-9_])(?:password|pgpassword)\s*+=\s*+(\\?'{0,2}[^\s;'\"\\]++)")
_OPTION = regex(r"(?i)\bpassword\s++((?:[eE])?'(?:[^']++|'')*+')")
_STRING = r"('(?:[^']++|'')*+'|\"(?:[^\"]++|\"\")*+\")"
_QUOTED = regex(r"['\"]")
_PASSWORD_CLAUSE = regex(
    rf"(?i)\bidentified\s++(?:with\s++[\w`']++\s++)?by\s++(?:password\s++)?{_STRING}"
    rf"|\b(?:master|source)_password\s*+=\s*+{_STRING}"
    rf"|^\s*+set\s++password\b[^=]{{0,200}}+=\s*+(?:(?:old_)?password\s*+\(\s*+)?{_STRING}"
)
"""How GRANT, CHANGE MASTER TO and SET PASSWORD of MySQL write one."""
_PASSWORD_HEADS = ("grant", "change", "set password", "start ")
_CONNECTIONS = regex(r"(?i)\s*+(?:create|alter)\s++(?:user\s++mapping|server|subscription)\b")
_COMMENT = regex(r"(?i)\s*+COMMENT\s++ON\b")
_VARIABLE = regex(r"\$\w|\$\{|\$\(|\{\{|%\(|%[svq]|<%|:'|:\"|^:\w++$|^\?$|^@\w++$|^%\w++%$|^__\w++__$")
_HASH = regex(r"SCRAM-SHA-256\$.++|md5[0-9a-f]{32}|\*[0-9A-Fa-f]{40}")
_PLACEHOLDER = regex(
    r"(?i)[*x.\-_]++|<.*+>|\[.*+\]|(?:your|my|the|some|change|replace|enter|insert|dummy|example|fake|todo).*+"
    r"|(?:.*?(?:password|passwd|secret|passphrase|placeholder))|pass|pwd|pw|test|foo|bar|redacted"
)


@dataclass(frozen=True, slots=True)
class Secret:
    """A password in a statement."""

    worth: Worth
    span: Span
    where: str
    """What holds it: "a URL", "a connection string", "an option"."""


def worth_of(password: str) -> Worth:
    """Whether it can be a real password: not a variable, a hash, a word that stands for one, or nothing."""
    if not password or _VARIABLE.search(password):
        return "none"
    if _HASH.fullmatch(password):
        return "hash"
    return "placeholder" if _PLACEHOLDER.fullmatch(password) else "real"


def role_password(operation: CreateRole) -> Secret | None:
    """The password a statement gives to a role; None when it gives none or takes it from a variable."""
    written = operation.password
    if written is None or not _QUOTED.search(written.text) or written.text.startswith(":"):
        return None
    return Secret(worth_of(_characters(written.text)), written.span, f"the definition of role `{operation.role}`")


def _characters(written: str) -> str:
    return written[1:-1] if written[:1] == '"' else unquoted(written)


def secrets_in(sql: str) -> Iterator[Secret]:
    """Passwords in URLs, connection strings and the options of servers, user mappings and subscriptions."""
    is_prose = _COMMENT.match(sql) is not None
    for match in _URL.finditer(sql):
        worth = worth_of(match[1])
        if not (is_prose and worth == "placeholder"):
            yield Secret(worth, Span(*match.span(1)), "a URL")
    lowered = sql[:_LONGEST].lower() if len(sql) > _LONGEST else sql.lower()
    if "password" not in lowered and "identified" not in lowered:
        return
    if lowered.lstrip().startswith(_PASSWORD_HEADS):
        for match in _PASSWORD_CLAUSE.finditer(sql):
            place = match.lastindex or 1
            yield Secret(worth_of(_characters(match[place])), Span(*match.span(place)), "the statement")
    is_connection = _CONNECTIONS.match(sql) is not None
    if is_connection:
        for match in _OPTION.finditer(sql):
            yield Secret(worth_of(unquoted(match[1])), Span(*match.span(1)), "an option")
    if is_connection or "dblink" in lowered or "pgpassword" in lowered:
        for match in _KEYWORD.finditer(sql):
            yield Secret(worth_of(match[1].lstrip("\\'")), Span(*match.span(1)), "a connection string")


_LONGEST = 100_000
