"""keys/case-sensitive-unique-text."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.schema import Column, Index, Table
from sqlreview.schema.letter_case import is_case_settled, is_typed_in
from sqlreview.schema.naming import free_relation_name, quoted
from sqlreview.schema.table_roles import is_own_design, keeps_records


class CaseSensitiveUniqueText(Rule[Table]):
    """A unique login name or e-mail is unique only by exact case.

    Why: `Ann@example.org` and `ann@example.org` become two accounts of one person, and who signs in gets the one that
    matches what was typed.

    Instead: a unique index on `lower(email)`, the type `citext` in PostgreSQL, `COLLATE NOCASE` in SQLite, or a CHECK
    that admits lower case only.
    """

    id = "keys/case-sensitive-unique-text"
    engines = ("postgres", "sqlite")
    severity = Severity.INFO
    examples = (
        Bad(
            """
            CREATE TABLE accounts (id bigint PRIMARY KEY, email text NOT NULL UNIQUE);
                                                                              ^^^^^^
            """,
            fixed="""
            CREATE TABLE accounts (id bigint PRIMARY KEY, email text NOT NULL UNIQUE);
            CREATE UNIQUE INDEX accounts_lower_idx ON accounts (lower(email));
            """,
        ),
        Good(
            """
            CREATE TABLE accounts (id bigint PRIMARY KEY, email text NOT NULL);
            CREATE UNIQUE INDEX accounts_email_idx ON accounts (lower(email));
            """
        ),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports unique keys, as they are after the last migration, over such a column as it is."""
        if not is_own_design(subject) or keeps_records(subject):
            return
        seen: set[str] = set()
        for index in subject.indexes:
            for name in index.columns if index.unique else ():
                column = subject.column(name) if name and name not in seen else None
                if column is None or not is_typed_in(column, context.catalog):
                    continue
                if is_case_settled(subject, column, index, context.catalog):
                    continue
                seen.add(column.name)
                message = f"`{subject.name}.{column.name}` takes the same value again in other letter case."
                yield self.finding(index.origin, message, *_fixes(subject, column, index, context))


def _fixes(table: Table, column: Column, index: Index, context: Context) -> Iterator[Fix]:
    is_alone = len(index.keys) == 1 and index.predicate is None and table.column("deleted_at") is None
    if is_alone and index.origin.statement == table.origin.statement:
        name = free_relation_name(context.catalog, table, "lower", "idx")
        target = f"{quoted(name)} ON {quoted(table.name)} (lower({quoted(column.name)}))"
        edit = Edit.insert(len(context.statement.text), f";\nCREATE UNIQUE INDEX {target}")
        yield Fix("Make it unique in lower case", (edit,), FixKind.UNSAFE)
