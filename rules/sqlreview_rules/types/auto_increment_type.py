"""types/auto-increment-type."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import AddColumn, CreateTable, ModifyColumn
from sqlreview.operations.written import defined_columns

_EXACT = ("numeric", "decimal")
_FLOATS = ("float", "real", "double", "double precision")
_NARROW = {"tinyint": 127, "smallint": 32_767, "mediumint": 8_388_607}


class AutoIncrementType(Rule[CreateTable | AddColumn | ModifyColumn]):
    """AUTO_INCREMENT stands on a type that is no integer, or that soon runs out of numbers.

    Why: DECIMAL is refused (error 1063), FLOAT and DOUBLE skip numbers once they are large and are refused since MySQL
    8.4, and the numbers of a SMALLINT end at 32,767, rolled back inserts included.

    Instead: `bigint unsigned AUTO_INCREMENT`.
    """

    id = "types/auto-increment-type"
    subsumes = ("types/narrow-integer-key",)
    engines = ("mysql", "mariadb")
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/example-auto-increment.html",)
    examples = (
        Bad(
            """
            CREATE TABLE scans (id smallint AUTO_INCREMENT PRIMARY KEY);
                                   ^^^^^^^^
            """,
            fixed="""
            CREATE TABLE scans (id bigint AUTO_INCREMENT PRIMARY KEY);
            """,
            engine="mysql",
        ),
        Good("CREATE TABLE scans (id bigint unsigned AUTO_INCREMENT PRIMARY KEY);", engine="mysql"),
    )

    def check(self, subject: CreateTable | AddColumn | ModifyColumn, context: Context) -> Iterator[Finding]:
        """Reports counted columns of other types than INT and BIGINT."""
        for column in defined_columns(subject):
            if column.auto_increment is None or column.type is None:
                continue
            kind = column.type
            severity = Severity.ERROR if kind.name in _EXACT else None
            if kind.name in _EXACT or kind.name in _FLOATS:
                reason = f"{kind.name} is no integer type."
            elif kind.name in _NARROW:
                most = 2 * _NARROW[kind.name] + 1 if kind.unsigned else _NARROW[kind.name]
                reason = f"{kind.name} has no number after {most:,}."
            else:
                continue
            fix = Fix("Use bigint", (Edit.replace(kind.span, "bigint"),), FixKind.UNSAFE)
            fixes = (fix,) if isinstance(subject, CreateTable) else ()
            yield self.finding(kind.span, f"`{column.name}` counts up, and {reason}", *fixes, severity=severity)
