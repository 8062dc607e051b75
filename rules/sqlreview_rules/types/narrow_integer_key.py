"""types/narrow-integer-key."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity, widened_in_steps
from sqlreview.operations.written import words_of
from sqlreview.schema import Column, Table
from sqlreview.schema.narrow_references import narrow_references
from sqlreview.schema.typed_columns import TypedColumn, typed_columns

_BITS = {"tinyint": 8, "smallint": 16, "mediumint": 24, "integer": 32}
_WORDS = """
    country countries currency currencies status statuses role roles language languages locale locales type types
    kind kinds lookup migration migrations month months weekday weekdays unit units
"""
_LOOKUPS = frozenset(_WORDS.split())
_FEW = _LOOKUPS | {"shard", "partition", "bucket", "slot", "version", "level", "year", "day", "hour"}
"""What a number that nobody counts up tells from each other."""


class NarrowIntegerKey(Rule[Table]):
    """A key column of 32 bits or less can run out of values.

    Why: numbers of rolled back and conflicting inserts are used up too. When the last one is taken every insert fails,
    and changing the column to bigint then rewrites the table, and all that refer to it, while everybody waits.

    Instead: `bigint` from the beginning; it costs four bytes a row. UNSIGNED in MySQL doubles the numbers.
    """

    id = "types/narrow-integer-key"
    engines = ("postgres", "mysql", "mariadb")
    sources = ("https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-INT",)
    examples = (
        Bad(
            """
            CREATE TABLE clicks (
                id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                   ^^^^^^^
                url text NOT NULL
            );
            """,
            fixed="""
            CREATE TABLE clicks (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                url text NOT NULL
            );
            """,
        ),
        Good("CREATE TABLE clicks (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, url text NOT NULL);"),
        Good("CREATE TABLE countries (id smallint PRIMARY KEY, name text NOT NULL);"),
        Good("CREATE TABLE lines (bill_id bigint NOT NULL, line_no integer NOT NULL, PRIMARY KEY (bill_id, line_no));"),
    )

    small_tables: frozenset[str] = frozenset()
    """Tables that never get many rows, in addition to those whose names say so (`countries`, `roles`)."""

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports keys, as they are after the last migration, that are narrower than 64 bits."""
        if subject.name in self.small_tables or not _LOOKUPS.isdisjoint(words_of(subject.name)[-1:]):
            return
        for column in typed_columns(subject):
            kind = column.type
            if kind.name in _BITS and not kind.dimensions and _is_key(subject, column.column):
                largest = 2 ** (_BITS[kind.name] - (not kind.unsigned)) - 1
                name = f"{kind.name} unsigned" if kind.unsigned else kind.name
                message = f"`{subject.name}.{column.column.name}` is {name} and runs out of values at {largest:,}."
                is_here = column.is_definition and column.at.statement == subject.origin.statement
                fixes = (_widened(column, context),) if is_here and not subject.referenced_by else ()
                steps = widened_in_steps(context, subject, column.column)
                severity = Severity.INFO if kind.unsigned and kind.name == "integer" else None
                yield self.finding(column.at, message, *fixes, *steps, severity=severity)
        for name, kind, at in narrow_references(subject, context.catalog):
            message = f"`{subject.name}.{name}` is {kind.name}, so rows with larger ids cannot be referred to."
            yield self.finding(at, message, severity=Severity.INFO)


def _is_key(table: Table, column: Column) -> bool:
    if any(column.name in key.columns for key in table.foreign_keys):
        return False
    is_counted = column.identity is not None or (column.default is not None and "nextval" in column.default.functions)
    if is_counted or table.primary_key is None or table.primary_key.columns != (column.name,):
        return is_counted
    subject = [word for word in words_of(column.name) if word != "id"]
    return _FEW.isdisjoint(subject[-1:])


def _widened(column: TypedColumn, context: Context) -> Fix:
    is_serial = "serial" in context.text(column.type.span).lower()
    new = column.replacement("bigserial" if is_serial else "bigint unsigned" if column.type.unsigned else "bigint")
    return Fix("Use bigint", (Edit.replace(column.type.span, new),), FixKind.UNSAFE)
