"""Phrases of MySQL's statements: strings, values of options, ALGORITHM and LOCK, FIRST and AFTER, accounts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlreview.operations.parts import OnlineDdl, Operation, Position
from sqlreview.sql.cursor import Cursor, Identifier, Unreadable
from sqlreview.text import Span


def is_string(word: str) -> bool:
    """Whether a token is a string in single or double quotes."""
    return word[:1] in ("'", '"') or (word[-1:] == "'" and len(word) > 1)


def text_of(literal: str) -> str:
    """The characters of a string literal."""
    body = literal if literal[:1] in ("'", '"') else literal[1:]
    quote = body[:1]
    inside = body[1:-1] if len(body) > 1 and body.endswith(quote) else body[1:]
    if "\\" in inside:
        inside = _without_escapes(inside)
    return inside.replace(quote * 2, quote)


_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "b": "\b", "Z": "\x1a", "%": "\\%", "_": "\\_"}


def _without_escapes(text: str) -> str:
    pieces = []
    characters = iter(text)
    for character in characters:
        if character == "\\":
            following = next(characters, "")
            pieces.append(_ESCAPES.get(following, following))
        else:
            pieces.append(character)
    return "".join(pieces)


def read_string(cursor: Cursor) -> str:
    """Reads a string, or several adjacent ones, which are one; variables and placeholders count as they are written."""
    first = cursor.word
    if first[:1] in ("@", ":", "?", "%", "$", "{"):
        return cursor.next()
    if not is_string(first):
        raise Unreadable(f"expected a string, found {first or 'the end'}")
    parts = []
    while is_string(cursor.word):
        parts.append(text_of(cursor.next()))
    return "".join(parts)


def read_value(cursor: Cursor) -> str:
    """Reads the value of an option: a string without its quotes, a word or number as it is written."""
    if is_string(cursor.word):
        return read_string(cursor)
    if cursor.done or cursor.word in (",", "(", ")", "="):
        raise Unreadable(f"expected a value, found {cursor.word or 'the end'}")
    cursor.at += 1
    return cursor.tokens.text(cursor.at - 1).strip("`")


def read_count(cursor: Cursor) -> int | None:
    """Reads a number; None where a template or variable stands for it."""
    word = cursor.next()
    if word.isdecimal():
        return int(word)
    if word[:1] in "@:?%${":
        return None
    raise Unreadable(f"expected a number, found {word}")


@dataclass(slots=True)
class OnlineDraft:
    """ALGORITHM, LOCK, WAIT and NOWAIT as far as they have been read."""

    algorithm: str | None = None
    lock: str | None = None
    wait: int | None = None
    lock_span: Span | None = None

    def accept(self, cursor: Cursor) -> bool:
        """Steps over one of the clauses, and says whether one stood there."""
        word = cursor.word
        if word in ("ALGORITHM", "LOCK"):
            first = cursor.at
            cursor.at += 1
            cursor.accept("=")
            value = cursor.next()
            if value not in _ALGORITHMS and value not in _LOCKS and value[:1] not in "{$":
                raise Unreadable(f"unknown {word} {value}")
            if word == "LOCK":
                self.lock = value.lower()
                self.lock_span = cursor.span_from(first)
            else:
                self.algorithm = value.lower()
        elif word == "NOWAIT":
            cursor.at += 1
            self.wait = 0
        elif word == "WAIT":
            cursor.at += 1
            self.wait = read_count(cursor)
        else:
            return False
        return True

    def given_to(self, operations: Iterable[Operation]) -> tuple[Operation, ...]:
        """The operations with what has been read."""
        if self.algorithm is None and self.lock is None and self.wait is None:
            return tuple(operations)
        online = OnlineDdl(algorithm=self.algorithm, lock=self.lock, wait=self.wait, lock_span=self.lock_span)
        return tuple(replace(operation, online=online) for operation in operations)


_ALGORITHMS = ("DEFAULT", "COPY", "INPLACE", "NOCOPY", "INSTANT")
_LOCKS = ("DEFAULT", "NONE", "SHARED", "EXCLUSIVE")


def closed_group(cursor: Cursor) -> Cursor:
    """Steps over a bracketed group and returns a cursor over what is inside; raises Unreadable when it never closes."""
    inside = cursor.group()
    if cursor.tokens.words[inside.stop] != ")":
        raise Unreadable("a parenthesis is never closed")
    return inside


def read_position(cursor: Cursor) -> Position | None:
    """Reads FIRST or AFTER column, if it is there."""
    first = cursor.at
    if cursor.accept("FIRST"):
        return Position(span=cursor.span_from(first))
    if cursor.accept("AFTER"):
        after = cursor.identifier()
        return Position(span=cursor.span_from(first), after=after)
    return None


def keyword_as_name(cursor: Cursor) -> Identifier:
    """Steps over a word such as PRIMARY that stands where other statements have a name."""
    word = cursor.next()
    return Identifier(word, cursor.tokens.span(cursor.at - 1, cursor.at))


def read_account(cursor: Cursor) -> Identifier:
    """Reads 'user'@'host', user, CURRENT_USER or a role; the host belongs to the name where it is written."""
    first = cursor.at
    if is_string(cursor.word):
        name = text_of(cursor.next())
    elif cursor.sees_identifier():
        name = cursor.identifier().text
        if cursor.word == "(":
            cursor.group()
    elif cursor.word[:1] in ("@", "?", ":", "%", "$"):
        name = cursor.next()
    else:
        raise Unreadable(f"expected an account, found {cursor.word or 'the end'}")
    if cursor.accept("@"):
        host = text_of(cursor.next()) if is_string(cursor.word) else cursor.identifier().text
        name = f"{name}@{host}"
    elif cursor.word[:1] == "@" and len(cursor.word) > 1:
        name = f"{name}{cursor.next().replace('`', '')}"
    return Identifier(str(name), cursor.span_from(first))


def rest_of(cursor: Cursor) -> Span:
    """Steps over everything that is left, and returns where it stands."""
    span = cursor.span
    cursor.at = cursor.stop
    return span


def accept_definer(cursor: Cursor) -> str | None:
    """Reads DEFINER = account, if it is there."""
    if not cursor.accept("DEFINER"):
        return None
    cursor.expect("=")
    return read_account(cursor).text
