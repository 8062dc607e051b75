"""What is being written at a place of a statement that need not be whole: a table, a column, a type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sqlreview.patterns import regex
from sqlreview.sql.cursor import Cursor, Name, Unreadable
from sqlreview.sql.engines import Engine
from sqlreview.sql.tokens import Tokens

_WORD = regex(r"[\w$]*+\Z")
_MARK = "zq"
"""Stands at the place, so that it is a word of its own unless it is inside a string or comment."""
_BEFORE_RELATION = frozenset({"FROM", "JOIN", "INTO", "UPDATE", "TABLE", "REFERENCES", "ONLY", "TRUNCATE", "VIEW"})
_ON_TABLE = frozenset({"INDEX", "TRIGGER", "POLICY", "RULE"})
_BEFORE_COLUMN = frozenset({"SELECT", "WHERE", "ON", "SET", "HAVING", "BY", "RETURNING", "WHEN", "DISTINCT"})
_CLAUSES = _BEFORE_COLUMN | frozenset({"FROM", "JOIN", "VALUES", "LIMIT", "OFFSET", "INTO", "UPDATE", "USING", "WITH"})
_ROUTINES = frozenset({"FUNCTION", "PROCEDURE"})
_NO_NAMES = frozenset({"CONSTRAINT", "PRIMARY", "FOREIGN", "UNIQUE", "CHECK", "EXCLUDE", "LIKE", "KEY", "INDEX"})
_COLUMN_ACTIONS = frozenset({"DROP", "ALTER", "RENAME", "MODIFY", "CHANGE"})
_NO_ALIAS = _CLAUSES | frozenset(
    {"LEFT", "RIGHT", "FULL", "INNER", "CROSS", "NATURAL", "OUTER", "GROUP", "ORDER", "UNION", "EXCEPT", "INTERSECT"}
    | {"FOR", "DEFAULT", "SELECT", "USE", "FORCE", "IGNORE", "WINDOW", "FETCH", "DO"}
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What belongs to a place, and the beginning of it that is written already."""

    kind: Literal["relation", "index", "column", "member", "type"]
    written: str
    table: Name | None = None
    """The only table whose columns are wanted; None for all that the statement reads or writes."""
    qualifier: str = ""
    """What stands before the dot of a member."""
    own_columns: tuple[str, ...] = ()
    """The columns that the statement gives the table it creates, as written."""


@dataclass(frozen=True, slots=True)
class Source:
    """A table that a statement reads or writes, with its alias."""

    name: Name
    alias: str


def wanted_at(head: str, engine: Engine) -> Wanted | None:
    """What belongs after the text of a statement up to a place; None inside strings and where nothing is known."""
    match = _WORD.search(head)
    written = match[0] if match else ""
    tokens = Tokens(head + _MARK, engine)
    last = len(tokens) - 1
    if last < 1 or tokens.text(last) != written + _MARK:
        return None
    return _Place(tokens, last, written).wanted()


def innermost(statement: str, offset: int, engine: Engine) -> tuple[int, int]:
    """Where the statement around a place begins and ends: the whole one, or one inside a body in dollar quotes."""
    if "$" not in statement or engine.family != "postgres":
        return 0, len(statement)
    tokens = Tokens(statement, engine)
    for index in range(len(tokens)):
        start, end = tokens.starts[index], tokens.ends[index]
        if start < offset <= end and tokens.words[index].startswith("$"):
            first = statement.find("$", start + 1) + 1
            if 0 < first <= offset:
                begin = max(first, statement.rfind(";", first, offset) + 1)
                stop = statement.find(";", offset, end)
                return begin, stop if stop >= 0 else end
    return 0, len(statement)


@dataclass(frozen=True, slots=True)
class _Place:
    tokens: Tokens
    last: int
    """The token that is being written."""
    written: str

    def word(self, back: int) -> str:
        """The word that many tokens before."""
        index = self.last - back
        return self.tokens.words[index] if index >= 0 else ""

    def wanted(self) -> Wanted | None:
        """What belongs here."""
        if self.word(1) == ".":
            return Wanted("member", self.written, qualifier=self.tokens.text(self.last - 2) if self.last > 1 else "")
        if self._is_relation():
            return Wanted("relation", self.written)
        words = self.tokens.words
        if self._follows("INDEX", "CONCURRENTLY") and words[0] in ("DROP", "ALTER", "REINDEX"):
            return Wanted("index", self.written)
        if self.word(1) == "RETURNS" or (self._follows("TYPE") and words[0] in ("DROP", "ALTER") and self.last < 5):
            return Wanted("type", self.written)
        opening = self._opening()
        found = self._in_brackets(opening) if opening is not None else None
        return found or self._in_alter() or self._in_clause(opening)

    def _follows(self, *words: str) -> bool:
        """Whether one of these words comes before, perhaps with IF EXISTS between."""
        return self.word(1) in words or (self.word(1) == "EXISTS" and self.word(3) in words)

    def _is_relation(self) -> bool:
        word, before = self.word(1), self.word(2)
        words = self.tokens.words
        if word == "UPDATE":
            return before not in ("FOR", "ON", "DO", "KEY")
        if word == "EXISTS":
            return before == "IF" and self.word(3) in ("TABLE", "VIEW")
        if word == "ON":
            return (
                words[0] in ("CREATE", "DROP", "ALTER")
                and not _ON_TABLE.isdisjoint(words[1:4])
                and self.word(2) != "DELETE"
            )
        if word == "COLUMN":
            return before == "ON" and words[0] == "COMMENT"
        if word == ",":
            return words[0] == "TRUNCATE" or (words[0] == "DROP" and words[1] in ("TABLE", "VIEW"))
        return word in _BEFORE_RELATION

    def _opening(self) -> int | None:
        """The innermost bracket that is open."""
        stack: list[int] = []
        for index in range(self.last):
            if self.tokens.words[index] == "(":
                stack.append(index)
            elif self.tokens.words[index] == ")" and stack:
                stack.pop()
        return stack[-1] if stack else None

    def _in_brackets(self, opening: int) -> Wanted | None:
        words = self.tokens.words
        item = self._item_start(opening)
        if words[opening + 1] in ("SELECT", "WITH", "VALUES"):
            return None
        if self.word(1) == "AS" and words[opening - 1] == "CAST":
            return Wanted("type", self.written)
        if words[0] == "CREATE" and "TABLE" in words[1:4] and self._created() == opening:
            is_type = self.last == item + 1 and words[item] not in _NO_NAMES
            return Wanted("type", self.written) if is_type else None
        if words[0] == "CREATE" and not _ROUTINES.isdisjoint(words[1:4]):
            return Wanted("type", self.written) if self.last == item + 1 else None
        return self._listed(opening) if self.last == item else None

    def _item_start(self, opening: int) -> int:
        start, depth = opening + 1, 0
        for index in range(opening + 1, self.last):
            word = self.tokens.words[index]
            depth += (word == "(") - (word == ")")
            if word == "," and depth == 0:
                start = index + 1
        return start

    def _listed(self, opening: int) -> Wanted | None:
        """The columns of a list in brackets, whose table stands before them."""
        words = self.tokens.words
        before = words[opening - 1]
        if before in ("KEY", "UNIQUE", "INCLUDE", "CONFLICT") or words[opening - 2] in ("KEY", "INDEX"):
            if words[0] == "CREATE" and "TABLE" in words[1:4]:
                return Wanted("column", self.written, own_columns=tuple(self._defined()))
            return Wanted("column", self.written, self._headed())
        if before == "USING":
            return Wanted("column", self.written)
        for index in range(opening - 1, max(-1, opening - 8), -1):
            if words[index] in ("INTO", "REFERENCES", "ON"):
                table, end = self._name_at(index + 1)
                fits = end == opening or words[end] == "USING"
                return Wanted("column", self.written, table) if table is not None and fits else None
        return None

    def _in_alter(self) -> Wanted | None:
        words = self.tokens.words
        if words[0] != "ALTER" or "TABLE" not in words[1:3]:
            return None
        if self.word(1) == "TYPE" or self.word(3) == "CHANGE":
            return Wanted("type", self.written)
        back = 1
        while self.word(back) in ("COLUMN", "IF", "EXISTS", "NOT"):
            back += 1
        if self.word(back) in _COLUMN_ACTIONS and self.last - back > 1:
            return Wanted("column", self.written, self._headed())
        named = 2
        while self.word(named) in ("COLUMN", "IF", "EXISTS", "NOT"):
            named += 1
        if self.word(named) in ("ADD", "MODIFY") and self.word(1) not in {*_NO_NAMES, "COLUMN", "EXISTS", "ADD"}:
            return Wanted("type", self.written)
        return None

    def _in_clause(self, opening: int | None) -> Wanted | None:
        if self.word(1) == "::":
            return Wanted("type", self.written)
        depth = 0
        for index in range(self.last - 1, -1, -1):
            word = self.tokens.words[index]
            depth += (word == ")") - (word == "(" and depth > 0)
            if depth == 0 and word in _CLAUSES:
                return self._after(word)
        return None

    def _after(self, clause: str) -> Wanted | None:
        if clause == "FROM":
            return Wanted("relation", self.written) if self.word(1) == "," else None
        return Wanted("column", self.written) if clause in _BEFORE_COLUMN else None

    def _created(self) -> int:
        """The bracket after the name in CREATE TABLE."""
        words = self.tokens.words
        at = words.index("TABLE") + 1
        while at < self.last and words[at] != "(":
            at += 1
        return at

    def _defined(self) -> Iterator[str]:
        """The columns that CREATE TABLE has defined so far."""
        opening = self._created()
        for item in Cursor(self.tokens, opening + 1, self.last).items():
            if item.sees_identifier() and item.word not in _NO_NAMES:
                yield self.tokens.text(item.at)

    def _headed(self) -> Name | None:
        """The table of ALTER TABLE, or the one that is written."""
        words = self.tokens.words
        for index in range(min(6, self.last)):
            if words[index] in ("TABLE", "INTO", "UPDATE"):
                return self._name_at(index + 1)[0]
        return None

    def _name_at(self, index: int) -> tuple[Name | None, int]:
        """A name, and the token after it."""
        while self.tokens.words[index] in ("IF", "EXISTS", "NOT", "ONLY"):
            index += 1
        cursor = Cursor(self.tokens, index, self.last)
        try:
            return cursor.name(), cursor.at
        except Unreadable:
            return None, index


def sources_of(statement: str, engine: Engine) -> Iterator[Source]:
    """The tables a statement reads or writes, also of its subqueries, as far as it is written."""
    tokens = Tokens(statement, engine)
    cursor = Cursor(tokens)
    while not cursor.done:
        word = cursor.next()
        if word not in ("FROM", "JOIN", "INTO", "UPDATE", "USING"):
            continue
        source = _source(cursor)
        while source is not None:
            yield source
            source = _source(cursor) if word == "FROM" and cursor.accept(",") else None


def _source(cursor: Cursor) -> Source | None:
    cursor.accept("ONLY")
    if cursor.word in _NO_ALIAS or not cursor.sees_identifier():
        return None
    first = cursor.at
    try:
        name = cursor.name()
        cursor.accept("AS")
        has_alias = cursor.sees_identifier() and cursor.word not in _NO_ALIAS
        return Source(name, cursor.identifier().text if has_alias else name.text)
    except Unreadable:
        cursor.at = first + 1
        return None
