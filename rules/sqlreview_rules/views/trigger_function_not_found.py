"""views/trigger-function-not-found."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Migration, Rule, Severity
from sqlreview.schema.trigger_functions import missing_trigger_functions

_PAGES = "CREATE TABLE pages (id bigint PRIMARY KEY, title text);"


class TriggerFunctionNotFound(Rule[Migration]):
    """A trigger calls a function that is not defined before it.

    Why: PostgreSQL looks the function up when the trigger is created, and fails with error 42883.

    Instead: create the function first.
    """

    id = "views/trigger-function-not-found"
    sources = ("https://www.postgresql.org/docs/current/sql-createtrigger.html",)
    examples = (
        Bad(
            """
            CREATE TRIGGER touch BEFORE UPDATE ON pages FOR EACH ROW EXECUTE FUNCTION touch_page();
                                                                                      ^^^^^^^^^^
            CREATE FUNCTION touch_page() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
            """,
            given=_PAGES,
            sqlstate="42883",
        ),
        Good(
            """
            CREATE FUNCTION touch_page() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
            CREATE TRIGGER touch BEFORE UPDATE ON pages FOR EACH ROW EXECUTE FUNCTION touch_page();
            """,
            given=_PAGES,
        ),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports functions that the file creates too late, or that nothing creates."""
        operations = subject.operations
        for missing in missing_trigger_functions(operations, subject.before, context.catalog):
            at = subject.origins[missing.position].within(missing.name.span)
            if missing.comes_later:
                message = f"`{missing.name}` is created below, but the trigger needs it now."
                yield self.finding(at, message, severity=Severity.ERROR)
            else:
                yield self.finding(at, f"No migration up to here creates the function `{missing.name}`.")
