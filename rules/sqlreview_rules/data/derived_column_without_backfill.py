"""data/derived-column-without-backfill."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Related, Rule, Severity
from sqlreview.operations import Name
from sqlreview.schema import Column, Routine, Table

_PAGES = "CREATE TABLE pages (id bigint PRIMARY KEY, body text NOT NULL);\n"
_FUNCTION = """
            CREATE FUNCTION set_words() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN NEW.words := to_tsvector('english', NEW.body); RETURN NEW; END $$;
            CREATE TRIGGER pages_words BEFORE INSERT OR UPDATE ON pages FOR EACH ROW EXECUTE FUNCTION set_words();
"""


class DerivedColumnWithoutBackfill(Rule[Table]):
    """A trigger works a new column out from others, and the rows that were there before keep NULL.

    Why: the trigger runs for rows that are written from now on. Searches and sums over the column leave out all older
    rows, without an error.

    Instead: fill the column in batches after the trigger is in place, or make it a generated column.
    """

    id = "data/derived-column-without-backfill"
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/ddl-generated-columns.html",)
    examples = (
        Bad(
            f"""
            ALTER TABLE pages ADD COLUMN words tsvector;
                                         ^^^^^^^^^^^^^^
            {_FUNCTION.strip()}
            """,
            given=_PAGES,
        ),
        Good(
            f"""
            ALTER TABLE pages ADD COLUMN words tsvector;
            {_FUNCTION.strip()}
            UPDATE pages SET words = to_tsvector('english', body) WHERE id < 10000;
            """,
            given=_PAGES,
        ),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports columns that were added to a table in use, and that only a trigger of it fills."""
        for column in subject.columns:
            if not _is_bare(column) or column.origin.run == subject.origin.run or subject.partition_of:
                continue
            made = next((item for item in _functions(subject, context) if column.name in item.derived), None)
            if made is not None:
                message = f"The rows that `{subject.name}` has already keep NULL in `{column.name}`."
                related = (Related("This function works it out for rows to come.", made.origin),)
                yield self.finding(column.origin, message, related=related)


def _is_bare(column: Column) -> bool:
    is_given = column.default is not None or column.generated or column.identity or column.filled
    return not is_given and not column.not_null  # which it could not be, had nobody filled it


def _functions(table: Table, context: Context) -> Iterator[Routine]:
    """The functions of the triggers that run for its rows."""
    for trigger in table.triggers:
        schema, _, name = (trigger.function or "").rpartition(".")
        routine = context.catalog.routine(Name(schema or None, name, table.origin.span)) if name else None
        if routine is not None and routine.overloads == 1:
            yield routine
