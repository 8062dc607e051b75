"""Finds the tables and views a query reads, from its tokens alone."""

from __future__ import annotations

from dataclasses import dataclass

from sqlreview.sql.cursor import Cursor, Name, Unreadable

_FROM_ENDS = frozenset(
    {"WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "OFFSET", "FETCH", "FOR", "UNION", "INTERSECT", "EXCEPT"}
)
_SET_OPERATIONS = frozenset({"UNION", "INTERSECT", "EXCEPT", "ALL", "DISTINCT", "("})


@dataclass(slots=True)
class _Level:
    """One bracket depth: whether it holds a query of its own, stands in FROM, and waits for a FROM item."""

    query: bool
    in_from: bool = False
    waiting: bool = False
    stop: int = 0


@dataclass(frozen=True, slots=True)
class _Common:
    """The token range in which the name of a WITH query hides tables."""

    start: int
    stop: int


def relations_read(cursor: Cursor, recursive_name: str | None = None) -> tuple[Name, ...]:
    """Tables and views that the query under the cursor reads, each once, without its WITH queries and functions."""
    reader = _RelationReader(cursor)
    if recursive_name is not None:
        reader.common[recursive_name] = [_Common(0, cursor.stop)]
    reader.run()
    return reader.relations()


class _RelationReader:
    """Walks once over the tokens; brackets make levels, and every level knows whether it stands in FROM."""

    __slots__ = ("common", "cursor", "found", "levels")

    def __init__(self, cursor: Cursor) -> None:
        self.cursor = Cursor(cursor.tokens, cursor.at, cursor.stop)
        self.found: list[tuple[int, Name]] = []
        self.common: dict[str, list[_Common]] = {}
        self.levels = [_Level(query=True, stop=cursor.stop)]

    def relations(self) -> tuple[Name, ...]:
        """What was found, in order."""
        visible = (name for at, name in self.found if not self._is_common(at, name))
        return tuple(dict.fromkeys(visible))

    def _is_common(self, at: int, name: Name) -> bool:
        return name.schema is None and any(
            common.start <= at < common.stop for common in self.common.get(name.text, ())
        )

    def run(self) -> None:
        """Reads everything."""
        cursor = self.cursor
        if cursor.word == "WITH":
            self._note_common()
        while not cursor.done:
            word = cursor.word
            if word == "(":
                self._open()
            elif word == ")":
                if len(self.levels) > 1:
                    self.levels.pop()
                cursor.at += 1
            elif self.levels[-1].waiting:
                self._read_item()
            else:
                self._follow(word)

    def _open(self) -> None:
        cursor, outer = self.cursor, self.levels[-1]
        close = min(cursor.tokens.close_of(cursor.at), cursor.stop)
        inside = _Level(query=False, in_from=outer.waiting, waiting=outer.waiting, stop=close)
        outer.waiting = False
        self.levels.append(inside)
        cursor.at += 1
        if cursor.word in ("SELECT", "VALUES", "WITH"):
            inside.query, inside.in_from, inside.waiting = True, False, False
        if cursor.word == "WITH":
            self._note_common()

    def _follow(self, word: str) -> None:
        level, cursor = self.levels[-1], self.cursor
        match word:
            case "SELECT":
                level.query, level.in_from = True, False
            case "FROM" if level.query and not self._is_comparison():
                level.in_from = level.waiting = True
            case "JOIN" | "," if level.in_from:
                level.waiting = True
            case "TABLE" if self._begins_query():
                level.query = level.waiting = True
            case _ if word in _FROM_ENDS:
                level.in_from = False
        cursor.at += 1

    def _is_comparison(self) -> bool:
        """Whether FROM belongs to IS [NOT] DISTINCT FROM."""
        words, at = self.cursor.tokens.words, self.cursor.at
        return at > 1 and words[at - 1] == "DISTINCT" and words[at - 2] in ("IS", "NOT")

    def _begins_query(self) -> bool:
        words, at = self.cursor.tokens.words, self.cursor.at
        return at == 0 or words[at - 1] in _SET_OPERATIONS or words[at - 1] == "AS"

    def _read_item(self) -> None:
        level, cursor = self.levels[-1], self.cursor
        if cursor.accept_any("ONLY", "LATERAL"):
            return
        level.waiting = False
        if cursor.sees("ROWS", "FROM", "("):
            cursor.at += 2
            return
        if not cursor.sees_identifier():
            return
        at = cursor.at
        try:
            name = cursor.name()
        except Unreadable:
            return
        if cursor.word != "(":
            self.found.append((at, name))

    def _note_common(self) -> None:
        """Notes the names of a WITH clause without leaving its first word."""
        ahead = Cursor(self.cursor.tokens, self.cursor.at + 1, self.levels[-1].stop)
        recursive = ahead.accept("RECURSIVE")
        while ahead.sees_identifier():
            name = ahead.identifier().text
            if not ahead.skip_to("AS"):
                return
            ahead.skip_to("(")
            body = ahead.at
            ahead.at = min(ahead.tokens.close_of(body) + 1, ahead.stop)
            start = self.cursor.at if recursive else ahead.at
            self.common.setdefault(name, []).append(_Common(start, self.levels[-1].stop))
            if not ahead.skip_to(",", "SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "VALUES", "TABLE", "("):
                return
            if not ahead.accept(","):
                return
