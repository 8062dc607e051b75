"""The text of a MySQL or SQLite query as sqlglot can parse it, every word in its place."""

from __future__ import annotations

from collections.abc import Callable

from sqlreview.queries.parameters import is_template
from sqlreview.queries.vocabulary import words_of
from sqlreview.sql.tokens import Tokens

_WRITE_MODIFIERS = ("LOW_PRIORITY", "HIGH_PRIORITY", "DELAYED", "QUICK", "IGNORE")
_SELECT_MODIFIERS = words_of(
    "HIGH_PRIORITY STRAIGHT_JOIN SQL_SMALL_RESULT SQL_BIG_RESULT SQL_BUFFER_RESULT SQL_NO_CACHE SQL_CACHE "
    "SQL_CALC_FOUND_ROWS"
)
_AFTER_INTO = words_of("INTO FROM WHERE GROUP HAVING ORDER LIMIT FOR LOCK UNION")
_RESOLUTIONS = ("ROLLBACK", "ABORT", "FAIL", "IGNORE", "REPLACE")


def text_for_parser(tokens: Tokens) -> str:
    """The query without comments and without the clauses sqlglot does not know, each of the same length.

    Only which words are columns is asked of sqlglot, so a statement it cannot read may stand there as another one.
    """
    pieces = [_piece(tokens, index) for index in range(len(tokens))]
    for index, word in enumerate(tokens.words[:-1]):
        rewrite = _REWRITES.get(word)
        if rewrite is not None:
            rewrite(tokens, index, pieces)
    origin = tokens.starts[0]
    text: list[str] = []
    position = origin
    for start, end, piece in zip(tokens.starts, tokens.ends, pieces, strict=False):
        text += (" " * (start - position), piece[: end - start].ljust(end - start))
        position = end
    return "".join(text)


def _piece(tokens: Tokens, index: int) -> str:
    word, written = tokens.words[index], tokens.text(index)
    if is_template(word):
        return "t" + "_" * (len(written) - 1)
    if word[:1] == "?" or (word[:1] == "$" and word[1:].isidentifier()) or word == "%s" or word[:2] == "%(":
        return "?"
    if word[:1] == '"' and written[:1] == "'":
        return word
    if "\\" in written and written[-1:] in ("'", '"'):
        return "'" + "x" * (len(written) - 2) + "'"
    return written


def _blank(pieces: list[str], first: int, stop: int) -> None:
    for index in range(first, min(stop, len(pieces))):
        pieces[index] = ""


def _write(tokens: Tokens, index: int, pieces: list[str]) -> None:
    words = tokens.words
    if index and words[index - 1] not in (")", ";"):
        return  # a function or a word of another clause
    if words[index] == "REPLACE":
        if words[index + 1] == "(":
            return
        pieces[index] = "INSERT"
    at = index + 1
    if words[at] == "OR" and words[at + 1] in _RESOLUTIONS:
        _blank(pieces, at, at + 2)
    while words[at] in _WRITE_MODIFIERS and words[at + 1] not in ("", "."):
        _blank(pieces, at, at + 1)
        at += 1
    if words[index] == "DELETE":
        _delete(tokens, index, at, pieces)


def _delete(tokens: Tokens, index: int, at: int, pieces: list[str]) -> None:
    """DELETE of several tables stands there as SELECT 1 FROM the joined ones."""
    words, stop = tokens.words, len(tokens)
    if words[at] != "FROM":
        end = next((place for place in range(at, stop) if words[place] == "FROM"), stop)
        if end < stop:
            _blank(pieces, at, end)
            pieces[index], pieces[at] = "SELECT", "1"
        return
    using = next((place for place in range(at, stop) if words[place] in ("USING", "WHERE", "JOIN")), stop)
    if using < stop and words[using] == "USING" and tokens.engine.family == "mysql":
        _blank(pieces, at, using)
        pieces[index], pieces[at], pieces[using] = "SELECT", "1", "FROM"


def _select(tokens: Tokens, index: int, pieces: list[str]) -> None:
    words = tokens.words
    at = index + 1
    while words[at] in _SELECT_MODIFIERS or words[at] in ("ALL", "DISTINCT", "DISTINCTROW"):
        if words[at] in _SELECT_MODIFIERS or words[at] == "DISTINCTROW":
            _blank(pieces, at, at + 1)
        at += 1


def _into(tokens: Tokens, index: int, pieces: list[str]) -> None:
    """INTO @variable, INTO OUTFILE 'file' ..., INTO DUMPFILE 'file'."""
    words = tokens.words
    if not words[index + 1].startswith("@") and words[index + 1] not in ("OUTFILE", "DUMPFILE"):
        return
    end = index + 1
    while end < len(tokens) and words[end] not in _AFTER_INTO:
        end += 1
    _blank(pieces, index, end)


def _indexed(tokens: Tokens, index: int, pieces: list[str]) -> None:
    words = tokens.words
    if words[index + 1] == "BY":
        _blank(pieces, index, index + 3)
    elif words[index - 1] == "NOT":
        _blank(pieces, index - 1, index + 1)


def _cast(tokens: Tokens, index: int, pieces: list[str]) -> None:
    if tokens.words[index + 1] != "(" or tokens.engine.family != "sqlite":
        return
    close = tokens.close_of(index + 1)
    mark = next((place for place in range(close - 1, index, -1) if tokens.words[place] == "AS"), close)
    if mark + 1 < close:
        _blank(pieces, mark + 1, close)
        pieces[mark + 1] = "INT"


def _conflict(tokens: Tokens, index: int, pieces: list[str]) -> None:
    """A second ON CONFLICT, of which sqlglot knows one."""
    words = tokens.words
    is_second = words[index - 1] == "ON" and words.index("CONFLICT") < index
    if is_second and words[index + 1 : index + 3] == ["DO", "NOTHING"]:
        _blank(pieces, index - 1, index + 3)


def _partition(tokens: Tokens, index: int, pieces: list[str]) -> None:
    """PARTITION (p0, p1) of a table; windows say PARTITION BY."""
    if tokens.words[index + 1] == "(":
        _blank(pieces, index, tokens.close_of(index + 1) + 1)


_AFTER_GROUP = words_of("HAVING ORDER LIMIT FOR WINDOW UNION INTERSECT EXCEPT WITH ) LOCK INTO")


def _group(tokens: Tokens, index: int, pieces: list[str]) -> None:
    """GROUP BY a ASC of MySQL 5.7."""
    if tokens.words[index + 1] != "BY":
        return
    at = index + 2
    while at < len(tokens) and tokens.words[at] not in _AFTER_GROUP:
        if tokens.words[at] in ("ASC", "DESC"):
            pieces[at] = ""
        at = tokens.close_of(at) + 1 if tokens.words[at] == "(" else at + 1


_AFTER_SYSTEM_TIME = words_of(
    "AS WHERE JOIN LEFT RIGHT INNER CROSS NATURAL STRAIGHT_JOIN ON USING , ) GROUP HAVING ORDER LIMIT FOR UNION ;"
)


def end_of_system_time(tokens: Tokens, index: int) -> int:
    """The token behind FOR SYSTEM_TIME ..., the old rows of a table of MariaDB, which begins at a token; else that."""
    words = tokens.words
    if words[index] != "FOR" or words[index + 1] != "SYSTEM_TIME":
        return index
    at = index + 2
    at += 2 if words[at] == "AS" and words[at + 1] == "OF" else 0
    while at < len(tokens) and words[at] not in _AFTER_SYSTEM_TIME:
        at = tokens.close_of(at) + 1 if words[at] == "(" else at + 1
    return min(at, len(tokens))


def _system_time(tokens: Tokens, index: int, pieces: list[str]) -> None:
    _blank(pieces, index, end_of_system_time(tokens, index))


def _offset(tokens: Tokens, index: int, pieces: list[str]) -> None:
    """OFFSET of a DELETE or UPDATE of SQLite."""
    if tokens.words[0] in ("DELETE", "UPDATE") and index + 1 < len(tokens):
        _blank(pieces, index, index + 2)


def _default(tokens: Tokens, index: int, pieces: list[str]) -> None:
    """DEFAULT(column), the function of MySQL."""
    if tokens.words[index + 1] == "(":
        pieces[index] = "f"


def _raise(tokens: Tokens, index: int, pieces: list[str]) -> None:
    """RAISE (ABORT, 'message') of triggers, whose first word is no column."""
    if tokens.words[index + 1] == "(" and index + 2 < len(tokens):
        pieces[index + 2] = "1"


def _json_table(tokens: Tokens, index: int, pieces: list[str]) -> None:
    if tokens.words[index + 1] != "(":
        return
    close = tokens.close_of(index + 1)
    depth = 0
    for place in range(index + 2, close):
        word = tokens.words[place]
        depth += (word == "(") - (word == ")")
        if word == "," and depth == 0:
            _blank(pieces, place, close)
            return


_REWRITES: dict[str, Callable[[Tokens, int, list[str]], None]] = {
    "INSERT": _write,
    "REPLACE": _write,
    "UPDATE": _write,
    "DELETE": _write,
    "SELECT": _select,
    "INTO": _into,
    "INDEXED": _indexed,
    "CAST": _cast,
    "CONFLICT": _conflict,
    "JSON_TABLE": _json_table,
    "PARTITION": _partition,
    "OFFSET": _offset,
    "RAISE": _raise,
    "GROUP": _group,
    "FOR": _system_time,
    "DEFAULT": _default,
}
