"""types/zero-date."""

import re
from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import AddColumn, CreateTable, ModifyColumn
from sqlreview.operations.written import defined_columns

_DATES = ("date", "datetime", "timestamp")
_ZERO = re.compile(r"'?(?:0|\d{4}-00-\d\d(?: [\d:.]*)?|\d{4}-\d\d-00(?: [\d:.]*)?)'?")


class ZeroDate(Rule[CreateTable | AddColumn | ModifyColumn]):
    """0000-00-00 is no date, and strict servers refuse it as a default.

    Why: MySQL since 5.7 answers with error 1067 in its default mode. MariaDB stores it, and drivers and reports then
    fail on a day that does not exist.

    Instead: a nullable column, `DEFAULT NULL`.
    """

    id = "types/zero-date"
    engines = ("mysql", "mariadb")
    severity = Severity.ERROR
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/sql-mode.html#sqlmode_no_zero_date",)
    examples = (
        Bad(
            """
            CREATE TABLE members (id bigint PRIMARY KEY, left_on date NOT NULL DEFAULT '0000-00-00');
                                                                               ^^^^^^^^^^^^^^^^^^^^
            """,
            engine="mysql",
        ),
        Good("CREATE TABLE members (id bigint PRIMARY KEY, left_on date NULL DEFAULT NULL);", engine="mysql"),
        Good("CREATE TABLE members (id bigint PRIMARY KEY, note varchar(20) DEFAULT '0000-00-00');", engine="mysql"),
    )

    def check(self, subject: CreateTable | AddColumn | ModifyColumn, context: Context) -> Iterator[Finding]:
        """Reports defaults of date columns whose month or day is zero."""
        for column in defined_columns(subject):
            default, place = column.default, column.default_span
            if column.type is None or column.type.name not in _DATES or default is None or place is None:
                continue
            if _ZERO.fullmatch(default.text.strip()):
                is_mysql = context.engine.name == "mysql"
                message = f"The default of `{column.name}` is a day that does not exist."
                yield self.finding(place, message, severity=None if is_mysql else Severity.WARNING)
