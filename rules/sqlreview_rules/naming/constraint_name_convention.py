"""naming/constraint-name-convention."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import (
    AddCheck,
    AddColumn,
    AddExclusion,
    AddForeignKey,
    AddPrimaryKey,
    AddUnique,
    CreateTable,
    PrimaryKey,
)
from sqlreview.operations.written import written_constraints
from sqlreview.schema.name_patterns import follows, made_from
from sqlreview.schema.naming import quoted
from sqlreview.schema.template_parts import columns_named, kind_of

_Carrier = CreateTable | AddColumn | AddPrimaryKey | AddUnique | AddForeignKey | AddCheck | AddExclusion


class ConstraintNameConvention(Rule[_Carrier]):
    """A constraint name does not follow the template of its kind.

    Why: errors show the name of the constraint, and migrations that change it have to know it.

    Instead: the name that the template makes, by default the one PostgreSQL would give or its short form, `fk_...`.
    """

    id = "naming/constraint-name-convention"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            CREATE TABLE songs (id bigint PRIMARY KEY, title text CONSTRAINT foo UNIQUE);
                                                                             ^^^
            """,
            fixed="CREATE TABLE songs (id bigint PRIMARY KEY, title text CONSTRAINT uq_songs_title UNIQUE);",
        ),
        Good("CREATE TABLE songs (id bigint PRIMARY KEY, rating int CONSTRAINT chk_songs_rating CHECK (rating < 6));"),
    )

    primary_key: tuple[str, ...] = ("pk_{table}", "{table}_pkey")
    """Templates of primary keys, of which one has to fit."""
    unique: tuple[str, ...] = ("uq_{table}_{columns}", "{table}_{columns}_key")
    """Templates of UNIQUE constraints."""
    foreign_key: tuple[str, ...] = ("fk_{table}_{columns}", "{table}_{columns}_fkey")
    """Templates of foreign keys."""
    check_: tuple[str, ...] = ("chk_{table}_{suffix}", "{table}_{suffix}_check", "{table}_check")
    """Templates of checks."""
    exclusion: tuple[str, ...] = ("ex_{table}_{suffix}", "{table}_{suffix}_excl")
    """Templates of EXCLUDE constraints."""

    def check(self, subject: _Carrier, context: Context) -> Iterator[Finding]:
        """Reports names that are written; MySQL forgets those of primary keys."""
        for part in written_constraints(subject):
            templates = getattr(self, kind_of(part), ())
            forgotten = context.engine.family == "mysql" and isinstance(part, PrimaryKey)
            if part.name is None or not templates or forgotten or "{" in part.name.text:
                continue
            table, columns = subject.table.text, columns_named(part)
            if not follows(part.name.text, templates, table, columns):
                name = made_from(templates, table, columns)
                edits = (Edit.replace(part.name.span, quoted(name)),) if name else ()
                fixes = (Fix("Name it by the template", edits, FixKind.UNSAFE),) if edits else ()
                yield self.finding(part.name.span, f"`{part.name}` is not named after `{templates[0]}`.", *fixes)
