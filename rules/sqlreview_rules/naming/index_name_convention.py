"""naming/index-name-convention."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.operations import CreateIndex
from sqlreview.schema.name_patterns import follows, made_from
from sqlreview.schema.naming import quoted
from sqlreview.schema.template_parts import key_columns

_SONGS = "CREATE TABLE songs (id bigint PRIMARY KEY, title text NOT NULL);"


class IndexNameConvention(Rule[CreateIndex]):
    """An index name does not follow the template.

    Why: plans and statistics show the name of the index only; one that says the table and the columns needs no looking
    up.

    Instead: the name that the template makes, by default `idx_songs_title` or PostgreSQL's own `songs_title_idx`.
    """

    id = "naming/index-name-convention"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            CREATE INDEX my_index ON songs (title);
                         ^^^^^^^^
            """,
            fixed="CREATE INDEX idx_songs_title ON songs (title);",
            given=_SONGS,
        ),
        Good(f"{_SONGS} CREATE INDEX idx_songs_title ON songs (title);"),
        Good(f"{_SONGS} CREATE INDEX ON songs (title);"),
    )

    plain: tuple[str, ...] = ("idx_{table}_{columns}", "{table}_{columns}_idx")
    """Templates of indexes, of which one has to fit."""
    unique: tuple[str, ...] = ("uq_{table}_{columns}", "{table}_{columns}_key", "{table}_{columns}_idx")
    """Templates of unique indexes."""

    def check(self, subject: CreateIndex, context: Context) -> Iterator[Finding]:
        """Reports names of indexes on plain columns; one on an expression has a name of its own."""
        columns = key_columns(subject.keys)
        if subject.name is None or len(columns) < len(subject.keys) or "{" in subject.name.text:
            return
        templates = self.unique if subject.unique else self.plain
        if follows(subject.name.text, templates, subject.table.text, columns):
            return
        name = made_from(templates, subject.table.text, columns)
        schema = f"{quoted(subject.name.schema)}." if subject.name.schema else ""
        edit = Edit.replace(subject.name.span, f"{schema}{quoted(name)}") if name else None
        fixes = (Fix("Name it by the template", (edit,), FixKind.UNSAFE),) if edit else ()
        yield self.finding(subject.name.span, f"`{subject.name}` is not named after `{templates[0]}`.", *fixes)
