"""Where a statement must have ended although its terminator is missing: lines that can only begin the next one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlreview.sql.engines import Engine
from sqlreview.sql.heads import head_at
from sqlreview.sql.tokens import Tokens

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
_TAKING_QUERY = (("CREATE", "TABLE"), ("CREATE", "TEMPORARY"), ("CREATE", "OR"))
_DROPPING = frozenset({"PUBLICATION", "EXTENSION", "OPERATOR", "TEXT"})


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
        kind = head_at(self.text, line, self.engine.family)
        if kind is None:
            return False
        self.read_to(at)
        if self.depth == 0:
            return not self._continues_with(kind)
        if kind in ("create", "alter", "drop", "comment", "client"):  # brackets hold no definitions
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
        first = len(self.words) == 1
        if word in _OPENING or (first and word == "REPLACE") or (word == "WITH" and following not in _NOT_OPENING):
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
            case "select":  # in MySQL a query may follow CREATE TABLE without AS
                return self._expects_query() or self.words in _TAKING_QUERY
            case _:
                return False


def _is_blank_before(text: str, at: int, line: int) -> bool:
    if text.count("\n", at, line) > 1:
        return True
    before = text.rfind("\n", max(0, at - 200), at)
    return before >= 0 and not text[before + 1 : at].strip()
