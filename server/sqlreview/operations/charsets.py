"""Where statements of MySQL and MariaDB name character sets and collations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from sqlreview.frozen import frozen
from sqlreview.operations.columns import AddColumn, ModifyColumn
from sqlreview.operations.namespaces import CreateSchema
from sqlreview.operations.parts import ColumnDefinition
from sqlreview.operations.tables import ConvertCharset, CreateTable, SetTableOptions
from sqlreview.operations.written import defined_columns, words_of
from sqlreview.sql.cursor import Cursor, folded
from sqlreview.sql.engines import engine_of
from sqlreview.sql.tokens import Tokens
from sqlreview.text import Span

CharsetOperation = CreateTable | AddColumn | ModifyColumn | SetTableOptions | ConvertCharset | CreateSchema
"""What may name a character set."""

_MYSQL = engine_of("mysql")
_FIXED_WORDS = """
    token hash uuid guid ulid code iso key digest checksum sha md5 sha1 sha256 crc etag hex base64 ip mac currency
    country locale lang language signature fingerprint secret ascii
"""
_FIXED = frozenset(_FIXED_WORDS.split())


@frozen
class CharsetClause:
    """CHARACTER SET x, CHARSET=x or COLLATE x."""

    span: Span
    kind: Literal["charset", "collation"]
    name: str
    """In lower case."""
    name_span: Span

    @property
    def charset(self) -> str:
        """The character set it means; `utf8` is `utf8mb3` as the servers know it."""
        name = self.name.partition("_")[0]
        return "utf8mb3" if name == "utf8" else name


def column_charset(column: ColumnDefinition, sql: str) -> tuple[CharsetClause, ...]:
    """The clauses of a column."""
    if column.type is None or (column.type.charset is None and column.collation is None):
        return ()
    return tuple(_clauses(Cursor(Tokens(sql, _MYSQL, column.span.start, column.span.end))))


def table_charset(operation: CharsetOperation, sql: str) -> tuple[CharsetClause, ...]:
    """The clauses that stand for a whole table or database."""
    span = operation.span
    if isinstance(operation, AddColumn | ModifyColumn):
        return ()
    if isinstance(operation, CreateTable):
        if not any(name in ("charset", "collate") for name, _ in operation.options):
            return ()
        end = operation.as_query.start if operation.as_query else span.end
        span = Span(operation.elements.end if operation.elements else span.start, end)
    return tuple(_clauses(Cursor(Tokens(sql, _MYSQL, span.start, span.end))))


def charset_columns(operation: CharsetOperation) -> tuple[ColumnDefinition, ...]:
    """The columns an operation defines."""
    return defined_columns(operation) if isinstance(operation, CreateTable | AddColumn | ModifyColumn) else ()


def is_fixed_format(column: ColumnDefinition) -> bool:
    """Whether a column by its name holds codes, hashes or the like, which are written in a few known letters."""
    return not _FIXED.isdisjoint(words_of(column.name.text))


def _clauses(cursor: Cursor) -> Iterator[CharsetClause]:
    while not cursor.done:
        first = cursor.at
        if cursor.accept("CHARACTER", "SET") or cursor.accept("CHAR", "SET") or cursor.accept("CHARSET"):
            yield from _named(cursor, first, "charset")
        elif cursor.accept("COLLATE"):
            yield from _named(cursor, first, "collation")
        else:
            cursor.skip()


def _named(cursor: Cursor, first: int, kind: Literal["charset", "collation"]) -> Iterator[CharsetClause]:
    cursor.accept("=")
    if not cursor.done:
        tokens, at = cursor.tokens, cursor.at
        cursor.at += 1
        name = folded(tokens.text(at), _MYSQL).lower()
        yield CharsetClause(span=cursor.span_from(first), kind=kind, name=name, name_span=tokens.span(at, at + 1))
