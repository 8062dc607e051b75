"""keys/missing-not-null."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations.written import table_creation, words_of
from sqlreview.schema import Column, Table
from sqlreview.schema.column_definitions import DefinedColumn, accepts_null, defined_columns, is_flag, is_null_default
from sqlreview.schema.table_roles import holds_copies, is_own_design

_NEEDED = frozenset(("id", "name", "title", "email", "status", "type", "payload", "body", "quantity", "qty"))
_AMOUNTS = frozenset(("amount", "price", "total", "quantity", "qty"))
_CREATED = (("created", "at"), ("created", "on"), ("date", "created"))
_RARE = """
    to until by description descriptions desc note notes comment comments avatar bio deleted ended parent manager
    middle meta metadata optional details remark remarks nickname suffix image url photo approver updater assignee
"""
_OPTIONAL = frozenset(_RARE.split())
_MANY = 3
_RECORDS = frozenset(("history", "histories", "archive", "archives", "audit", "audits", "log", "logs"))


class MissingNotNull(Rule[Table]):
    """A column that every row needs accepts NULL.

    Why: a name, a status or an owner that is missing is noticed by the program that reads it, far from the one that
    forgot to write it; comparisons with NULL silently leave the row out.

    Instead: `NOT NULL` while the table is new. Where NULL is meant to be possible, write the word NULL.
    """

    id = "keys/missing-not-null"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            CREATE TABLE suppliers (id bigint PRIMARY KEY, name text, price int, bio text);
                         ^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE suppliers (id bigint PRIMARY KEY, name text NOT NULL, price int NOT NULL, bio text);
            """,
        ),
        Good("CREATE TABLE suppliers (id bigint PRIMARY KEY, name text NOT NULL, notes text);"),
    )

    every_column: bool = False
    """Whether to report every column that accepts NULL, whatever its name."""

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports tables whose CREATE TABLE leaves such columns nullable and no later migration corrects it."""
        creation = table_creation(context.statement.operations, subject.origin.span)
        is_business = is_own_design(subject) and not holds_copies(subject)
        if creation is None or not is_business or not _RECORDS.isdisjoint(words_of(subject.name)):
            return
        columns = defined_columns(subject, context.statement.operations)
        items = [item for item in columns if _is_open(item, context, subject)]
        needed = items if self.every_column else [item for item in items if _is_needed(subject, item.column)]
        if not needed and _requires_nothing(subject):
            needed = [item for item in items if _OPTIONAL.isdisjoint(words_of(item.column.name))]
        if needed:
            names = ", ".join(f"`{item.column.name}`" for item in needed)
            edits = tuple(edit for item in needed if (edit := item.with_not_null))
            at = subject.origin.within(creation.table.span)
            message = f"Rows of `{subject.name}` may have no {names}."
            yield self.finding(at, message, Fix("Add NOT NULL", edits, FixKind.UNSAFE))


def _is_open(item: DefinedColumn, context: Context, table: Table) -> bool:
    kind = item.column.type.name if item.column.type else ""
    is_asked = kind != "" and not is_flag(item.column) and is_null_default(item.column)
    lacks_key = item.column.name == "id" and table.primary_key is None
    return is_asked and not lacks_key and accepts_null(table, item.column, context.catalog)


def _is_needed(table: Table, column: Column) -> bool:
    key = next((item for item in table.foreign_keys if column.name in item.columns), None)
    words = words_of(column.name)
    if key is not None:
        is_link = key.on_delete != "SET NULL" and key.referenced != table.key
        return is_link and _OPTIONAL.isdisjoint(words)
    return words in _CREATED or (len(words) == 1 and words[0] in _NEEDED) or words[-1:] in {(w,) for w in _AMOUNTS}


def _requires_nothing(table: Table) -> bool:
    """Whether there are several columns beside the key, and every row may leave all of them out."""
    key = table.primary_key.columns if table.primary_key else ()
    others = [column for column in table.columns if column.name not in key]
    return len(others) >= _MANY and not any(item.not_null or item.generated or item.null_stated for item in others)
