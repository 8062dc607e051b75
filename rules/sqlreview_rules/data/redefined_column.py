"""data/redefined-column."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule
from sqlreview.operations import ModifyColumn
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
        Good("ALTER TABLE jobs MODIFY tries bigint NOT NULL DEFAULT 0;", given=_JOBS, engine="mysql"),
        Good("ALTER TABLE jobs ALTER COLUMN tries SET DEFAULT 1;", given=_JOBS, engine="mysql"),
    )

    def check(self, subject: ModifyColumn, context: Context) -> Iterator[Finding]:
        """Reports attributes that the column has and the new definition does not mention."""
        table = context.catalog.table(subject.table)
        old = table.column(subject.column.text) if table else None
        if table is None or old is None or not context.is_live(subject.table):
            return
        key = table.primary_key
        lost = list(_lost(old, subject, is_key=key is not None and old.name in key.columns))
        if lost:
            what = lost[0] if len(lost) == 1 else f"{', '.join(lost[:-1])} and {lost[-1]}"
            message = f"The new definition of `{table.name}.{old.name}` drops its {what}."
            yield self.finding(subject.definition.span, message)


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
    if old.generated is not None and new.generated is None:
        yield "generated expression"
