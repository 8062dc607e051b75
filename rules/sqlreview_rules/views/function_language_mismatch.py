"""views/function-language-mismatch."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import CreateRoutine


class FunctionLanguageMismatch(Rule[CreateRoutine]):
    """The form of the body needs LANGUAGE sql, but another language is given.

    Why: `RETURN ...` and `BEGIN ATOMIC` without quotes are SQL; PostgreSQL refuses them in any other language.

    Instead: `LANGUAGE sql`, or the body as a string.
    """

    id = "views/function-language-mismatch"
    severity = Severity.ERROR
    versions = "postgres >= 14"
    sources = ("https://www.postgresql.org/docs/current/sql-createfunction.html",)
    examples = (
        Bad(
            """
            CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql RETURN 1;
                            ^^^
            """,
            sqlstate="42P13",
        ),
        Good("CREATE FUNCTION one() RETURNS int LANGUAGE sql RETURN 1;"),
        Good("CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;"),
    )

    def check(self, subject: CreateRoutine, context: Context) -> Iterator[Finding]:
        """Reports bodies without quotes in another language."""
        if subject.body is None or subject.language == "sql" or context.engine.family != "postgres":
            return
        before = context.statement.text[: subject.body.start].rstrip()[-1:]
        body = " ".join(context.text(subject.body)[:40].upper().split())
        if before not in ("$", "'") and body.startswith(("RETURN ", "BEGIN ATOMIC")):
            message = f"This body is SQL, but the language of `{subject.name.text}` is {subject.language}."
            yield self.finding(subject.name.span, message)
