"""transactions/non-atomic-swap."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Edit, Finding, Fix, Good, Migration, Related, Rule, Severity
from sqlreview.operations import CreateIndex, DropColumn, DropIndex, DropTable, Operation, RenameColumn, RenameTable

_NEXT = f"{SHOP}\nCREATE TABLE products_next (id uuid PRIMARY KEY, name text NOT NULL);"


class NonAtomicSwap(Rule[Migration]):
    """Between the drop and the rename nothing has the name that the application uses.

    Why: each statement takes effect for itself, so queries in between fail; if the rename fails, nothing has the name
    until somebody repairs it. MySQL and MariaDB commit each DDL statement, even within START TRANSACTION.

    Instead: both in one transaction; in MySQL and MariaDB in one statement: `RENAME TABLE a TO old, b TO a`, or both
    actions in one ALTER TABLE.
    """

    id = "transactions/non-atomic-swap"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.INFO
    sources = ("https://dev.mysql.com/doc/refman/8.0/en/rename-table.html",)
    examples = (
        Bad(
            """
            DROP TABLE products;
            ^^^^^^^^^^^^^^^^^^^
            ALTER TABLE products_next RENAME TO products;
            """,
            fixed="""
            BEGIN;
            DROP TABLE products;
            ALTER TABLE products_next RENAME TO products;
            COMMIT;
            """,
            given=_NEXT,
        ),
        Good("BEGIN;\nDROP TABLE products;\nALTER TABLE products_next RENAME TO products;\nCOMMIT;", given=_NEXT),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports a drop whose name a later statement of the file gives to something else."""
        renames = [(place, _new_name(item)) for place, item in subject.operations(RenameColumn, RenameTable)]
        for step in subject.steps_of(DropColumn, DropTable) if renames else ():
            position = subject.positions[step.at.statement]
            later = (place for place, name in renames if place > position and name == _old_name(step.operation))
            after = next(later, None)
            if after is None or not step.names_live or step.in_body:
                continue
            is_mysql, rename = context.engine.family == "mysql", subject.origins[after]
            if not is_mysql and rename.transaction == step.at.transaction:
                continue
            name = _old_name(step.operation)[1]
            related = (Related("It gets its name here.", rename),)
            fixes = () if is_mysql else tuple(_together(subject, position, after))
            message = f"Until the rename below nothing is called `{name}`."
            yield self.finding(step.at, message, *fixes, related=related)


def _old_name(operation: Operation) -> tuple[str, str]:
    match operation:
        case DropColumn(table=table, column=column):
            return table.text, column.text
        case DropTable(table=table):
            return "", table.text
    return "", ""


def _new_name(operation: RenameColumn | RenameTable) -> tuple[str, str]:
    return operation.table.text if isinstance(operation, RenameColumn) else "", operation.new_name.text


def _together(migration: Migration, first: int, last: int) -> Iterator[Fix]:
    """BEGIN and COMMIT around what belongs together, where nothing in between has a transaction or refuses one."""
    between = migration.statements[first : last + 1]
    apart = (CreateIndex, DropIndex)
    is_open = all(migration.origins[place].transaction == migration.origins[place].statement for place in (first, last))
    if is_open and not any(isinstance(part, apart) for statement in between for part in statement.operations):
        end = migration.starts[last] + len(migration.statements[last].text) - migration.starts[first]
        closed = migration.statements[last].terminated
        commit = Edit.insert(end + closed, "\nCOMMIT;" if closed else ";\nCOMMIT;")
        yield Fix("Do both in one transaction", (Edit.insert(0, "BEGIN;\n"), commit))
