"""naming/unnamed-constraint."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import (
    AddCheck,
    AddColumn,
    AddExclusion,
    AddForeignKey,
    AddUnique,
    Check,
    Constraint,
    CreateTable,
    Exclusion,
    ForeignKey,
    Unique,
)
from sqlreview.operations.written import written_constraints
from sqlreview.schema.name_patterns import made_from
from sqlreview.schema.naming import quoted
from sqlreview.schema.template_parts import columns_named, kind_of

_Carrier = CreateTable | AddColumn | AddUnique | AddForeignKey | AddCheck | AddExclusion
_TEMPLATES = {"unique": "uq", "foreign_key": "fk", "check_": "chk", "exclusion": "ex"}


class UnnamedConstraint(Rule[_Carrier]):
    """A constraint has no name, so its generated name must be guessed when it is changed.

    Why: PostgreSQL derives the name from the table and the columns it had at the time, MySQL and MariaDB count; after a
    rename, or on a server where another migration came first, it is another one.

    Instead: `CONSTRAINT name` before it.
    """

    id = "naming/unnamed-constraint"
    engines = ("postgres", "mysql", "mariadb")
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            CREATE TABLE mugs (id bigint PRIMARY KEY, ml int NOT NULL, CHECK (ml > 0));
                                                                       ^^^^^^^^^^^^^^
            """,
            fixed="CREATE TABLE mugs (id bigint PRIMARY KEY, ml int NOT NULL, CONSTRAINT chk_mugs_ml CHECK (ml > 0));",
        ),
        Good("CREATE TABLE mugs (id bigint PRIMARY KEY, ml int NOT NULL, CONSTRAINT chk_mugs_ml CHECK (ml > 0));"),
    )

    inline: bool = False
    """Whether CHECK and REFERENCES at a column need a name too."""

    def check(self, subject: _Carrier, context: Context) -> Iterator[Finding]:
        """Reports constraints of lasting tables; a primary key has one name per table anyway."""
        if isinstance(subject, CreateTable) and (subject.temporary or subject.foreign):
            return
        for part in self._concerned(subject):
            if part.name is None and isinstance(part, Unique | ForeignKey | Check | Exclusion):
                what = context.text(part.span).split("(")[0].strip().upper() or "CONSTRAINT"
                message = f"The name of this {what} constraint of `{subject.table.text}` is left to the server."
                yield self.finding(part.span, message, *_fixes(part, subject))

    def _concerned(self, subject: _Carrier) -> Iterator[Constraint]:
        at_columns = {part.span for column in getattr(subject, "columns", ()) for part in column.constraints}
        if isinstance(subject, AddColumn):
            at_columns = {part.span for part in subject.column.constraints}
        for part in written_constraints(subject):
            if part.span not in at_columns or (self.inline and isinstance(part, Check | ForeignKey)):
                yield part


def _fixes(part: Constraint, subject: _Carrier) -> Iterator[Fix]:
    template = _TEMPLATES[kind_of(part)] + "_{table}_{columns}"
    name = made_from((template,), subject.table.text, columns_named(part)) if columns_named(part) else None
    if name and getattr(part, "using_index", None) is None:
        edit = Edit.insert(part.span.start, f"CONSTRAINT {quoted(name)} ")
        yield Fix("Name the constraint", (edit,), FixKind.UNSAFE)
