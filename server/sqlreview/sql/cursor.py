"""A cursor over tokens: the vocabulary with which operations and queries are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlreview.patterns import regex
from sqlreview.sql.engines import Engine
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span


class Unreadable(Exception):
    """A statement does not have the form its first words promise; it is caught where statements are lowered."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """One name as the database stores it (unquoted names folded), with its place; equality ignores the place."""

    text: str
    span: Span = field(compare=False)

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Name:
    """A possibly qualified object name as the database stores it; equality ignores the place."""

    schema: str | None
    text: str
    span: Span = field(compare=False)

    def __str__(self) -> str:
        return f"{self.schema}.{self.text}" if self.schema else self.text


class Cursor:
    """Walks over `tokens` from index `at` up to (not including) index `stop`."""

    __slots__ = ("at", "stop", "tokens")

    def __init__(self, tokens: Tokens, at: int = 0, stop: int | None = None) -> None:
        self.tokens = tokens
        self.at = at
        self.stop = len(tokens) if stop is None else stop

    @property
    def word(self) -> str:
        """The word under the cursor; empty at the end."""
        return self.tokens.words[self.at] if self.at < self.stop else ""

    @property
    def done(self) -> bool:
        """Whether everything has been read."""
        return self.at >= self.stop

    def peek(self, ahead: int = 1) -> str:
        """The word `ahead` tokens further; empty past the end."""
        index = self.at + ahead
        return self.tokens.words[index] if index < self.stop else ""

    def sees(self, *words: str) -> bool:
        """Whether exactly these words come next."""
        end = self.at + len(words)
        return end <= self.stop and self.tokens.words[self.at : end] == list(words)

    def accept(self, *words: str) -> bool:
        """Steps over these words if they come next, and says whether they did."""
        if self.word == words[0] and self.sees(*words):
            self.at += len(words)
            return True
        return False

    def accept_any(self, *words: str) -> str | None:
        """Steps over the next word if it is one of these, and returns it."""
        word = self.word
        if word and word in words:
            self.at += 1
            return word
        return None

    def expect(self, *words: str) -> None:
        """Steps over these words; raises Unreadable when something else stands there."""
        if not self.accept(*words):
            raise Unreadable(f"expected {' '.join(words)}, found {self.word or 'the end'}")

    def next(self) -> str:
        """Steps over one token and returns its word; raises Unreadable at the end."""
        if self.done:
            raise Unreadable("the statement ends too early")
        self.at += 1
        return self.tokens.words[self.at - 1]

    def sees_identifier(self) -> bool:
        """Whether a bare word, a quoted identifier or a template stands under the cursor."""
        word = self.word
        if not word:
            return False
        first = word[0]
        if first in _QUOTES[self.tokens.engine.family] or first == "_":
            return True
        if first.isdigit():
            return self.tokens.engine.family == "mysql" and _NUMBER.fullmatch(word) is None
        return (first.isalpha() and word[-1] != "'") or word[:2] in ("{{", "${", ':"')

    def identifier(self) -> Identifier:
        """Reads one name part, folded as the database folds it; raises Unreadable at anything else."""
        if not self.sees_identifier():
            raise Unreadable(f"expected a name, found {self.word or 'the end'}")
        index = self.at
        self.at += 1
        return Identifier(folded(self.tokens.text(index), self.tokens.engine), self.tokens.span(index, index + 1))

    def name(self) -> Name:
        """Reads `name`, `schema.name` or `database.schema.name`."""
        first = self.at
        parts = [self.identifier().text]
        while self.word == "." and not self.done:
            self.at += 1
            parts.append(self.identifier().text)
        if self.tokens.engine.case_sensitive_tables:
            parts = [str(part) for part in parts]
        return Name(parts[-2] if len(parts) > 1 else None, parts[-1], self.tokens.span(first, self.at))

    def group(self) -> Cursor:
        """Steps over a bracketed group and returns a cursor over what is inside the brackets."""
        if self.word not in ("(", "["):
            raise Unreadable(f"expected (, found {self.word or 'the end'}")
        close = min(self.tokens.close_of(self.at), self.stop)
        inside = Cursor(self.tokens, self.at + 1, close)
        self.at = min(close + 1, self.stop)
        return inside

    def skip(self) -> None:
        """Steps over one token, or over a whole bracketed group."""
        if self.word in ("(", "["):
            self.group()
        else:
            self.at += 1

    def skip_to(self, *words: str) -> bool:
        """Moves to the first of these words outside brackets; stops at the end and says whether one was found."""
        while not self.done:
            if self.word in words:
                return True
            self.skip()
        return False

    def items(self) -> Iterator[Cursor]:
        """Cursors over the parts between the commas outside brackets, up to the end; moves to the end."""
        first = self.at
        while not self.done:
            if self.word == ",":
                yield Cursor(self.tokens, first, self.at)
                self.at += 1
                first = self.at
            else:
                self.skip()
        if first < self.stop or (first > 0 and self.tokens.words[first - 1] == ","):
            yield Cursor(self.tokens, first, self.stop)

    def identifiers(self) -> tuple[Identifier, ...]:
        """Reads a bracketed list of names, `(a, b)`."""
        return tuple(item.identifier() for item in self.group().items())

    def span_from(self, first: int) -> Span:
        """From token index `first` to the token before the cursor."""
        return self.tokens.span(first, self.at)

    def text_from(self, first: int) -> str:
        """The characters of `span_from(first)`."""
        return self.span_from(first).of(self.tokens.sql)

    @property
    def span(self) -> Span:
        """From the token under the cursor to the last token before `stop`."""
        return self.tokens.span(self.at, self.stop)


_NUMBER = regex(r"0[xXbB][\da-fA-F]++|[\d.]++(?:[eE][+-]?+\d++)?+")
"""In MySQL other words may begin with a digit, and are names."""
_QUOTES = {"postgres": '"', "mysql": "`", "sqlite": '"`['}
"""What a quoted identifier begins with, by family."""


class Caseless(str):
    """A name of an engine that tells names apart by their letters, not by their case; it is shown as it was written."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and self.lower() == other.lower()

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self.lower())


def folded(written: str, engine: Engine | None = None) -> str:
    """An identifier as the database knows it; without an engine as PostgreSQL does: unquoted names in lower case."""
    if engine is not None and engine.family != "postgres":
        return Caseless(_without_quotes(written))
    if written.startswith('"'):
        return written[1:-1].replace('""', '"') if written.endswith('"') and len(written) > 1 else written[1:]
    if written[:3] in ('u&"', 'U&"'):
        return written[3:-1].replace('""', '"')
    return written.lower()


def _without_quotes(written: str) -> str:
    first = written[:1]
    if first not in ('"', "`", "[", "'"):
        return written
    last = "]" if first == "[" else first
    body = written[1:-1] if len(written) > 1 and written.endswith(last) else written[1:]
    return body if first == "[" else body.replace(first * 2, first)


def unquoted(literal: str) -> str:
    """The characters of a string literal: quotes, prefix and doubled quotes removed; other text as it is."""
    body = literal
    if body[:1].lower() in ("e", "n", "b", "x") and body[1:2] == "'":
        body = body[1:]
    elif body[:3].lower() == "u&'":
        body = body[2:]
    if body.startswith("'"):
        return body[1:-1].replace("''", "'") if body.endswith("'") and len(body) > 1 else body[1:]
    if body.startswith("$"):
        tag_end = body.find("$", 1) + 1
        return body[tag_end:-tag_end] if len(body) >= 2 * tag_end else body[tag_end:]
    return body
