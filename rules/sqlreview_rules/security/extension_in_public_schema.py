"""security/extension-in-public-schema."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import AlterExtension, CreateExtension

_FIXED = frozenset(("plpgsql", "pg_cron", "pg_net", "pgsodium", "supabase_vault", "pg_partman", "timescaledb"))


class ExtensionInPublicSchema(Rule[CreateExtension | AlterExtension]):
    """An extension is installed into the public schema.

    Why: its functions then stand beside the tables, are part of what an API shows of that schema, and are found by
    every search_path that has it.

    Instead: a schema of their own, `CREATE SCHEMA extensions`, that is part of search_path.
    """

    id = "security/extension-in-public-schema"
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/sql-createextension.html",)
    examples = (
        Bad(
            """
            CREATE EXTENSION IF NOT EXISTS vector SCHEMA public;
                                                         ^^^^^^
            """,
            fixed="""
            CREATE SCHEMA IF NOT EXISTS extensions;
            CREATE EXTENSION IF NOT EXISTS vector SCHEMA extensions;
            """,
        ),
        Good(
            """
            CREATE SCHEMA IF NOT EXISTS extensions;
            CREATE EXTENSION IF NOT EXISTS vector SCHEMA extensions;
            """
        ),
    )

    exposed_schema: bool = False
    """Whether an API shows the public schema, so that CREATE EXTENSION without SCHEMA counts too."""

    def check(self, subject: CreateExtension | AlterExtension, context: Context) -> Iterator[Finding]:
        """Reports the schema; extensions that choose theirs themselves are exempt."""
        if subject.extension.text in _FIXED:
            return
        message = f"The objects of `{subject.extension}` stand among the tables of the public schema."
        if subject.schema is None:
            if self.exposed_schema and isinstance(subject, CreateExtension):
                yield self.finding(subject.extension.span, message)
        elif subject.schema.text == "public":
            edits = [Edit.replace(subject.schema.span, "extensions")]
            if context.catalog.schema("extensions") is None:
                edits.insert(0, Edit.insert(0, "CREATE SCHEMA IF NOT EXISTS extensions;\n"))
            fix = Fix("Use a schema for extensions", tuple(edits), FixKind.UNSAFE)
            yield self.finding(subject.schema.span, message, fix)
