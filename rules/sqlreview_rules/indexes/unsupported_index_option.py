"""indexes/unsupported-index-option."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, Span, regex
from sqlreview.operations import CreateIndex
from sqlreview.operations.written import space_before

_BUILT_IN = frozenset(("btree", "hash", "gin", "gist", "spgist", "brin"))
_SINGLE = frozenset(("hash", "spgist"))
_INCLUDE_SINCE = {"btree": 11, "gist": 12, "spgist": 14}
_ORDER = regex(r"(?i)\b(?:(?:ASC|DESC)\b(?:\s++NULLS\s++(?:FIRST|LAST)\b)?+|NULLS\s++(?:FIRST|LAST)\b)")


class UnsupportedIndexOption(Rule[CreateIndex]):
    """The index method does not support an option used with it.

    Why: PostgreSQL refuses the statement. Only btree has an order (ASC, DESC, NULLS FIRST) and can be unique; hash and
    spgist have one key column; INCLUDE is for btree, gist and spgist.

    Instead: leave the option out, or use btree.
    """

    id = "indexes/unsupported-index-option"
    severity = Severity.ERROR
    versions = "INCLUDE: btree postgres >= 11, gist >= 12, spgist >= 14"
    sources = ("https://www.postgresql.org/docs/current/index-api.html",)
    examples = (
        Bad(
            """
            CREATE INDEX CONCURRENTLY users_name_idx ON users USING hash (name DESC);
                                                                               ^^^^
            """,
            fixed="""
            CREATE INDEX CONCURRENTLY users_name_idx ON users USING hash (name);
            """,
            given=SHOP,
            sqlstate="0A000",
        ),
        Bad(
            """
            CREATE UNIQUE INDEX CONCURRENTLY users_name_idx ON users USING hash (name);
                                                                                 ^^^^
            """,
            given=SHOP,
            sqlstate="0A000",
        ),
        Good("CREATE UNIQUE INDEX CONCURRENTLY users_name_idx ON users (name DESC) INCLUDE (email);", given=SHOP),
        Good(
            """
            CREATE TABLE places (id bigint PRIMARY KEY, spot point, name text NOT NULL);
            CREATE INDEX places_spot_idx ON places USING gist (spot) INCLUDE (name);
            """
        ),
    )

    def check(self, subject: CreateIndex, context: Context) -> Iterator[Finding]:
        """Reports options PostgreSQL refuses for the method."""
        if subject.method == "btree" or not subject.keys:
            return
        if subject.unique:
            yield self._refused(subject, subject.keys[0].span, "unique indexes")
        if subject.method not in _BUILT_IN:
            return
        if subject.include and _INCLUDE_SINCE.get(subject.method, 99) > context.version:
            yield self._refused(subject, subject.include[0].span, "INCLUDE")
        if subject.method in _SINGLE and len(subject.keys) > 1:
            yield self._refused(subject, subject.keys[1].span, "several columns")
        for key in subject.keys:
            start = key.column.span.end if key.column else key.span.end
            found = _ORDER.search(context.text(Span(start, key.span.end)))
            if found:
                place = Span(start + found.start(), start + found.end())
                edit = Edit.delete(space_before(place, context.statement.text))
                yield self._refused(subject, place, "a sort order", Fix("Leave out the order", (edit,), FixKind.UNSAFE))

    def _refused(self, subject: CreateIndex, span: Span, what: str, *fixes: Fix) -> Finding:
        message = f"The method {subject.method} does not support {what}, so PostgreSQL refuses the index."
        return self.finding(span, message, *fixes)
