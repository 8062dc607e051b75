"""locks/implicit-alter-algorithm."""

from collections.abc import Iterator

from sqlreview import SHOP_MYSQL, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview import operations as o

_ACTIONS = (
    o.AddCheck
    | o.AddColumn
    | o.AddForeignKey
    | o.AddPrimaryKey
    | o.AddUnique
    | o.ConvertCharset
    | o.CreateIndex
    | o.DropColumn
    | o.DropConstraint
    | o.DropIndex
    | o.ModifyColumn
    | o.RenameColumn
    | o.SetTableOptions
)


class ImplicitAlterAlgorithm(Rule[_ACTIONS]):
    """The ALTER TABLE does not say which algorithm it accepts, so the server may copy the table without a word.

    Why: the server takes the cheapest way it finds. Where that is a copy, because of a type nobody looked up or an
    older version in production, every write waits, and nothing warns of it.

    Instead: write the algorithm you count on; the server then refuses what it cannot do that way.
    """

    id = "locks/implicit-alter-algorithm"
    enabled = False
    severity = Severity.INFO
    engines = ("mysql", "mariadb")
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html",)
    examples = (
        Bad(
            """
            ALTER TABLE orders ADD COLUMN weight int;
                               ^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="ALTER TABLE orders ADD COLUMN weight int, ALGORITHM=INSTANT;",
            given=SHOP_MYSQL,
            engine="mysql",
        ),
        Good("ALTER TABLE orders ADD COLUMN weight int, ALGORITHM=INSTANT;", given=SHOP_MYSQL, engine="mysql"),
        Good("CREATE TABLE carts (id bigint PRIMARY KEY);\nALTER TABLE carts ADD COLUMN weight int;", engine="mysql"),
    )

    strict: bool = False
    """Also report statements that name an algorithm other than INSTANT and no LOCK."""

    def check(self, subject: _ACTIONS, context: Context) -> Iterator[Finding]:
        """Reports the first action of a statement on a table in use that names no ALGORITHM, nor a LOCK instead."""
        together, name, online = context.statement.operations, subject.table, context.impact.online
        if name is None or not together or together[0] is not subject or online is None:
            return
        if not context.is_live(name) or not _takes_clause(subject, context):
            return
        asked = subject.online or o.OnlineDdl()
        if asked.algorithm in (None, "default"):
            if asked.lock in (None, "default"):
                taken = f"takes {online.algorithm}" if len(together) == 1 else "decides"
                message = f"No ALGORITHM is named, so the server {taken} for `{name.text}`."
                yield self.finding(subject.span, message, *_named(subject, context))
        elif self.strict and asked.lock in (None, "default") and asked.algorithm != "instant":
            yield self.finding(subject.span, f"No LOCK is named, so the server may make writes to `{name.text}` wait.")


def _takes_clause(subject: o.Operation, context: Context) -> bool:
    """Whether the statement may name an algorithm: DROP INDEX of MariaDB may not, nor what changes partitions."""
    word = context.statement.text[:6].upper()
    partitions = any(isinstance(item, o.ChangePartitions) for item in context.statement.operations)
    return not partitions and (word != "DROP I" or context.engine.name == "mysql")


def _named(subject: o.Operation, context: Context) -> tuple[Fix, ...]:
    online, asked = context.impact.online, subject.online
    if len(context.statement.operations) > 1 or asked is not None or online is None or online.copies:
        return ()
    clause = f"ALGORITHM={online.algorithm}"
    separator = " " if isinstance(subject, o.CreateIndex) and subject.span.start == 0 else ", "
    if online.algorithm != "INSTANT":
        clause += f"{separator}LOCK={online.lock}"
    return (Fix(f"Ask for {clause}", (Edit.insert(subject.span.end, f"{separator}{clause}"),), FixKind.SAFE),)
