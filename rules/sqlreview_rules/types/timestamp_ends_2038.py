"""types/timestamp-ends-2038."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.schema import Table
from sqlreview.schema.typed_columns import typed_columns

_FUTURE = frozenset(("until", "expires", "expiry", "expire", "expiration", "due", "ends", "renew", "renews", "renewal"))
_FUTURE |= {"maturity", "matures"}


class TimestampEnds2038(Rule[Table]):
    """A TIMESTAMP holds no moment after the 19th of January 2038.

    Why: a contract that ends in 2040 cannot be stored: error 1292 in strict mode, a zero date without it. MariaDB goes
    on to 2106 since 11.5, so the rule is silent there.

    Instead: `datetime`, with times in UTC.
    """

    id = "types/timestamp-ends-2038"
    engines = ("mysql", "mariadb")
    severity = Severity.HINT
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/datetime.html",)
    examples = (
        Bad(
            """
            CREATE TABLE leases (id bigint PRIMARY KEY, valid_until timestamp NULL);
                                                                    ^^^^^^^^^
            """,
            engine="mysql",
        ),
        Good("CREATE TABLE leases (id bigint PRIMARY KEY, valid_until datetime);", engine="mysql"),
    )

    every_column: bool = False
    """Whether to report every TIMESTAMP, whatever its name."""

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports columns that are named after the future after the last migration."""
        if context.engine.name == "mariadb" and context.engine.release >= (11, 5):
            return
        for column in typed_columns(subject):
            words = column.words
            is_future = not _FUTURE.isdisjoint(words) or words == ("valid", "to")
            if column.type.name == "timestamp" and (is_future or self.every_column):
                message = f"`{subject.name}.{column.column.name}` holds no moment after January 2038."
                yield self.finding(column.at, message)
