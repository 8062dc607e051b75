"""security/security-definer-without-search-path."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import AlterRoutine, CreateRoutine
from sqlreview.schema import Routine
from sqlreview.schema.naming import quoted

_COUNTERS = "CREATE TABLE counters (id bigint PRIMARY KEY, n bigint NOT NULL);"


class SecurityDefinerWithoutSearchPath(Rule[Routine | AlterRoutine]):
    """A SECURITY DEFINER function does not set search_path.

    Why: it runs with the rights of its owner and looks names up in the search_path of its caller, who can put a table,
    function or operator of his own there.

    Instead: `SET search_path = pg_catalog, public, pg_temp` (the schemas it needs, pg_temp last) in its definition.
    """

    id = "security/security-definer-without-search-path"
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/sql-createfunction.html#SQL-CREATEFUNCTION-SECURITY",)
    examples = (
        Bad(
            """
            CREATE FUNCTION reset() RETURNS void SECURITY DEFINER
                                                 ^^^^^^^^^^^^^^^^
                LANGUAGE sql AS $$ UPDATE counters SET n = 0 WHERE id = 1 $$;
            """,
            fixed="""
            CREATE FUNCTION reset() RETURNS void SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
                LANGUAGE sql AS $$ UPDATE counters SET n = 0 WHERE id = 1 $$;
            """,
            given=_COUNTERS,
        ),
        Good(
            """
            CREATE FUNCTION reset_counter() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
                AS $$ UPDATE counters SET n = 0 WHERE id = 1 $$;
            REVOKE EXECUTE ON FUNCTION reset_counter() FROM PUBLIC;
            """,
            given=_COUNTERS,
        ),
        Good("CREATE FUNCTION one() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;"),
    )

    all_functions: bool = False
    """Whether functions with the rights of their caller have to set search_path too."""

    def check(self, subject: Routine | AlterRoutine, context: Context) -> Iterator[Finding]:
        """Reports functions that run with the rights of their owner on the names of their caller."""
        if isinstance(subject, AlterRoutine):
            words = subject.options.split()
            if "DEFINER" in words and "SEARCH_PATH" not in words and context.catalog.routine(subject.name) is None:
                message = f"`{subject.name.text}` gets the rights of its owner, but no search_path of its own."
                yield self.finding(subject.name.span, message, severity=Severity.WARNING)
            return
        is_concerned = subject.security_definer or self.all_functions
        if not is_concerned or subject.search_path or subject.language in ("c", "internal"):
            return
        creation = _creation(subject, context)
        span = (creation.security_definer or creation.name.span) if creation else subject.origin.span
        rights = "the rights of its owner" if subject.security_definer else "any search_path"
        message = f"`{subject.name}` runs with {rights} and looks names up where its caller says."
        # names in such a body are looked up once, when the function is created
        severity = Severity.INFO if creation and _is_parsed_early(creation, context) else None
        at = subject.origin.within(span)
        yield self.finding(at, message, *_fixes(subject, creation), severity=severity)


def _creation(subject: Routine, context: Context) -> CreateRoutine | None:
    operations = (item for item in context.statement.operations if isinstance(item, CreateRoutine))
    return next((item for item in operations if item.span == subject.origin.span), None)


def _is_parsed_early(creation: CreateRoutine, context: Context) -> bool:
    body = context.text(creation.body).upper() if creation.body else ""
    return creation.language == "sql" and body.startswith(("BEGIN ATOMIC", "RETURN"))


def _fixes(subject: Routine, creation: CreateRoutine | None) -> Iterator[Fix]:
    if creation and creation.security_definer and "search_path" not in dict(creation.settings):
        text = f" SET search_path = pg_catalog, {quoted(subject.schema)}, pg_temp"
        yield Fix("Set search_path", (Edit.insert(creation.security_definer.end, text),), FixKind.UNSAFE)
