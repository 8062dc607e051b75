"""locks/create-trigger-lock."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import CreateTrigger

_TOUCH = """
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.note = now(); RETURN NEW; END $$;
"""


class CreateTriggerLock(Rule[CreateTrigger]):
    """Creating the trigger makes all writes to the table wait and adds hidden work to each of them.

    Why: CREATE TRIGGER takes SHARE ROW EXCLUSIVE on the table (from PostgreSQL 13 on also on every partition): it waits
    for all open writers, and later ones wait behind it. From then on every write does the work of the trigger too.

    Instead: a lock_timeout, and a short transaction of its own.
    """

    id = "locks/create-trigger-lock"
    enabled = False
    severity = Severity.INFO
    sources = (
        "https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES",
        "measured on PostgreSQL 12 to 18",
    )
    examples = (
        Bad(
            """
            CREATE TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP + _TOUCH,
        ),
        Good(
            """
            CREATE TABLE carts (id bigint PRIMARY KEY, note text);
            CREATE TRIGGER carts_touch BEFORE UPDATE ON carts FOR EACH ROW EXECUTE FUNCTION touch();
            """,
            given=_TOUCH,
        ),
    )

    def check(self, subject: CreateTrigger, context: Context) -> Iterator[Finding]:
        """Reports a trigger of a table in use."""
        if subject.timing == "instead of" or context.catalog.view(subject.table) or not context.is_live(subject.table):
            return
        yield self.finding(subject.span, context.impact.explain())
