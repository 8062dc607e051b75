"""security/grant-option."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Span, regex
from sqlreview.operations import AlterDefaultPrivileges, Grant

_OPTION = regex(r"(?i)(?<=\s)WITH\s++(?:GRANT\s++OPTION|ADMIN\s++(?:OPTION|TRUE))\b")


class GrantOption(Rule[Grant | AlterDefaultPrivileges]):
    """A role may pass its privileges on to others.

    Why: nobody who reads the migrations knows any longer who may do what, and a later REVOKE needs CASCADE to reach
    the rights that were passed on.

    Instead: leave the option out, and let the owner grant.
    """

    id = "security/grant-option"
    engines = ("postgres", "mysql", "mariadb")
    sources = ("https://www.postgresql.org/docs/current/sql-grant.html",)
    examples = (
        Bad(
            """
            CREATE ROLE shop_app;
            GRANT SELECT ON orders TO shop_app WITH GRANT OPTION;
                                               ^^^^^^^^^^^^^^^^^
            DROP OWNED BY shop_app;
            DROP ROLE shop_app;
            """,
            fixed="""
            CREATE ROLE shop_app;
            GRANT SELECT ON orders TO shop_app;
            DROP OWNED BY shop_app;
            DROP ROLE shop_app;
            """,
            given=SHOP,
        ),
        Good("GRANT SELECT ON orders TO CURRENT_USER;", given=SHOP),
        Good("REVOKE GRANT OPTION FOR SELECT ON orders FROM CURRENT_USER;", given=SHOP),
    )

    administrators: frozenset[str] = frozenset()
    """Roles that are there to grant rights to others."""

    def check(self, subject: Grant | AlterDefaultPrivileges, context: Context) -> Iterator[Finding]:
        """Reports the option of privileges and of roles."""
        passes_on = subject.with_grant_option or "GRANT OPTION" in subject.privileges
        names = [name.text for name in subject.grantees]
        if subject.revoke or not passes_on or self.administrators.issuperset(names):
            return
        sql = context.statement.text
        found = _OPTION.search(sql, subject.span.start, subject.span.end)
        message = f"`{', '.join(names)}` may pass these rights on to others."
        if found is None:
            yield self.finding(subject.span, message)
            return
        edit = Edit.delete(Span(len(sql[: found.start()].rstrip()), found.end()))
        yield self.finding(Span(*found.span()), message, Fix("Remove the option", (edit,), FixKind.UNSAFE))
