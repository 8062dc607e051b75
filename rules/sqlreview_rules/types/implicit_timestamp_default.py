"""types/implicit-timestamp-default."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import AddColumn, ColumnDefinition, CreateTable, ModifyColumn
from sqlreview.operations.written import defined_columns

_SETTING = "explicit_defaults_for_timestamp"


class ImplicitTimestampDefault(Rule[CreateTable | AddColumn | ModifyColumn]):
    """A TIMESTAMP column without NULL and without DEFAULT gets defaults that depend on a server variable.

    Why: where explicit_defaults_for_timestamp is OFF, the first such column of a table silently becomes NOT NULL
    DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, and the next ones get a zero date.

    Instead: write `NULL`, or `NOT NULL DEFAULT CURRENT_TIMESTAMP`. The variable is ON by default since MySQL 8.0.2 and
    MariaDB 10.10, so the rule is silent on releases after these.
    """

    id = "types/implicit-timestamp-default"
    engines = ("mysql", "mariadb")
    severity = Severity.INFO
    versions = "mysql <= 8.0, mariadb < 10.10"
    sources = (
        "https://dev.mysql.com/doc/refman/8.0/en/server-system-variables.html#sysvar_explicit_defaults_for_timestamp",
    )
    examples = (
        Bad(
            """
            CREATE TABLE logins (id bigint PRIMARY KEY, seen timestamp);
                                                        ^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE logins (id bigint PRIMARY KEY, seen timestamp NULL);
            """,
            engine="mysql",
        ),
        Good(
            "CREATE TABLE logins (id bigint PRIMARY KEY, seen timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP);",
            engine="mysql",
        ),
        Good("CREATE TABLE logins (id bigint PRIMARY KEY, seen timestamp);", engine="mariadb 10.11"),
    )

    def check(self, subject: CreateTable | AddColumn | ModifyColumn, context: Context) -> Iterator[Finding]:
        """Reports definitions of TIMESTAMP columns that leave to the server what they mean."""
        first_plain = (10, 10) if context.engine.name == "mariadb" else (8, 1)
        setting = context.session.setting(_SETTING)
        if (context.engine.release >= first_plain and setting is None) or (setting or "").lower() in (
            "1",
            "on",
            "true",
        ):
            return
        if isinstance(subject, CreateTable) and subject.temporary:
            return
        for column in defined_columns(subject):
            if _is_open(column):
                message = f"What `{column.name}` gets by default depends on the server's {_SETTING}."
                yield self.finding(column.span, message, *_fixes(column))


def _is_open(column: ColumnDefinition) -> bool:
    is_time = column.type is not None and column.type.name == "timestamp"
    says = column.default or column.null_span or column.on_update or column.generated
    return is_time and not says


def _fixes(column: ColumnDefinition) -> Iterator[Fix]:
    if column.type is None:
        return
    digits = f"({column.type.arguments[0]})" if column.type.arguments else ""
    text = f" DEFAULT CURRENT_TIMESTAMP{digits}" if column.not_null else " NULL"
    at = column.not_null.span.end if column.not_null else column.type.span.end
    yield Fix("Say what it means", (Edit.insert(at, text),), FixKind.UNSAFE)
