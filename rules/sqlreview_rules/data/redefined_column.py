"""data/redefined-column."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import ColumnType, ModifyColumn
from sqlreview.schema import Column

_JOBS = "CREATE TABLE jobs (id int PRIMARY KEY, tries int NOT NULL DEFAULT 0);"


class RedefinedColumn(Rule[ModifyColumn]):
    """MODIFY and CHANGE define the whole column anew, and what they do not repeat is gone.

    Why: `MODIFY tries bigint` turns NOT NULL DEFAULT 0 into a nullable column without a default; `MODIFY id bigint NOT
    NULL` takes AUTO_INCREMENT away. The server says nothing.

    Instead: repeat the whole definition. To change only the default, `ALTER COLUMN c SET DEFAULT`; only the name,
    `RENAME COLUMN a TO b`.
    """

    id = "data/redefined-column"
    engines = ("mysql", "mariadb")
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/alter-table.html#alter-table-redefine-column",)
    examples = (
        Bad(
            """
            ALTER TABLE jobs MODIFY tries bigint;
                                    ^^^^^^^^^^^^
            """,
            given=_JOBS,
            engine="mysql",
        ),
        Good("ALTER TABLE jobs MODIFY tries int NOT NULL DEFAULT 5;", given=_JOBS, engine="mysql"),
        Good("ALTER TABLE jobs ALTER COLUMN tries SET DEFAULT 1;", given=_JOBS, engine="mysql"),
    )

    def check(self, subject: ModifyColumn, context: Context) -> Iterator[Finding]:
        """Reports attributes that the column has and the new definition does not mention."""
        table = context.catalog.table(subject.table)
        old = table.column(subject.column.text) if table else None
        if not context.is_live(subject.table):
            return
        if table is None or old is None:
            yield from self._unknown(subject, context, is_complete=table is not None and table.complete)
            return
        key = table.primary_key
        lost = list(_lost(old, subject, is_key=key is not None and old.name in key.columns))
        if lost:
            what = lost[0] if len(lost) == 1 else f"{', '.join(lost[:-1])} and {lost[-1]}"
            message = f"The new definition of `{table.name}.{old.name}` drops its {what}."
            yield self.finding(subject.definition.span, message)

    def _unknown(self, subject: ModifyColumn, context: Context, *, is_complete: bool) -> Iterator[Finding]:
        """CHANGE with the same name twice, of a column that the history does not know."""
        words = context.text(subject.span).upper().replace("`", "").split()[:4]
        words = [word for word in words if word != "COLUMN"]
        if not is_complete and words[0] == "CHANGE" and words[1] == words[2]:
            message = (
                f"What `{subject.column}` had and this definition does not repeat is gone; MODIFY would say the same."
            )
            yield self.finding(subject.definition.span, message, severity=Severity.INFO)


def _lost(old: Column, subject: ModifyColumn, is_key: bool) -> Iterator[str]:
    new = subject.definition
    if old.not_null and new.not_null is None and new.null_span is None and not is_key and new.generated is None:
        yield "NOT NULL"
    if old.identity is not None and new.auto_increment is None:
        yield "AUTO_INCREMENT"
    if old.default is not None and new.default is None and old.default.text.upper() != "NULL":
        yield f"default {old.default.text}"
    if old.on_update is not None and new.on_update is None:
        yield "ON UPDATE"
    if old.comment and new.comment is None:
        yield "comment"
    if _charset(old.type) != _charset(new.type) and _charset(old.type):
        yield f"character set {_charset(old.type)}"
    elif old.collation and not new.collation and not _charset(new.type):
        yield f"collation {old.collation}"
    if old.generated is not None and new.generated is None:
        yield "generated expression"


def _charset(kind: ColumnType | None) -> str | None:
    return kind.charset if kind else None
