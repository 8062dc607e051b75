"""Values that a routine or DO block glues into the text of SQL it executes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from sqlreview.frozen import frozen
from sqlreview.operations.formatted_sql import Gap, gaps_of
from sqlreview.operations.routine_variables import (
    BEFORE_STATEMENT,
    Range,
    Variable,
    Variables,
    end_of,
    kind_of,
    name_at,
    variables_of,
    words,
)
from sqlreview.operations.routines import CreateRoutine, Do
from sqlreview.patterns import regex
from sqlreview.sql.bodies import body_text
from sqlreview.sql.cursor import Cursor, unquoted
from sqlreview.sql.engines import Engine
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Edit, Span

Position = Literal["quoted", "value", "identifier", "text"]
"""What the value is in the SQL: a string between quotes, a value without them, a name, or a piece of SQL."""


@frozen
class GluedValue:
    """A value that becomes part of SQL text as it is."""

    span: Span
    written: str
    position: Position
    edits: tuple[Edit, ...] = ()
    """What quotes it instead; empty where no small edit does."""


@frozen
class GluedText:
    """One expression that makes SQL text out of values."""

    values: tuple[GluedValue, ...]

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What quotes all its values; empty unless each has an edit."""
        return tuple(edit for value in self.values for edit in value.edits) if self._is_fixable else ()

    @property
    def _is_fixable(self) -> bool:
        return all(value.edits for value in self.values)


def glued_texts(operation: CreateRoutine | Do, sql: str, engine: Engine) -> Iterator[GluedText]:
    """The expressions of a body whose SQL is executed although values are concatenated into it unquoted."""
    body, tokens = operation.body, _tokens(operation, sql, engine)
    if body is None or tokens is None:
        return
    is_verbatim = engine.family == "mysql" or sql[body.start - 1 : body.start] == "$"
    arguments = operation.arguments if isinstance(operation, CreateRoutine) else ()
    search = _Search(tokens, variables_of(tokens, arguments), is_verbatim)
    for expression in _executed(tokens):
        yield from search.texts(expression)


def worked_out_texts(operation: CreateRoutine | Do, sql: str, engine: Engine) -> Iterator[Span]:
    """The expressions of a body whose SQL is executed although nobody knows it before: all but single strings."""
    tokens = _tokens(operation, sql, engine)
    if tokens is None:
        return
    for first, stop in _executed(tokens):
        if first < stop and not _is_text(tokens, *_unwrapped(tokens, first, stop)):
            yield tokens.span(first, stop)


def _tokens(operation: CreateRoutine | Do, sql: str, engine: Engine) -> Tokens | None:
    """The body, if it may execute text."""
    body = operation.body
    if body is None or operation.language not in ("plpgsql", "psm"):
        return None
    written = body.of(sql).upper()
    if "EXECUTE" not in written and "PREPARE" not in written:
        return None
    return Tokens(body_text(sql, body) if engine.family == "postgres" else sql, engine, body.start, body.end)


_INTRODUCING = BEFORE_STATEMENT | {"QUERY", "IN", "FOR"}
_NOT_DYNAMIC = frozenset({"FUNCTION", "PROCEDURE", "ON"})


def _executed(tokens: Tokens) -> Iterator[Range]:
    words = tokens.words
    for index, word in enumerate(words[:-1]):
        before = words[index - 1] if index else ""
        if tokens.engine.family == "mysql":
            is_immediate = word == "IMMEDIATE" and before == "EXECUTE"
            if is_immediate or (word == "FROM" and index > 1 and words[index - 2] == "PREPARE"):
                yield index + 1, end_of(tokens, index + 1, "USING")
        elif word == "EXECUTE" and before in _INTRODUCING and words[index + 1] not in _NOT_DYNAMIC:
            yield index + 1, end_of(tokens, index + 1, "USING", "INTO", "LOOP")


_TRANSPARENT = words(
    "COALESCE NULLIF LOWER UPPER TRIM BTRIM LTRIM RTRIM LEFT RIGHT SUBSTRING SUBSTR REPLACE INITCAP IFNULL "
    "ARRAY_TO_STRING CAST"
)
_GLUING = frozenset({"CONCAT", "CONCAT_WS"})
_NAMES = (
    r"FROM|INTO|UPDATE|TABLE|JOIN|INDEX|VIEW|SCHEMA|COLUMN|ROLE|USER|DATABASE|TRIGGER|SEQUENCE|FUNCTION|EXISTS|OF|ON|TO"
    r"|CONSTRAINT|CONCURRENTLY|GRANT|REVOKE|PARTITION|POLICY|TYPE|EXTENSION|TRUNCATE|RENAME|ONLY|DOMAIN|LISTEN|NOTIFY"
)
_NAME_BEFORE = regex(rf'(?i)(?:\b(?:{_NAMES})\s+(?:[\w".\0]++\s*,\s*)*+|["`.]|\w)\Z')
_VALUE_BEFORE = regex(r"(?i)(?:[=<>~]|\b(?:LIKE|ILIKE|LIMIT|OFFSET|VALUES\s*\(|IN\s*\(|BETWEEN))\s*\Z")
_TEMPLATE_BEFORE = regex(r"(?i)\(\s*+LIKE\s++\Z")
"""CREATE TABLE t (LIKE ..., which names a table."""
_TAIL = 300
"""How many characters before a value tell what it is."""


def position_in(before: str) -> Position:
    """What a value is that follows this SQL text; a value that stands in the text itself is written as NUL."""
    if before.count("'") % 2:
        return "quoted"
    tail = before[-_TAIL:]
    if _TEMPLATE_BEFORE.search(tail):
        return "identifier"
    if _VALUE_BEFORE.search(tail):
        return "value"
    return "identifier" if _NAME_BEFORE.search(tail) else "text"


@dataclass(slots=True)
class _Search:
    tokens: Tokens
    variables: Variables
    is_verbatim: bool
    seen: set[Range] = field(default_factory=set)
    waiting: list[Range] = field(default_factory=list)
    """Expressions of variables that are part of the SQL."""

    def texts(self, executed: Range) -> Iterator[GluedText]:
        """The gluing expressions behind one executed expression, those of its variables included."""
        self.waiting.append(executed)
        while self.waiting:
            expression = self.waiting.pop()
            if expression in self.seen or expression[0] >= expression[1]:
                continue
            self.seen.add(expression)
            whole = self._variable(*expression)
            if whole is not None:
                self.waiting += whole.assigned
                continue
            values = tuple(self._glued(*expression, [""]))
            if values:
                yield GluedText(values=values)

    def _glued(self, first: int, stop: int, before: list[str]) -> Iterator[GluedValue]:
        """The values in the parts between ||; `before` holds the SQL text up to here and grows."""
        first, stop = _unwrapped(self.tokens, first, stop)
        for start, end in _split(self.tokens, first, stop, "||"):
            yield from self._part(start, end, before)

    def _part(self, first: int, stop: int, before: list[str]) -> Iterator[GluedValue]:
        tokens = self.tokens
        if _is_text(tokens, first, stop):
            before[0] += "".join(_string(tokens.text(index)) for index in range(first, stop))
            return
        inner = _unwrapped(tokens, first, stop)
        if inner != (first, stop):
            yield from self._glued(*inner, before)
            return
        call = tokens.words[first] if tokens.words[first + 1] == "(" and tokens.close_of(first + 1) == stop - 1 else ""
        if call in _GLUING:
            for start, end in _split(tokens, first + 2, stop - 1, ","):
                yield from self._glued(start, end, before)
        elif call == "FORMAT" and tokens.engine.family == "postgres":
            yield from self._formatted(first + 2, stop - 1, before)
        else:
            yield from self._value(first, stop, before[0], self._quoting(first, stop, before[0]))
            before[0] += "\0"

    def _formatted(self, first: int, stop: int, before: list[str]) -> Iterator[GluedValue]:
        pattern, *arguments = _split(self.tokens, first, stop, ",")
        if not _is_text(self.tokens, *pattern):
            yield from self._glued(*pattern, before)
            return
        for gap in gaps_of(self.tokens, pattern):
            before[0] += gap.before
            if gap.argument < len(arguments) and gap.kind == "s":
                yield from self._value(*arguments[gap.argument], before[0], self._in_pattern(gap, before[0]))
            before[0] += "\0" if gap.kind else ""

    def _in_pattern(self, gap: Gap, before: str) -> tuple[Edit, ...]:
        return gap.edits(position_in(before)) if self.is_verbatim else ()

    def _value(self, first: int, stop: int, before: str, edits: tuple[Edit, ...]) -> Iterator[GluedValue]:
        position = position_in(before)
        if any(self._is_glued(start, end, position) for start, end in self._sources(first, stop)):
            span = self.tokens.span(first, stop)
            yield GluedValue(span=span, written=span.of(self.tokens.sql), position=position, edits=edits)

    def _sources(self, first: int, stop: int) -> Iterator[Range]:
        """The variables an expression passes through."""
        tokens = self.tokens
        first, stop = _unwrapped(tokens, first, stop)
        if tokens.words[stop - 2 : stop - 1] == ["::"] and stop - 2 > first:
            if kind_of(tokens.words[stop - 1]) == "text":
                yield from self._sources(first, stop - 2)
        elif tokens.words[first] in _TRANSPARENT and tokens.words[first + 1] == "(":
            for start, end in _split(tokens, first + 2, stop - 1, ","):
                if start < end:
                    yield from self._sources(start, end)
        else:
            yield first, stop

    def _is_glued(self, first: int, stop: int, position: Position) -> bool:
        if position == "quoted" and self.tokens.words[first : first + 2] in (["NEW", "."], ["OLD", "."]):
            return stop - first == 3  # a field of the row of a trigger
        variable = self._variable(first, stop)
        if variable is None or variable.is_checked or variable.kind == "plain":
            return False
        is_field = stop - first == 3 and self.tokens.words[first + 1] == "."
        if variable.assigned and not (variable.is_filled or self._is_copy(variable)):
            self.waiting += variable.assigned
            return False
        if not (variable.is_filled or self._is_copy(variable)):
            return False
        if position == "text":
            return variable.is_argument and variable.kind == "text"
        return position != "value" or (variable.kind == "text" and not is_field)

    def _is_copy(self, variable: Variable) -> bool:
        """Whether an argument is assigned to it as it is."""
        return any(
            source is not None and source.is_argument and source.kind == "text" and not source.is_checked
            for first, stop in variable.assigned
            for source in (self._variable(first, stop),)
        )

    def _variable(self, first: int, stop: int) -> Variable | None:
        """The variable an expression consists of: v, r.field or a[1]."""
        words = self.tokens.words
        is_one = stop - first == 1 or (stop - first == 3 and words[first + 1] == ".")
        is_element = words[first + 1] == "[" and self.tokens.close_of(first + 1) == stop - 1
        if not (is_one or is_element):
            return None
        return self.variables.get(name_at(self.tokens, first))

    def _quoting(self, first: int, stop: int, before: str) -> tuple[Edit, ...]:
        """The edits that put a value between || or commas into a quoting function."""
        position = position_in(before)
        is_postgres = self.tokens.engine.family == "postgres"
        if not self.is_verbatim or position == "text" or (position == "identifier" and not is_postgres):
            return ()
        function = {True: "quote_ident", False: "quote_literal" if is_postgres else "QUOTE"}[position == "identifier"]
        span = self.tokens.span(first, stop)
        wrap = (Edit.insert(span.start, f"{function}("), Edit.insert(span.end, ")"))
        if position == "value" or (position == "identifier" and before[-1:].isspace()):
            return () if position == "identifier" and self._continues(stop) else wrap
        outer = self._without_quotes(first, stop, '"' if position == "identifier" else "'")
        return (outer[0], *wrap, outer[1]) if outer else ()

    def _continues(self, stop: int) -> bool:
        """Whether the next piece of text goes on with the same name."""
        following = self.tokens.words[stop + 1 : stop + 2]
        return bool(following) and following[0][:1] == "'" and re.match(r"'[\w.]", following[0]) is not None

    def _without_quotes(self, first: int, stop: int, quote: str) -> tuple[Edit, Edit] | None:
        """The edits that take the quotes directly around a value from the texts before and after it."""
        tokens = self.tokens
        if first < 2 or stop + 1 >= len(tokens):
            return None
        left, right = tokens.text(first - 2), tokens.text(stop + 1)
        marks = [quote * 2 if text[:1] == "'" and quote == "'" else quote for text in (left, right)]
        if left[:1] not in "'\"" or not left[1:-1].endswith(marks[0]) or not right[1:-1].startswith(marks[1]):
            return None
        end, start = tokens.ends[first - 2] - 1, tokens.starts[stop + 1] + 1
        return Edit.delete(Span(end - len(marks[0]), end)), Edit.delete(Span(start, start + len(marks[1])))


def _string(written: str) -> str:
    return written[1:-1].replace('""', '"') if written[:1] == '"' else unquoted(written)


def _is_text(tokens: Tokens, first: int, stop: int) -> bool:
    is_mysql = tokens.engine.family == "mysql"
    quotes = ("'", "E'", "e'", '"') if is_mysql else ("'", "E'", "e'", "$")
    return first < stop and all(word.startswith(quotes) and not word[1:].isdigit() for word in tokens.words[first:stop])


def _unwrapped(tokens: Tokens, first: int, stop: int) -> Range:
    while first < stop and tokens.words[first] == "(" and tokens.close_of(first) == stop - 1:
        first, stop = first + 1, stop - 1
    return first, stop


def _split(tokens: Tokens, first: int, stop: int, separator: str) -> list[Range]:
    """The ranges between separators outside brackets."""
    cursor = Cursor(tokens, first, stop)
    ranges = []
    while True:
        cursor.skip_to(separator)
        ranges.append((first, cursor.at))
        if cursor.done:
            return ranges
        cursor.at += 1
        first = cursor.at
