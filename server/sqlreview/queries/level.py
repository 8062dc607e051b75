"""Where the reading of a query stands: the tokens, the known columns, and the names in scope."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from sqlreview.queries.clauses import Scope, Source
from sqlreview.queries.model import Query, Role, Verb
from sqlreview.queries.values import ColumnReference, FunctionCall, Predicate
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

_NOTHING = Scope()


class ReadQuery(Protocol):
    """Reads the query between two tokens."""

    def __call__(self, level: Level, first: int, stop: int, role: Role) -> Query: ...


@dataclass(frozen=True, slots=True)
class Level:
    """One query level under reading."""

    tokens: Tokens
    words: list[str]
    """The words of the tokens, with empty ones behind them, so that looking a few tokens ahead is always safe."""
    columns: dict[int, ColumnReference]
    """Every column reference of the statement, by offset."""
    found: dict[tuple[int, int], Query]
    """Queries already read, by their range of tokens, so that none is read twice."""
    calls: dict[int, tuple[FunctionCall, int]]
    """Function calls already read, by first token, with the token after them."""
    cases: dict[int, tuple[Predicate, ...]]
    """WHEN conditions already read, by the token of CASE."""
    read_query: ReadQuery
    """Passed along, as queries and expressions contain each other."""
    scope: Scope = _NOTHING
    parent: Verb | None = None
    uncut_rows: int = 0
    """Rows of the VALUES list of an INSERT that was cut; 0 when nothing was cut."""

    def within(self, scope: Scope, parent: Verb | None) -> Level:
        """The same text with other names in scope."""
        # written out, as dataclasses.replace takes three times as long and queries are read level by level
        return Level(
            self.tokens,
            self.words,
            self.columns,
            self.found,
            self.calls,
            self.cases,
            self.read_query,
            scope,
            parent,
            self.uncut_rows,
        )

    def seeing(self, sources: tuple[Source, ...], parent: Verb | None) -> Level:
        """The same text with these sources in scope."""
        return self.within(Scope(sources=sources, ctes=self.scope.ctes, outer=self.scope.outer), parent)

    def nested(self, first: int, stop: int, role: Role) -> Query:
        """The query between two tokens, which sees the names of this level."""
        known = self.found.get((first, stop))
        if known is None:
            known = self.read_query(self.within(Scope(outer=self.scope), self.parent), first, stop, role)
            self.found[first, stop] = known
        return known

    def span(self, first: int, stop: int) -> Span:
        """The place of a range."""
        return self.tokens.span(first, stop)

    def close(self, index: int, stop: int) -> int:
        """The bracket that closes the one at `index`, `stop` at the latest."""
        return min(self.tokens.close_of(index), stop)

    def outside(self, first: int, stop: int) -> Iterator[int]:
        """The tokens outside brackets and CASE ... END; an opening bracket and the word CASE stand for what follows."""
        words = self.words
        cases = 0
        index = first
        while index < stop:
            word = words[index]
            if cases == 0:
                yield index
            if word in ("(", "["):
                index = self.close(index, stop)
            elif word == "CASE" and words[index - 1] != ".":
                cases += 1
            elif word == "END" and cases:
                cases -= 1
            index += 1

    def items(self, first: int, stop: int) -> Iterator[tuple[int, int]]:
        """The ranges between the commas outside brackets; none for an empty range."""
        begin = first
        for index in self.outside(first, stop):
            if self.words[index] == ",":
                yield begin, index
                begin = index + 1
        if begin < stop:
            yield begin, stop

    def bare(self, first: int, stop: int) -> tuple[int, int]:
        """The range without the brackets that enclose all of it."""
        while stop - first > 2 and self.words[first] == "(" and self.tokens.close_of(first) == stop - 1:
            first, stop = first + 1, stop - 1
        return first, stop

    def normalised(self, first: int, stop: int) -> str:
        """The range with one blank between tokens and bare words in upper case."""
        return " ".join(self.words[first:stop])

    def is_subquery(self, index: int) -> bool:
        """Whether the bracket at a token opens a query: `(SELECT ...`, or `((SELECT ...) UNION ...`."""
        words = self.words
        if words[index] != "(":
            return False
        following = words[index + 1]
        if following in ("SELECT", "WITH") or (following in ("VALUES", "TABLE") and words[index + 2] not in (")", ",")):
            return True
        after = words[min(self.tokens.close_of(index + 1) + 1, len(self.tokens))] if following == "(" else ""
        return after in _AFTER_BRACKETED_QUERY and self.is_subquery(index + 1)


_AFTER_BRACKETED_QUERY = frozenset({"UNION", "INTERSECT", "EXCEPT", "ORDER", "LIMIT", "OFFSET", "FETCH", "FOR"})
