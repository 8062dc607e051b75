"""views/missing-extension."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Migration, Rule, Severity
from sqlreview.schema import Extension, Origin, Table
from sqlreview.schema.extensions import ExtensionUse
from sqlreview.schema.naming import quoted

_NEED_A_LIBRARY = frozenset({"pg_cron", "pg_partman", "timescaledb", "pg_stat_statements"})


class MissingExtension(Rule[Migration]):
    """Something that comes with an extension is used, but the extension is never created.

    Why: in a new database the migration fails, because the type, function or operator class does not exist.

    Instead: `CREATE EXTENSION IF NOT EXISTS ...` in the first migration that needs it. Extensions that the platform
    creates belong into the option `installed`.
    """

    id = "views/missing-extension"
    sources = ("https://www.postgresql.org/docs/current/sql-createextension.html",)
    examples = (
        Bad(
            """
            CREATE TABLE pages (id bigint PRIMARY KEY, meaning vector(3) NOT NULL);
                                                               ^^^^^^^^^
            """,
            fixed="""
            CREATE EXTENSION IF NOT EXISTS vector;
            CREATE TABLE pages (id bigint PRIMARY KEY, meaning vector(3) NOT NULL);
            """,
            sqlstate="42704",
        ),
        Good(
            """
            CREATE EXTENSION IF NOT EXISTS vector;
            CREATE TABLE pages (id bigint PRIMARY KEY, meaning vector(3) NOT NULL);
            """
        ),
        Good("CREATE TABLE tokens (id uuid PRIMARY KEY DEFAULT gen_random_uuid());"),
    )

    installed: frozenset[str] = frozenset()
    """Extensions that every database of the project has."""

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports the uses of extensions that no migration up to here has created."""
        reported: set[str] = set()
        for origin, use in _uses(subject, context):
            if use.extension in self.installed or context.catalog.extension(use.extension):
                continue
            fixes = () if use.extension in reported else _fixes(use)
            reported.add(use.extension)
            message = f"The {use.what} comes with the extension {use.extension}, which no migration creates."
            yield self.finding(origin.within(use.span), message, *fixes, severity=_severity(context))


def _uses(migration: Migration, context: Context) -> Iterator[tuple[Origin, ExtensionUse]]:
    """The uses in a file, of every statement one for each extension."""
    for number in [number for number, one in enumerate(migration.statements) if one.extension_uses]:
        statement, origin = migration.statements[number], migration.origins[number]
        found: dict[str, ExtensionUse] = {}
        for use in statement.extension_uses:
            if use.extension not in found and use.is_foreign(context.catalog, context.version):
                found[use.extension] = use
        for use in found.values():
            yield origin, use


def _severity(context: Context) -> Severity:
    """How sure it is that the migrations are meant to create extensions at all."""
    if next(context.catalog.all(Extension), None):
        return Severity.ERROR
    return Severity.WARNING if next(context.catalog.all(Table), None) else Severity.HINT


def _fixes(use: ExtensionUse) -> tuple[Fix, ...]:
    edit = Edit.insert(0, f"CREATE EXTENSION IF NOT EXISTS {quoted(use.extension)};\n")
    # some need a library the server loads at its start
    kind = FixKind.UNSAFE if use.extension in _NEED_A_LIBRARY else FixKind.SAFE
    return (Fix("Create the extension first", (edit,), kind),)
