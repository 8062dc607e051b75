"""keys/comma-separated-list."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations.written import words_of
from sqlreview.queries import Delete, Select, Update
from sqlreview.schema import Table
from sqlreview.schema.split_texts import split_columns
from sqlreview.schema.table_roles import holds_copies, keeps_records
from sqlreview.schema.typed_columns import typed_columns

_TEXTS = ("text", "varchar", "char", "mediumtext", "longtext", "tinytext")
_LISTS = frozenset(("ids", "list", "csv"))
_NAMES_OF_LISTS = frozenset(
    ("price", "mailing", "wish", "play", "todo", "waiting", "check", "black", "white", "allow", "deny", "block", "task")
)


class CommaSeparatedList(Rule[Select | Update | Delete | Table]):
    """One column holds a list of values as delimited text.

    Why: no foreign key checks the values, no index finds one of them, and `LIKE '%7%'` finds 17 and 71.

    Instead: a table with one row for each value; in PostgreSQL an array where the values are no keys.
    """

    id = "keys/comma-separated-list"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            SELECT id FROM recipes WHERE ',' || ingredients || ',' LIKE '%,7,%' ORDER BY id LIMIT 10;
                                                ^^^^^^^^^^^
            """,
            given="CREATE TABLE recipes (id bigint PRIMARY KEY, ingredients text NOT NULL);",
        ),
        Bad(
            """
            CREATE TABLE recipes (id bigint PRIMARY KEY, ingredient_ids text NOT NULL);
                                                                        ^^^^
            """
        ),
        Good(
            """
            CREATE TABLE recipe_ingredients (
                recipe_id bigint NOT NULL,
                ingredient_no bigint NOT NULL,
                PRIMARY KEY (recipe_id, ingredient_no)
            );
            """
        ),
    )

    def check(self, subject: Select | Update | Delete | Table, context: Context) -> Iterator[Finding]:
        """Reports queries that take a text for a list, and, softly, columns whose names say so."""
        if not isinstance(subject, Table):
            for name, reference in split_columns(subject, context.catalog):
                message = f"`{name}` is searched as a list, which reads every row."
                yield self.finding(reference.column_span, message, severity=Severity.WARNING)
            return
        if holds_copies(subject) or keeps_records(subject):
            return
        for item in typed_columns(subject):
            is_text = item.type.name in _TEXTS and not item.type.dimensions and not item.column.generated
            if is_text and _names_list(item.column.name):
                message = f"`{subject.name}.{item.column.name}` seems to hold a list as text."
                yield self.finding(item.at, message)


def _names_list(name: str) -> bool:
    words = words_of(name)
    return words == ("tags",) or (len(words) > 1 and words[-1] in _LISTS and words[-2] not in _NAMES_OF_LISTS)
