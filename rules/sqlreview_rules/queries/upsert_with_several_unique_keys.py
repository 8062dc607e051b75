"""queries/upsert-with-several-unique-keys."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule
from sqlreview.queries import Insert
from sqlreview.schema.upserts import filled_keys

_BADGES = """
CREATE TABLE badges (
    id bigint AUTO_INCREMENT PRIMARY KEY,
    code varchar(20) NOT NULL UNIQUE,
    slot int NOT NULL UNIQUE,
    uses int NOT NULL
);
"""


class UpsertWithSeveralUniqueKeys(Rule[Insert]):
    """ON DUPLICATE KEY UPDATE may change a different row than the one meant.

    Why: the row that is found by any of the keys is changed. Where one key finds one row and another key a second one,
    only the first is changed and the conflict on the other key stays unseen; REPLACE deletes both.

    Instead: insert into one key only, or lock the row and decide in the program.
    """

    id = "queries/upsert-with-several-unique-keys"
    engines = ("mysql", "mariadb")
    sources = ("https://dev.mysql.com/doc/refman/8.4/en/insert-on-duplicate.html", "measured on MariaDB 10.11")
    examples = (
        Bad(
            """
            INSERT INTO badges (code, slot, uses) VALUES ('A', 20, 1) ON DUPLICATE KEY UPDATE uses = uses + 1;
                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            given=_BADGES,
            engine="mysql",
        ),
        Good(
            """
            INSERT INTO tags (name, uses) VALUES ('a', 1) ON DUPLICATE KEY UPDATE uses = uses + 1;
            """,
            given="CREATE TABLE tags (id bigint AUTO_INCREMENT PRIMARY KEY, name varchar(20) UNIQUE, uses int);",
            engine="mysql",
        ),
    )

    def check(self, subject: Insert, context: Context) -> Iterator[Finding]:
        """Reports upserts into a known table that give values for two of its keys."""
        conflict = subject.on_conflict if subject.on_conflict and subject.on_conflict.any_key else None
        if conflict is None and subject.resolution != "replace":
            return
        keys = filled_keys(subject, context.catalog)
        if len(keys) > 1:
            named = " and ".join(f"({', '.join(key)})" for key in keys[:2])
            verb = "changed" if conflict else "deleted"
            message = f"The row is looked up by {named}, and whichever key finds one decides which row is {verb}."
            yield self.finding(conflict.span if conflict else subject.keyword, message)
