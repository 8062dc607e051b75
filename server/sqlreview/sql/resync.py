"""Where a statement must have ended although its terminator is missing: lines that can only begin the next one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlreview.sql.engines import Engine
from sqlreview.sql.tokens import Tokens

HEAD_WORD = (
    r"(?i:CREATE|ALTER|DROP|SELECT|INSERT|UPDATE|DELETE|WITH|COMMENT|GRANT|REVOKE|BEGIN|COMMIT|ROLLBACK|START|TRUNCATE"
    r"|REFRESH|REINDEX|VACUUM|MERGE|LOCK|DO|CALL|COPY|SET|SECURITY|IMPORT|EXPLAIN)\b"
)
"""First words, as part of a regular expression, of the statements that a line may begin."""

_KIND = (
    r"(?:TABLE|(?:UNIQUE\s++)?+INDEX|VIEW|MATERIALIZED\s++VIEW|SEQUENCE|TYPE|DOMAIN|FUNCTION|PROCEDURE|ROUTINE|AGGREGATE"
    r"|TRIGGER|EVENT\s++TRIGGER|SCHEMA|EXTENSION|POLICY|ROLE|USER|GROUP|DATABASE|RULE|PUBLICATION|SUBSCRIPTION|SERVER"
    r"|STATISTICS|FOREIGN\s++\w++|COLLATION|DEFAULT\s++PRIVILEGES|OPERATOR|CAST)"
)
_NAME = r'[\w"$\{.]++'
_HEAD = re.compile(
    rf"""(?:
      (?P<create>CREATE\s++(?:OR\s++REPLACE\s++|(?:GLOBAL|LOCAL)\s++|TEMP(?:ORARY)?+\s++|UNLOGGED\s++|CONSTRAINT\s++
        |RECURSIVE\s++)*+{_KIND}\b)
    | (?P<drop>DROP\s++{_KIND}\s++(?!(?:CASCADE|RESTRICT)\b)[\w"$\{{])
    | (?P<alter>ALTER\s++{_KIND}\s++(?!(?:SET|DROP|TYPE|ADD|RESET|RESTART)\b)[\w"$\{{]
      | ALTER\s++DEFAULT\s++PRIVILEGES\b)
    | (?P<comment>COMMENT\s++ON\s++\w|SECURITY\s++LABEL\s|IMPORT\s++FOREIGN\s++SCHEMA\b)
    | (?P<query>SELECT\b | INSERT\s++INTO\b | DELETE\s++FROM\b | MERGE\s++INTO\b
      | UPDATE\s++(?:ONLY\s++)?+(?!(?:SET|ON|OR|OF)\b){_NAME}(?:\s++(?:AS\s++)?+(?!SET\b){_NAME})?+\s++SET\b
      | WITH\s++(?:RECURSIVE\s++)?+{_NAME}\s*+(?:\([^()]*+\)\s*+)?+AS\s*+(?:NOT\s++)?+(?:MATERIALIZED\s*+)?+\()
    | (?P<grant>GRANT\s++(?!OPTION\b)\w | REVOKE\s++\w)
    | (?P<session>(?:BEGIN|COMMIT|ROLLBACK)\s*+(?:;|\b(?:TRANSACTION|WORK|ISOLATION|READ|TO|AND|PREPARED)\b)
      | START\s++TRANSACTION\b | TRUNCATE\s++(?:TABLE|ONLY)\b | TRUNCATE\s++(?!(?:ON|OR|AS)\b){_NAME}\s*+[;,]
      | REFRESH\s++MATERIALIZED\s | REINDEX\s++(?:\(|(?:INDEX|TABLE|SCHEMA|DATABASE|SYSTEM)\b)
      | VACUUM\s*+(?:;|\(|\b(?:FULL|ANALYZE|VERBOSE|FREEZE)\b) | LOCK\s++TABLE\b | DO\s++(?:\$|LANGUAGE\b)
      | CALL\s++{_NAME}\s*+\( | COPY\s++{_NAME}\s*+(?:\([^()]*+\)\s*+)?+(?:FROM|TO)\b
      | SET\s++LOCAL\s++{_NAME}\s*+(?:=|TO\b)
      | EXPLAIN\s++(?:ANALYZE|VERBOSE|SELECT|INSERT|UPDATE|DELETE|WITH)\b)
    | (?P<set>SET\s++{_NAME}\s*+(?:=|TO\b))
    )""",
    re.X | re.I,
)

_UNFINISHED = frozenset(
    re.split(
        r"\s++",
        "AS UNION INTERSECT EXCEPT ALL DISTINCT FOR DO ALSO INSTEAD GRANT REVOKE ON OR AND NOT BEFORE AFTER OF THEN"
        " ELSE WHEN EXPLAIN ANALYZE ANALYSE VERBOSE SET TO WITH IN IS FROM INTO BY WHERE HAVING SELECT VALUES USING"
        " EXECUTE RETURN RETURNING ATOMIC IF EXISTS TABLE COLUMN ADD DEFAULT COMMENT"
        " ( [ , . = < > <= >= <> != + - / % || :: :=",
    )
)
"""Words and symbols after which a statement still goes on; `*` is none, as it may end a SELECT."""

_OPENING = frozenset({"INSERT", "MERGE", "EXPLAIN"})
_NOT_OPENING = frozenset(
    {"(", "CHECK", "NO", "DATA", "GRANT", "ADMIN", "TIME", "ORDINALITY", "TIES", "LOCAL", "CASCADED"}
)
_CLOSING = frozenset({"SELECT", "VALUES", "UPDATE", "DELETE", "TABLE", "USING"})
_TAKING_SET = frozenset(
    {"BEGIN", "START", "COMMIT", "ROLLBACK", "SET", "DROP", "COMMENT", "TRUNCATE", "DO", "GRANT", "REVOKE"}
)
_DROPPING = frozenset({"PUBLICATION", "EXTENSION", "OPERATOR", "TEXT"})


def head_at(text: str, at: int) -> str | None:
    """What kind of statement certainly begins at `at`: create, drop, alter, comment, query, grant, session, set."""
    match = _HEAD.match(text, at)
    return match.lastgroup if match else None


_AFTER_BLANK_LINE = re.compile(rf"\n[ \t\r]*+\n(?:[ \t]*+--[^\n]*+\n)*+(?={HEAD_WORD})")


def resumption(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The first blank line between `start` and `end` that a statement follows: its offset, and that statement's."""
    for match in _AFTER_BLANK_LINE.finditer(text, start, end):
        if head_at(text, match.end()) not in (None, "set"):
            return match.start(), match.end()
    return None


@dataclass(slots=True)
class Progress:
    """What has been read of a statement, asked at every line that begins like another one."""

    text: str
    engine: Engine
    at: int
    depth: int = 0
    words: tuple[str, ...] = ()
    """The first two words outside brackets."""
    previous: str = ""
    awaits_query: bool = False
    """Whether a SELECT, INSERT, ... still has to come: after WITH x AS (...), INSERT INTO t, EXPLAIN."""
    granted: bool = False
    candidate: tuple[int, int] | None = None
    """Where the statement ends if a bracket turns out never to be closed, and where the next one begins."""

    def ends_before(self, at: int, line: int) -> bool:
        """Whether the statement ends at the line end `at` because another one begins with the line at `line`."""
        kind = head_at(self.text, line)
        if kind is None:
            return False
        self.read_to(at)
        if self.depth == 0:
            return not self._continues_with(kind)
        if kind in ("create", "alter", "drop", "comment"):  # brackets hold no definitions
            return True
        if self.candidate is None and _is_blank_before(self.text, at, line) and not self._expects_query():
            self.candidate = at, line
        return False

    def unclosed(self, at: int) -> tuple[int, int] | None:
        """The candidate, if a bracket is open at `at`, where the statement ends otherwise."""
        if self.candidate is None:
            return None
        self.read_to(at)
        return self.candidate if self.depth else None

    def read_to(self, at: int) -> None:
        """Takes in the statement up to `at`, which must not lie inside a token."""
        tokens = Tokens(self.text, self.engine, self.at, at)
        self.at = at
        for index, word in enumerate(tokens.words[:-1]):
            if word in ("(", "["):
                self.depth += 1
            elif word in (")", "]"):
                self.depth = max(0, self.depth - 1)
                if self.depth == 0:
                    self.candidate = None
            elif self.depth == 0:
                self._take(word, tokens.words[index + 1])
            self.previous = word

    def _take(self, word: str, following: str) -> None:
        if len(self.words) < 2:
            self.words += (word,)
        if word in _OPENING or (word == "WITH" and following not in _NOT_OPENING):
            self.awaits_query = True
        elif word in _CLOSING:
            self.awaits_query = False
        elif word in ("GRANT", "REVOKE"):
            self.granted = True

    def _expects_query(self) -> bool:
        return self.awaits_query or self.previous in _UNFINISHED

    def _continues_with(self, kind: str) -> bool:
        match kind:
            case "create":
                return self.words == ("CREATE", "SCHEMA") or "EXPLAIN" in self.words
            case "drop":
                return self.words[:1] == ("ALTER",) and self.words[-1] in _DROPPING
            case "grant":
                in_parts = self.words == ("ALTER", "DEFAULT") and not self.granted
                return in_parts or self.words == ("CREATE", "SCHEMA") or self.previous in ("WITH", "REVOKE", ",")
            case "set":
                return self.words[:1] not in {(word,) for word in _TAKING_SET} or self.previous in _UNFINISHED
            case "query" | "session":
                return self._expects_query()
            case _:
                return False


def _is_blank_before(text: str, at: int, line: int) -> bool:
    if text.count("\n", at, line) > 1:
        return True
    before = text.rfind("\n", max(0, at - 200), at)
    return before >= 0 and not text[before + 1 : at].strip()
