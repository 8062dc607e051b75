"""Finds the static SQL statements in the bodies of functions and DO blocks."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.sql.engines import Engine
from sqlreview.sql.masks import body_text, masked_for_parser, readable
from sqlreview.sql.source import BodyStatement, Kind
from sqlreview.sql.statements import split_statements
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

__all__ = ["BodyStatement", "body_text", "masked_for_parser", "readable", "static_statements"]


def static_statements(sql: str, body: Span, language: str, engine: Engine) -> tuple[BodyStatement, ...]:
    """The static statements of a body in order; `sql` is `body_text(sql, body)` if the body is quoted.

    Assignments, conditions and EXECUTE of more than a plain literal are left out; languages other than sql, plpgsql and
    psm have none. In MySQL and SQLite, where bodies are no strings, it is where statements may stand that is read.
    """
    if engine.family != "postgres":
        from sqlreview.sql.psm import psm_statements  # most projects have PostgreSQL alone

        return psm_statements(Tokens(sql, engine, body.start, body.end))
    match language.lower():
        case "plpgsql":
            return tuple(_Walk(Tokens(sql, engine, body.start, body.end)).statements())
        case "sql":
            tokens = Tokens(sql, engine, body.start, body.end)
            if tokens.words[0] == "RETURN" and len(tokens) > 1:
                return (BodyStatement(tokens.span(0, len(tokens)), "return", (tokens.span(0, 1),)),)
            if tokens.words[:2] == ["BEGIN", "ATOMIC"]:
                return tuple(_atomic(tokens))
            found = split_statements(body.of(sql), engine)
            return tuple(BodyStatement(Span(item.start, item.end).shifted(body.start), "sql") for item in found)
        case _:
            return ()


def _atomic(tokens: Tokens) -> Iterator[BodyStatement]:
    """The statements between BEGIN ATOMIC and END."""
    first, cases = 2, 0
    for index in range(2, len(tokens)):
        word = tokens.words[index]
        if word == "CASE":
            cases += 1
        elif word == "END" and cases:
            cases -= 1
        elif word in (";", "END"):
            if index > first:
                masked = (tokens.span(first, first + 1),) if tokens.words[first] == "RETURN" else ()
                yield BodyStatement(tokens.span(first, index), "return" if masked else "sql", masked)
            first = index + 1
            if word == "END":
                return


_QUERIES = frozenset({"SELECT", "WITH", "INSERT", "UPDATE", "DELETE", "MERGE", "VALUES", "TABLE", "("})
_COMMANDS = _QUERIES | frozenset(
    {
        *("CREATE", "ALTER", "DROP", "TRUNCATE", "COMMENT", "GRANT", "REVOKE", "LOCK", "SET", "RESET", "ANALYZE"),
        *(
            "VACUUM",
            "REFRESH",
            "REINDEX",
            "CLUSTER",
            "NOTIFY",
            "LISTEN",
            "UNLISTEN",
            "CALL",
            "COPY",
            "IMPORT",
            "SECURITY",
        ),
        *("REASSIGN", "DISCARD", "PREPARE", "DEALLOCATE", "DO", "COMMIT", "ROLLBACK", "SAVEPOINT", "CHECKPOINT"),
    }
)
_ASSIGNMENTS = frozenset({":=", "=", ".", "["})


class _Walk:
    """Goes through the statements of a PL/pgSQL body, keeping the open blocks."""

    __slots__ = ("at", "blocks", "tokens", "words")

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.words = tokens.words
        self.at = 0
        self.blocks: list[str] = []

    def statements(self) -> Iterator[BodyStatement]:
        while self.at < len(self.tokens):
            before = self.at
            if not self._structure():
                yield from self._statement()
            self.at = max(self.at, before + 1)

    def _structure(self) -> bool:
        """Steps over a word that opens, divides or closes a block, and says whether one stood here."""
        match self.words[self.at]:
            case "BEGIN":
                self.blocks.append("block")
                self.at += 1
            case "IF" | "WHILE":
                self.blocks.append(self.words[self.at])
                self._skip_past("THEN" if self.words[self.at] == "IF" else "LOOP")
            case "ELSIF" | "ELSEIF" | "WHEN":
                self._skip_past("THEN")
            case "ELSE" | ";":
                self.at += 1
            case "LOOP":
                self.blocks.append("LOOP")
                self.at += 1
            case "CASE":
                self.blocks.append("CASE")
                self._skip_to("WHEN")
            case _:
                return self._boundary()
        return True

    def _boundary(self) -> bool:
        match self.words[self.at]:
            case "EXCEPTION":
                if self.blocks:
                    self.blocks[-1] = "handler"
                self.at += 1
            case "END":
                if self.blocks:
                    self.blocks.pop()
                self._skip_past(";")
            case "<<":
                self.at += 3 if self.words[self.at + 1 : self.at + 3][-1:] == [">>"] else 1
            case "#":
                self.at += 3
            case _:
                return False
        return True

    def _statement(self) -> Iterator[BodyStatement]:
        first = self.at
        match self.words[first]:
            case "DECLARE":
                self.at += 1
                yield from self._declarations()
            case "FOR" | "FOREACH":
                yield from self._loop()
            case "PERFORM":
                end = self._skip_past(";")
                if end > first + 1:
                    yield self._found(first, end, "perform", (self.tokens.span(first, first + 1),))
            case "RETURN":
                end = self._skip_past(";")
                if self.words[first + 1] == "QUERY":
                    yield from self._query(first + 2, end, "return query")
            case "OPEN":
                end = self._skip_past(";")
                yield from self._query(self._after("FOR", first, end), end, "open")
            case "EXECUTE":
                yield from self._execute(first)
            case word if word in _COMMANDS and self.words[first + 1] not in _ASSIGNMENTS:
                end = self._skip_past(";")
                yield self._found(first, end, "sql", tuple(self._targets(first, end)))
            case _:
                self._skip_past(";")

    def _execute(self, first: int) -> Iterator[BodyStatement]:
        """The statement of EXECUTE, where it is a literal and nothing follows."""
        literal = self._literal(first + 1) if self._skip_past(";") == first + 2 else None
        if literal is not None:
            yield BodyStatement(literal, "sql", (), any(block != "block" for block in self.blocks))

    def _literal(self, index: int) -> Span | None:
        """The one statement a plain literal holds; None for anything that cannot be read where it stands."""
        word, start = self.words[index], self.tokens.starts[index]
        quote = word[: word.find("$", 1) + 1] if word[:1] == "$" else "'"
        inside = word[len(quote) : -len(quote)].rstrip().removesuffix(";")
        if not word.startswith(quote) or not inside or "'" in inside or ";" in inside:
            return None
        return Span(start + len(quote), start + len(quote) + len(inside))

    def _declarations(self) -> Iterator[BodyStatement]:
        while self.at < len(self.tokens) and self.words[self.at] != "BEGIN":
            first = self.at
            end = self._skip_past(";")
            if "CURSOR" in self.words[first:end][1:4]:
                start = self._after("FOR", first, end)
                yield from self._query(start if start < end else self._after("IS", first, end), end, "cursor")

    def _loop(self) -> Iterator[BodyStatement]:
        first = self.at
        end = self._skip_past("LOOP")
        if self.words[first] == "FOR":
            yield from self._query(self._after("IN", first, end), end, "for")
        self.blocks.append("LOOP")

    def _query(self, first: int, end: int, kind: Kind) -> Iterator[BodyStatement]:
        """The query between two tokens, unless it is dynamic, a range of numbers or a cursor."""
        if first >= end or self.words[first] not in _QUERIES:
            return
        if self.words[first] == "(" and (self.words[first + 1] not in _QUERIES or ".." in self.words[first:end]):
            return
        yield self._found(first, end, kind, ())

    def _found(self, first: int, end: int, kind: Kind, masked: tuple[Span, ...]) -> BodyStatement:
        conditional = any(block != "block" for block in self.blocks)
        return BodyStatement(self.tokens.span(first, end), kind, masked, conditional)

    def _targets(self, first: int, end: int) -> Iterator[Span]:
        """INTO [STRICT] and the variables after it, which make no table here."""
        if self.words[first] not in _QUERIES:
            return
        depth = 0
        for index in range(first, end):
            word = self.words[index]
            depth += (word in ("(", "[")) - (word in (")", "]"))
            if word == "INTO" and depth == 0 and self.words[index - 1] not in ("INSERT", "MERGE"):
                yield self.tokens.span(index, self._targets_end(index + 1, end))

    def _targets_end(self, index: int, end: int) -> int:
        """The token after a list of variables: `STRICT a, b.c, d[1]`."""
        if self.words[index] == "STRICT":
            index += 1
        index += 1
        while index < end:
            match self.words[index]:
                case "." | ",":
                    index += 2
                case "[":
                    index = self.tokens.close_of(index) + 1
                case _:
                    break
        return min(index, end)

    def _after(self, word: str, first: int, end: int) -> int:
        """Index after the first `word` between two tokens; `end` without one."""
        try:
            return self.words.index(word, first, end) + 1
        except ValueError:
            return end

    def _skip_to(self, word: str) -> int:
        """Moves to `word` or the end, over CASE ... END; a semicolon ends the search as well."""
        cases = 0
        index = self.at + 1
        while index < len(self.tokens):
            found = self.words[index]
            if found == ";" or (found == word and not cases):
                break
            cases += (found == "CASE") - (found == "END" and cases > 0)
            index += 1
        self.at = index
        return index

    def _skip_past(self, word: str) -> int:
        """Like _skip_to, but moves over the word; returns where it stands."""
        if self.words[self.at] == word:
            self.at += 1
            return self.at - 1
        end = self._skip_to(word)
        self.at = end + 1
        return end
