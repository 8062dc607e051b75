"""transactions/unknown-object."""

from collections.abc import Iterator

from sqlreview import (
    EVERY_ENGINE,
    SHOP,
    SHOP_MYSQL,
    SHOP_SQLITE,
    Bad,
    Context,
    Finding,
    Good,
    Related,
    Rule,
    Severity,
    is_versioned,
)
from sqlreview.operations import CreateTable
from sqlreview.schema.contradictions import Naming, contradictions


class UnknownObject(Rule[Naming]):
    """Run after the files before it, the statement finds its column missing, or what it creates already there.

    Why: the server stops at this statement on every database that is built from the migrations. What the files do not
    show, such as a table that no file creates, is left alone.

    Instead: correct the name, or the order of the files; where the object may or may not be there, IF EXISTS and IF
    NOT EXISTS.
    """

    id = "transactions/unknown-object"
    engines = EVERY_ENGINE
    severity = Severity.ERROR
    examples = (
        Bad(
            """
            ALTER TABLE orders DROP COLUMN colour;
                                           ^^^^^^
            """,
            given=SHOP,
            sqlstate="42703",
        ),
        Good("ALTER TABLE orders DROP COLUMN IF EXISTS colour;", given=SHOP),
        Bad(
            """
            ALTER TABLE orders DROP COLUMN colour;
                                           ^^^^^^
            """,
            given=SHOP_MYSQL,
            engine="mysql",
            sqlstate="1091",
        ),
        Good("CREATE TABLE IF NOT EXISTS orders (id bigint PRIMARY KEY);", given=SHOP_MYSQL, engine="mysql"),
        Bad(
            """
            ALTER TABLE orders ADD COLUMN note TEXT;
                                          ^^^^
            """,
            given=SHOP_SQLITE,
            engine="sqlite",
            sqlstate="duplicate column name: note",
        ),
        Good("ALTER TABLE orders ADD COLUMN colour TEXT;", given=SHOP_SQLITE, engine="sqlite"),
    )

    def check(self, subject: Naming, context: Context) -> Iterator[Finding]:
        """Reports columns of tables that the history knows in full, and what it has made already."""
        if context.body is not None:
            return
        for found in contradictions(subject, context.catalog):
            if found.made is None:
                message = f"`{found.table.name}` has no column `{found.name}` when this runs."
                related = (Related("The table is made here.", found.table.origin),)
            elif isinstance(subject, CreateTable):
                paths = (found.made.path, context.origin.path)
                if not all(is_versioned(path) for path in paths) or paths[0] > paths[1]:
                    continue  # schemas of one folder need not be run one after the other
                message = f"The table `{found.name}` is there already when this runs."
                related = (Related("It is made here.", found.made),)
            else:
                message = f"`{found.table.name}` has a column `{found.name}` already when this runs."
                related = (Related("It is made here.", found.made),)
            yield self.finding(found.span, message, related=related)
