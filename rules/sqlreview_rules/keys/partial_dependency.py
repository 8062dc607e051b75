"""keys/partial-dependency."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Related, Rule, Severity
from sqlreview.schema import Table
from sqlreview.schema.keys import primary_key_columns
from sqlreview.schema.repeated_facts import copied_attributes
from sqlreview.schema.table_roles import holds_things, points_to


class PartialDependency(Rule[Table]):
    """A non-key column depends on one part of a composite key.

    Why: the title of a course is stored once for each student; one of the copies is forgotten when it changes.

    Instead: the column in the table of that part. Where the value of that moment is meant, say so in a comment that
    contains "snapshot".
    """

    id = "keys/partial-dependency"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    examples = (
        Bad(
            """
            CREATE TABLE enrolments (
                student_id bigint,
                course_id bigint REFERENCES courses (id),
                course_title text NOT NULL,
                ^^^^^^^^^^^^^^^^^^^^^^^^^^
                PRIMARY KEY (course_id, student_id)
            );
            """,
            given="CREATE TABLE courses (id bigint PRIMARY KEY, title text NOT NULL);",
        ),
        Good(
            """
            CREATE TABLE enrolments (
                student_id bigint,
                course_id bigint REFERENCES courses (id),
                grade int,
                PRIMARY KEY (course_id, student_id)
            );
            """,
            given="CREATE TABLE courses (id bigint PRIMARY KEY, title text NOT NULL);",
        ),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports columns that repeat an attribute of what one column of a composite key names."""
        key = primary_key_columns(subject)
        if len([name for name in key if points_to(name)]) < 2 or not holds_things(subject):
            return
        for column, parent, name in copied_attributes(subject, context.catalog, key):
            message = f"`{subject.name}.{column.name}` depends on a part of the key: it is `{parent.name}.{name}`."
            related = (Related(f"`{parent.name}` is created here", parent.origin),)
            yield self.finding(column.origin, message, related=related)
