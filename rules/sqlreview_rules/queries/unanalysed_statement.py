"""queries/unanalysed-statement."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule, Severity, Span, Statement
from sqlreview.operations import CreateRoutine, Do
from sqlreview.operations.dynamic_sql import worked_out_texts


class UnanalysedStatement(Rule[Statement | CreateRoutine | Do]):
    """Nothing is known of this statement, because it could not be read.

    Why: a risk in it goes unnoticed, and what it does to the schema is missing in all that follows. It need not be
    wrong: it may be newer than sqlreview, belong to a tool, or be put together when it runs.

    Instead: nothing, if it is right; a report of the statement to sqlreview helps.
    """

    id = "queries/unanalysed-statement"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    examples = (
        Bad(
            """
            ALTER TABLE users FROBNICATE email;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            sqlstate="42601",
        ),
        Bad(
            """
            DO $$
            DECLARE t text;
            BEGIN
                FOR t IN SELECT relname FROM pg_class WHERE relname LIKE 'part_2%' LOOP
                    EXECUTE format('ALTER TABLE %I ADD COLUMN x int', t);
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                END LOOP;
            END $$;
            """
        ),
        Good("DO $$ BEGIN EXECUTE 'ANALYZE'; END $$;"),
        Good("ALTER TABLE users ADD COLUMN nickname text;", given="CREATE TABLE users (id bigint PRIMARY KEY);"),
    )

    def check(self, subject: Statement | CreateRoutine | Do, context: Context) -> Iterator[Finding]:
        """Reports the statement, on its first line, with the reason; of a body what it makes up when it runs."""
        if isinstance(subject, Statement):
            if subject.problem is not None:
                first = subject.text.split("\n", 1)[0].rstrip()
                yield self.finding(Span(0, len(first)), f"Not analysed: {subject.problem}.")
            return
        spans = list(worked_out_texts(subject, context.statement.text, context.engine))
        if spans:
            more = f" and at {len(spans) - 1} more place{'s' * (len(spans) > 2)}" if len(spans) > 1 else ""
            yield self.finding(spans[0], f"Not analysed: what is executed here{more} is only known when it runs.")
        if isinstance(subject, Do) and subject.language not in ("plpgsql", "psm"):
            yield self.finding(subject.span, f"Not analysed: a block in {subject.language}.")
