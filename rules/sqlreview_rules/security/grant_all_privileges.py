"""security/grant-all-privileges."""

from collections.abc import Iterator

from sqlreview import SHOP, SHOP_MYSQL, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Span, regex
from sqlreview.operations import AlterDefaultPrivileges, Grant

_ALL = regex(r"(?i)\bALL(?:\s++PRIVILEGES)?+\b")
_KINDS = {
    "table": "SELECT, INSERT, UPDATE, DELETE",
    "tables": "SELECT, INSERT, UPDATE, DELETE",
    "all tables in schema": "SELECT, INSERT, UPDATE, DELETE",
    **dict.fromkeys(("sequence", "sequences", "all sequences in schema"), "USAGE, SELECT"),
    "schema": "USAGE",
    "database": "",
    "server": "",
}
_OWNERS = regex(r"(?i)(?:^|[_-])(?:owner|admin|migrat\w*|root|postgres|superuser|dba)(?:$|[_@-])")


class GrantAllPrivileges(Rule[Grant | AlterDefaultPrivileges]):
    """GRANT ALL gives rights nobody listed.

    Why: ALL on a table is also TRUNCATE, which row level security does not restrict, REFERENCES and TRIGGER; a later
    version adds more, as PostgreSQL 17 did with MAINTAIN.

    Instead: list what the role needs.
    """

    id = "security/grant-all-privileges"
    engines = ("postgres", "mysql", "mariadb")
    sources = ("https://www.postgresql.org/docs/current/ddl-priv.html", "measured on PostgreSQL 15 and 18")
    examples = (
        Bad(
            """
            GRANT ALL ON orders TO CURRENT_USER;
                  ^^^
            """,
            fixed="""
            GRANT SELECT, INSERT, UPDATE, DELETE ON orders TO CURRENT_USER;
            """,
            given=SHOP,
        ),
        Bad(
            """
            CREATE USER 'app'@'10.0.0.5' IDENTIFIED VIA unix_socket;
            GRANT ALL PRIVILEGES ON shop.* TO 'app'@'10.0.0.5';
                  ^^^^^^^^^^^^^^
            """,
            given=SHOP_MYSQL,
            engine="mariadb",
        ),
        Good("GRANT SELECT, INSERT ON orders TO CURRENT_USER;", given=SHOP),
        Good("REVOKE ALL ON orders FROM CURRENT_USER;", given=SHOP),
    )

    owners: frozenset[str] = frozenset()
    """Roles that own the schema or migrate it; names with words such as owner or admin count as such anyway."""

    def check(self, subject: Grant | AlterDefaultPrivileges, context: Context) -> Iterator[Finding]:
        """Reports ALL on tables, sequences, schemas and databases."""
        if subject.revoke or "ALL" not in subject.privileges or subject.kind not in _KINDS:
            return
        names = [name.text for name in subject.grantees]
        if all(name in self.owners or _OWNERS.search(name) for name in names):
            return
        found = _ALL.search(context.statement.text, subject.span.start, subject.span.end)
        if found is None:
            return
        instead = _KINDS[subject.kind] if context.engine.family == "postgres" else ""
        edits = (Edit.replace(Span(*found.span()), instead),)
        fixes = (Fix("List the privileges", edits, FixKind.UNSAFE),) if instead else ()
        extra = ", TRUNCATE, REFERENCES and TRIGGER included" if "table" in subject.kind else ""
        message = f"`{', '.join(names)}` gets every privilege there is{extra}."
        yield self.finding(Span(*found.span()), message, *fixes)
