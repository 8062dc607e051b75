"""security/publicly-executable-definer-function."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule
from sqlreview.operations import CreateRoutine
from sqlreview.schema import Routine
from sqlreview.schema.naming import quoted

_COUNTERS = "CREATE TABLE counters (id bigint PRIMARY KEY, n bigint NOT NULL);"


class PubliclyExecutableDefinerFunction(Rule[Routine]):
    """A SECURITY DEFINER function can be executed by everyone.

    Why: whoever may connect runs it with the rights of its owner, as PostgreSQL lets PUBLIC execute every new function.

    Instead: `REVOKE EXECUTE ON FUNCTION ... FROM PUBLIC` in the same transaction, and a GRANT to whoever needs it.
    """

    id = "security/publicly-executable-definer-function"
    sources = ("https://www.postgresql.org/docs/current/sql-createfunction.html#SQL-CREATEFUNCTION-SECURITY",)
    examples = (
        Bad(
            """
            CREATE FUNCTION reset() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
                            ^^^^^
            AS $$ UPDATE counters SET n = 0 WHERE id = 1 $$;
            """,
            fixed="""
            CREATE FUNCTION reset() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
            AS $$ UPDATE counters SET n = 0 WHERE id = 1 $$;
            REVOKE EXECUTE ON FUNCTION reset() FROM PUBLIC;
            """,
            given=_COUNTERS,
        ),
        Good(
            """
            CREATE FUNCTION reset() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
            AS $$ UPDATE counters SET n = 0 WHERE id = 1 $$;
            REVOKE EXECUTE ON FUNCTION reset() FROM PUBLIC;
            """,
            given=_COUNTERS,
        ),
    )

    def check(self, subject: Routine, context: Context) -> Iterator[Finding]:
        """Reports functions that PUBLIC may run after the last migration; those of triggers cannot be called."""
        returns = (subject.returns or "").lower()
        if not subject.security_definer or not subject.public or "trigger" in returns:
            return
        operations = (item for item in context.statement.operations if isinstance(item, CreateRoutine))
        creation = next((item for item in operations if item.span == subject.origin.span), None)
        if creation is not None and creation.security_definer is not None:
            message = f"Everybody may run `{subject.name}` with the rights of its owner."
            yield self.finding(subject.origin.within(creation.name.span), message, *_fixes(creation, context))


def _fixes(creation: CreateRoutine, context: Context) -> Iterator[Fix]:
    inputs = [item for item in creation.arguments if item.mode not in ("out", "table")]
    if all(item.type for item in inputs) and context.statement.terminated:
        name = ".".join(quoted(part) for part in (creation.name.schema, creation.name.text) if part)
        types = ", ".join(str(item.type) for item in inputs)
        text = f";\nREVOKE EXECUTE ON {creation.kind.upper()} {name}({types}) FROM PUBLIC"
        yield Fix("Revoke it from PUBLIC", (Edit.insert(len(context.statement.text), text),), FixKind.UNSAFE)
