"""naming/unqualified-name."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import (
    AddColumn,
    CreateDomain,
    CreateEnum,
    CreateIndex,
    CreateMaterializedView,
    CreateRoutine,
    CreateTable,
    CreateView,
    DropColumn,
    DropRoutine,
    DropTable,
    DropView,
    Name,
    WriteRows,
)

_Named = (
    CreateTable
    | CreateView
    | CreateMaterializedView
    | CreateIndex
    | CreateRoutine
    | CreateEnum
    | CreateDomain
    | AddColumn
    | DropColumn
    | DropTable
    | DropView
    | DropRoutine
)


class UnqualifiedName(Rule[_Named | WriteRows]):
    """An object is named without its schema, so search_path decides where it is created or read.

    Why: the same migration creates its tables in another schema for a role with another search_path.

    Instead: write the schema, `public.pens`.
    """

    id = "naming/unqualified-name"
    severity = Severity.HINT
    enabled = False
    sources = ("https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PATH",)
    examples = (
        Bad(
            """
            CREATE TABLE pens (id bigint PRIMARY KEY);
                         ^^^^
            """
        ),
        Good("CREATE TABLE public.pens (id bigint PRIMARY KEY);"),
    )

    dml: bool = False
    """Whether targets of INSERT, UPDATE and DELETE need their schema too."""

    def check(self, subject: _Named | WriteRows, context: Context) -> Iterator[Finding]:
        """Reports names of tables, views, functions and types, unless the session sets search_path."""
        if getattr(subject, "temporary", False) or (isinstance(subject, WriteRows) and not self.dml):
            return
        name = _name_of(subject)
        table = context.catalog.table(name)
        is_set = context.session.search_path != ("public",)
        if name.schema is None and not is_set and not (table and table.temporary):
            yield self.finding(name.span, f"`{name.text}` is looked up by search_path, which differs between roles.")


def _name_of(operation: _Named | WriteRows) -> Name:
    match operation:
        case CreateView(view=name) | CreateMaterializedView(view=name) | DropView(view=name):
            return name
        case CreateRoutine(name=name) | DropRoutine(name=name) | CreateEnum(type=name) | CreateDomain(domain=name):
            return name
    return operation.table
