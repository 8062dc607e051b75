"""queries/update-from-unjoined."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.queries import Delete, Source, Update
from sqlreview.queries.edits import with_condition
from sqlreview.schema.joins import foreign_key_condition, is_read, unconnected_sources

_SHELVES = """
CREATE TABLE shelves (id bigint PRIMARY KEY, floor integer NOT NULL);
CREATE TABLE books (
    id bigint PRIMARY KEY,
    shelf_id bigint NOT NULL REFERENCES shelves (id),
    floor integer
);
CREATE INDEX books_shelf_id_idx ON books (shelf_id);
"""


class UpdateFromUnjoined(Rule[Update | Delete]):
    """The extra relation of the UPDATE or DELETE is not tied to the target, so every target row matches.

    Why: without a condition between them every row of the target is changed, with the values of whichever source row
    comes first.

    Instead: tie both together in WHERE, `WHERE s.id = b.shelf_id`.
    """

    id = "queries/update-from-unjoined"
    engines = EVERY_ENGINE
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/sql-update.html",)
    examples = (
        Bad(
            """
            UPDATE books AS b SET floor = s.floor FROM shelves AS s;
                                                       ^^^^^^^^^^^^
            """,
            fixed="""
            UPDATE books AS b SET floor = s.floor FROM shelves AS s WHERE b.shelf_id = s.id;
            """,
            given=_SHELVES,
        ),
        Bad(
            """
            DELETE FROM books USING shelves WHERE shelves.floor = 3;
                                    ^^^^^^^
            """,
            fixed="""
            DELETE FROM books USING shelves WHERE shelves.floor = 3 AND books.shelf_id = shelves.id;
            """,
            given=_SHELVES,
        ),
        Good(
            "UPDATE books AS b SET floor = s.floor FROM shelves AS s WHERE s.id = b.shelf_id AND b.id = $1;",
            given=_SHELVES,
        ),
        Good(
            """
            UPDATE books SET floor = top.floor FROM (SELECT max(floor) AS floor FROM shelves) AS top
            WHERE books.id = $1;
            """,
            given=_SHELVES,
        ),
    )

    def check(self, subject: Update | Delete, context: Context) -> Iterator[Finding]:
        """Reports relations of FROM and USING that nothing connects with the target."""
        target = subject.target.name
        verb = "changed" if isinstance(subject, Update) else "deleted"
        for source in unconnected_sources(subject, context.catalog):
            if source.join == "cross" or (subject.where and not is_read(source, subject, context.catalog)):
                continue
            message = f"Nothing ties {source.described} to `{target}`, so every row that WHERE leaves is {verb}."
            yield self.finding(source.span, message, *_fixes(source, subject, context))


def _fixes(source: Source, query: Update | Delete, context: Context) -> Iterator[Fix]:
    condition = foreign_key_condition(query.target, source, context.catalog)
    if condition:
        yield Fix("Tie them by the foreign key", with_condition(query, condition), FixKind.GUIDANCE)
