"""compat/new-write-restriction."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Migration, Rule, Severity, Step
from sqlreview.operations import (
    AddCheck,
    AddDomainConstraint,
    AddForeignKey,
    AddNotNull,
    AddUnique,
    CreateIndex,
    DropConstraint,
    DropIndex,
    SetNotNull,
)


class NewWriteRestriction(Rule[Migration]):
    """Running code may still send what the new constraint refuses.

    Why: instances of the old version know nothing of the rule. A constraint that is NOT VALID leaves the rows that
    exist alone, and checks every row that is written from here on.

    Instead: release code that keeps the rule first, then add it.
    """

    id = "compat/new-write-restriction"
    severity = Severity.HINT
    enabled = False
    sources = ("https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT",)
    examples = (
        Bad(
            """
            ALTER TABLE orders ADD CONSTRAINT total_check CHECK (total >= 0) NOT VALID;
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good(
            """
            ALTER TABLE orders ADD COLUMN weight integer;
            ALTER TABLE orders ADD CONSTRAINT weight_check CHECK (weight >= 0) NOT VALID;
            """,
            given=SHOP,
        ),
    )

    def check(self, subject: Migration, context: Context) -> Iterator[Finding]:
        """Reports rules on columns that existed before the file, unless it takes a rule about them away."""
        added = (AddCheck, AddUnique, AddForeignKey, SetNotNull, AddNotNull, CreateIndex)
        loosened = {step.table.key for step in subject.steps_of(DropConstraint) if step.table}
        dropped = (subject.before.index(drop.index) for _, drop in subject.operations(DropIndex))
        loosened |= {found[0].key for found in dropped if found is not None}
        for step in subject.steps_of(*added):
            columns = _restricted(step)
            known = subject.before.table_at(step.table.key) if step.table else None
            if columns is None or not step.names_live or (step.table and step.table.key in loosened):
                continue
            if known is not None and known.complete and columns and not any(known.column(name) for name in columns):
                continue
            name = known.name if known else "the table"
            yield self.finding(step.at, f"Code that writes to `{name}` and does not know the rule fails from here on.")
        for position, domain in subject.operations(AddDomainConstraint):
            record = subject.before.user_type(domain.domain)
            if record is not None and not context.created_in_run(record):
                at = subject.origins[position].within(domain.span)
                message = f"Code that writes values of `{record.name}` and does not know the rule fails from here on."
                yield self.finding(at, message)


def _restricted(step: Step) -> tuple[str, ...] | None:
    """The columns a new rule is about; None where nothing is refused."""
    match step.operation:
        case AddCheck(constraint=check):
            return check.expression.columns if check.timing.enforced else None
        case AddForeignKey(constraint=key):
            return tuple(column.text for column in key.columns) if key.timing.enforced else None
        case AddUnique(constraint=unique):
            return None if unique.using_index else tuple(column.text for column in unique.columns)
        case AddNotNull(constraint=rule):
            return tuple(column.text for column in rule.columns)
        case SetNotNull(column=column):
            return (column.text,)
        case CreateIndex(unique=True, keys=keys):
            return tuple(key.column.text for key in keys if key.column)
    return None
