"""views/execute-procedure-trigger."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, Good, Rule, Severity, Span
from sqlreview.operations import CreateTrigger

_PAGES = """
CREATE TABLE pages (id bigint PRIMARY KEY);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
"""
_WORD = "PROCEDURE"


class ExecuteProcedureTrigger(Rule[CreateTrigger]):
    """EXECUTE PROCEDURE is the old spelling for trigger functions.

    Why: what is called is a function. Since PostgreSQL 11 there are procedures, which a trigger cannot call.

    Instead: `EXECUTE FUNCTION`.
    """

    id = "views/execute-procedure-trigger"
    severity = Severity.HINT
    versions = "postgres >= 11"
    sources = ("https://www.postgresql.org/docs/current/sql-createtrigger.html",)
    examples = (
        Bad(
            """
            CREATE TRIGGER touch BEFORE UPDATE ON pages FOR EACH ROW EXECUTE PROCEDURE touch();
                                                                             ^^^^^^^^^
            """,
            fixed="CREATE TRIGGER touch BEFORE UPDATE ON pages FOR EACH ROW EXECUTE FUNCTION touch();",
            given=_PAGES,
        ),
        Good("CREATE TRIGGER touch BEFORE UPDATE ON pages FOR EACH ROW EXECUTE FUNCTION touch();", given=_PAGES),
    )

    def check(self, subject: CreateTrigger, context: Context) -> Iterator[Finding]:
        """Reports the old word."""
        if subject.function is None or context.version < 11:
            return
        head = context.statement.text[: subject.function.span.start].rstrip()
        if head.upper().endswith(_WORD):
            at = Span(len(head) - len(_WORD), len(head))
            yield self.finding(
                at, "What a trigger calls is a function.", Fix("Say FUNCTION", (Edit.replace(at, "FUNCTION"),))
            )
