"""types/zero-date."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity, regex
from sqlreview.operations import AddColumn, CreateTable, ModifyColumn, SetColumnDefault
from sqlreview.operations.written import defined_columns
from sqlreview.queries import Insert, Update
from sqlreview.schema.assigned_values import assigned_values
from sqlreview.schema.resolution import table_of

_DATES = ("date", "datetime", "timestamp")
_ZERO = regex(r"['\"]?(?:0|\d{4}-00-\d\d(?: [\d:.]*)?|\d{4}-\d\d-00(?: [\d:.]*)?)['\"]?")


class ZeroDate(Rule[CreateTable | AddColumn | ModifyColumn | SetColumnDefault | Insert | Update]):
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
        Good(
            "CREATE TABLE members (id bigint PRIMARY KEY, note varchar(20) NOT NULL DEFAULT '0000-00-00');",
            engine="mysql",
        ),
    )

    def check(
        self, subject: CreateTable | AddColumn | ModifyColumn | SetColumnDefault | Insert | Update, context: Context
    ) -> Iterator[Finding]:
        """Reports defaults and stored values of date columns whose month or day is zero."""
        if isinstance(subject, Insert | Update):
            yield from self._check_values(subject, context)
            return
        if isinstance(subject, SetColumnDefault):
            yield from self._check_default(subject, context)
            return
        for column in defined_columns(subject):
            default, place = column.default, column.default_span
            if column.type is None or column.type.name not in _DATES or default is None or place is None:
                continue
            if _ZERO.fullmatch(default.text.strip()):
                is_mysql = context.engine.name == "mysql"
                message = f"The default of `{column.name}` is a day that does not exist."
                yield self.finding(place, message, severity=None if is_mysql else Severity.WARNING)

    def _check_default(self, subject: SetColumnDefault, context: Context) -> Iterator[Finding]:
        table = context.catalog.table(subject.table)
        column = table.column(subject.column.text) if table else None
        # a text in this form is a day, so a column that nobody knows is one of days
        is_date = column.type.name in _DATES if column and column.type else subject.default.text.startswith("'")
        if is_date and _ZERO.fullmatch(subject.default.text.strip()):
            message = f"The default of `{subject.column}` is a day that does not exist."
            severity = None if context.engine.name == "mysql" else Severity.WARNING
            yield self.finding(subject.default.span, message, severity=severity)

    def _check_values(self, query: Insert | Update, context: Context) -> Iterator[Finding]:
        table = table_of(query.target, context.catalog)
        for name, value in assigned_values(query) if table else ():
            column = table.column(name) if table else None
            kind = column.type.name if column and column.type else ""
            if kind in _DATES and value.kind in ("string", "number") and _ZERO.fullmatch(value.text):
                severity = None if context.engine.name == "mysql" else Severity.WARNING
                yield self.finding(value.span, f"`{name}` gets a day that does not exist.", severity=severity)
