"""Finds the static SQL statements in bodies of MySQL and SQLite: procedures, functions, triggers, events, blocks."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.sql.source import BodyStatement, Kind
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

_QUERIES = frozenset({"SELECT", "WITH", "VALUES", "TABLE", "("})
_STATEMENTS = _QUERIES | frozenset(
    {
        *("INSERT", "REPLACE", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP", "TRUNCATE", "RENAME", "CALL", "LOAD"),
        *("LOCK", "UNLOCK", "START", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "GRANT", "REVOKE", "ANALYZE"),
        *("OPTIMIZE", "FLUSH", "DO", "HANDLER", "XA"),
    }
)
"""What can stand in a body as it stands in a file; assignments, cursors and signals cannot."""
_AFTER_CONDITION = frozenset({",", "OR"})


def psm_statements(tokens: Tokens) -> tuple[BodyStatement, ...]:
    """The static statements of a body in order, from BEGIN to END or one alone."""
    return tuple(_Walk(tokens).statements())


class _Walk:
    """Goes through the statements of a body, keeping the open blocks."""

    __slots__ = ("at", "blocks", "conditions", "end", "tokens", "words")

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.words = tokens.words
        self.end = len(tokens)
        self.at = 0
        self.blocks: list[str] = []
        self.conditions = 0

    def statements(self) -> Iterator[BodyStatement]:
        """Every statement from here to the end."""
        while self.at < self.end:
            before = self.at
            if not self._structure():
                yield from self._statement(self.conditions > 0)
            self.at = max(self.at, before + 1)

    def _open(self, block: str) -> None:
        self.blocks.append(block)
        self.conditions += block != "BEGIN"

    def _close(self) -> None:
        if self.blocks:
            self.conditions -= self.blocks.pop() != "BEGIN"

    def _structure(self) -> bool:
        """Steps over words that open, divide or close a block, or over a label, and says whether they stood here."""
        word = self.words[self.at]
        match word:
            case "BEGIN" | "LOOP" | "REPEAT":
                self._open(word)
                self.at += 3 if self.words[self.at + 1 : self.at + 3] == ["NOT", "ATOMIC"] else 1
            case "IF" | "CASE" | "WHILE":
                self._open(word)
                self.at += 1
                if word == "CASE":
                    self._past("WHEN")
                self._past("DO" if word == "WHILE" else "THEN")
            case "ELSEIF" | "WHEN":
                self._past("THEN")
            case "ELSE" | ";":
                self.at += 1
            case _:
                return self._boundary(word)
        return True

    def _boundary(self, word: str) -> bool:
        if word == "UNTIL":
            self._to("END")
        elif word == "END":
            self._close()
            self._past(";")
        elif self.words[self.at + 1] == ":" and self.at + 1 < self.end:
            self.at += 2
        else:
            return False
        return True

    def _statement(self, conditional: bool) -> Iterator[BodyStatement]:
        first = self.at
        match self.words[first]:
            case "DECLARE":
                yield from self._declaration(conditional)
            case "FOR":
                yield from self._for(conditional)
            case word if word in _STATEMENTS:
                self._past(";")
                end = self.at - 1 if self.words[self.at - 1] == ";" else self.at
                yield self._found(first, end, "sql", conditional)
            case _:
                self._past(";")

    def _declaration(self, conditional: bool) -> Iterator[BodyStatement]:
        first = self.at
        if "HANDLER" in self.words[first + 1 : first + 3]:
            yield from self._handler()
            return
        self._past(";")
        end = self.at - 1 if self.words[self.at - 1] == ";" else self.at
        if self.words[first + 2 : first + 3] == ["CURSOR"] and "FOR" in self.words[first:end]:
            start = self.words.index("FOR", first, end) + 1
            if self.words[start] in _QUERIES:
                yield self._found(start, end, "cursor", conditional)

    def _handler(self) -> Iterator[BodyStatement]:
        """DECLARE EXIT HANDLER FOR conditions, and what stands behind them: a block, or one statement."""
        self._to("FOR")
        self.at = self._after_condition(min(self.at + 1, self.end))
        while self.words[self.at] in _AFTER_CONDITION:
            self.at = self._after_condition(self.at + 1)
        if self.words[self.at] == "BEGIN":
            self._open("HANDLER")
            self.at += 1
        elif self.at < self.end and not self._structure():
            yield from self._statement(True)

    def _after_condition(self, at: int) -> int:
        """The index after one condition: a number, a name, SQLSTATE [VALUE] 'x', NOT FOUND."""
        match self.words[at]:
            case "SQLSTATE":
                return min(at + (3 if self.words[at + 1 : at + 2] == ["VALUE"] else 2), self.end)
            case "NOT":
                return min(at + 2, self.end)
            case _:
                return min(at + 1, self.end)

    def _for(self, conditional: bool) -> Iterator[BodyStatement]:
        """FOR x IN (query) DO, as MariaDB has it; ranges and cursors are no queries."""
        first = self.at
        self._past("DO")
        self._open("FOR")
        last = self.at - 1 if self.words[self.at - 1] == "DO" else self.at
        start = first + 3
        if start + 2 < last and self.words[start + 1] in _QUERIES and self.tokens.close_of(start) == last - 1:
            yield self._found(start + 1, last - 1, "for", conditional)

    def _found(self, first: int, end: int, kind: Kind, conditional: bool) -> BodyStatement:
        masked = tuple(self._targets(first, end)) if self.words[first] in _QUERIES else ()
        return BodyStatement(self.tokens.span(first, end), kind, masked, conditional)

    def _targets(self, first: int, end: int) -> Iterator[Span]:
        """INTO and the variables after it, which make no table here."""
        depth = 0
        for index in range(first, end):
            word = self.words[index]
            depth += (word == "(") - (word == ")")
            if word == "INTO" and depth == 0 and self.words[index + 1] not in ("OUTFILE", "DUMPFILE"):
                stop = index + 2
                while stop < end and self.words[stop] in (",", "."):
                    stop += 2
                yield self.tokens.span(index, min(stop, end))
                return

    def _to(self, word: str) -> None:
        """Moves to `word`, over CASE ... END; a semicolon ends the search as well."""
        cases = 0
        while self.at < self.end:
            found = self.words[self.at]
            if found == ";" or (found == word and not cases):
                return
            self.at += 1
            if found == "CASE":
                cases += 1
            elif found == "END" and cases:
                cases -= 1

    def _past(self, word: str) -> None:
        """Moves behind `word`."""
        self._to(word)
        if self.words[self.at] == word and self.at < self.end:
            self.at += 1
