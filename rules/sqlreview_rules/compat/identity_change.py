"""compat/identity-change."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import AddIdentity, AlterIdentity, DropIdentity


class IdentityChange(Rule[AddIdentity | AlterIdentity | DropIdentity]):
    """A column of a table in use becomes an identity, stops to be one, or counts in another way.

    Why: with GENERATED ALWAYS an INSERT that brings its own value is refused, without an identity one that brings none
    fails or stores NULL, and after RESTART numbers may come that are taken.

    Instead: release code that works with both first, and set the sequence to the highest value there is.
    """

    id = "compat/identity-change"
    severity = Severity.HINT
    enabled = False
    sources = ("https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-GENERATED-IDENTITY",)
    examples = (
        Bad(
            """
            ALTER TABLE products ALTER COLUMN id DROP IDENTITY IF EXISTS;
                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good(
            """
            CREATE TABLE carts (id bigint PRIMARY KEY);
            ALTER TABLE carts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;
            """
        ),
    )

    def check(self, subject: AddIdentity | AlterIdentity | DropIdentity, context: Context) -> Iterator[Finding]:
        """Reports the identity of a column in use that begins, changes or ends."""
        if context.is_live(subject.table):
            name = f"{subject.table}.{subject.column}".removeprefix("public.")
            yield self.finding(subject.span, f"Other INSERTs than before are accepted for `{name}` from here on.")
