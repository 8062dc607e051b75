"""queries/row-by-row-dml."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Edit, Finding, Fix, Good, Migration, Rule, Severity, Span
from sqlreview.operations import WriteRows
from sqlreview.operations.written import words_of
from sqlreview.queries.single_rows import SingleRow, single_row

_TAGS = "CREATE TABLE tags (id bigint PRIMARY KEY);"
_DATA = frozenset(
    ("seed", "seeds", "fixture", "fixtures", "dump", "sample", "demo", "test", "tests", "testdata", "data")
)


class RowByRowDml(Rule[Migration]):
    """Many statements of one row do what one statement can do.

    Why: each is parsed, planned and, outside a transaction, written to disk for itself; a hundred rows in one statement
    take little longer than one.

    Instead: one INSERT with all rows.
    """

    id = "queries/row-by-row-dml"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            INSERT INTO tags (id) VALUES (1);
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            INSERT INTO tags (id) VALUES (2);
            INSERT INTO tags (id) VALUES (3);
            INSERT INTO tags (id) VALUES (4);
            INSERT INTO tags (id) VALUES (5);
            """,
            fixed="""
            INSERT INTO tags (id) VALUES (1), (2), (3), (4), (5);
            """,
            given=_TAGS,
        ),
        Good("INSERT INTO tags (id) VALUES (1), (2), (3), (4), (5);", given=_TAGS),
    )

    shortest: int = 5
    """How many statements in a row are too many."""

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports runs of such statements where they begin; files of test data and dumps are made that way."""
        if not _DATA.isdisjoint(words_of(context.place)) or "database dump" in subject.text[:400].lower():
            return
        run: list[tuple[int, SingleRow]] = []
        for place, operation in subject.operations(WriteRows):
            row = _row_at(place, subject) if operation.kind in ("insert", "replace") else None
            if row and run and (run[-1][0] != place - 1 or run[-1][1].likeness != row.likeness):
                yield from self._reported(run, subject, context)
                run = []
            if row:
                run.append((place, row))
        yield from self._reported(run, subject, context)

    def _reported(self, run: list[tuple[int, SingleRow]], migration: Migration, context: Context) -> Iterator[Finding]:
        if len(run) < self.shortest:
            return
        first, row = run[0]
        table = context.catalog.table(row.table)
        if table is None or all(key.referenced != table.key for key in table.foreign_keys):
            message = f"{len(run)} statements insert one row each into `{row.table.text}`."
            yield self.finding(migration.origins[first], message, *_fixes(run, migration))


def _row_at(place: int, migration: Migration) -> SingleRow | None:
    statement = migration.statements[place]
    return single_row(statement.queries, statement.text)


def _fixes(run: list[tuple[int, SingleRow]], migration: Migration) -> Iterator[Fix]:
    start = migration.starts[run[0][0]]
    edits = []
    for place, row in run[1:]:
        end = migration.starts[place - 1] + len(migration.statements[place - 1].text)
        gap = Span(end, migration.starts[place] + row.row_start)
        head = migration.statements[place].text[: row.row_start]
        if migration.text[end : migration.starts[place]].strip() != ";" or "--" in head or "/*" in head:
            return
        edits.append(Edit.replace(Span(gap.start - start, gap.end - start), ", "))
    if all(row.is_plain for _, row in run):
        yield Fix("Insert all rows at once", tuple(edits))
