"""keys/self-referencing-foreign-key."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations.written import words_of
from sqlreview.schema import Table

_SINGLE = frozenset(
    ("previous", "prev", "next", "replaced", "replaces", "superseded", "supersedes", "successor", "version")
)
_COMPANIONS = frozenset(("path", "ltree", "lft", "rgt", "lineage", "materialized_path", "tree_path"))


class SelfReferencingForeignKey(Rule[Table]):
    """A table references itself, so reads of whole trees need recursion.

    Why: the descendants of a row are found level by level with WITH RECURSIVE, which gets slow in deep trees.

    Instead: keep it for shallow trees; a path, an ltree or a table of all ancestors where subtrees are read often.
    """

    id = "keys/self-referencing-foreign-key"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            CREATE TABLE folders (id bigint PRIMARY KEY, parent_id bigint REFERENCES folders (id));
                                                                          ^^^^^^^^^^^^^^^^^^^^^^^
            """
        ),
        Good("CREATE TABLE folders (id bigint PRIMARY KEY, path varchar(200) NOT NULL UNIQUE);"),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports foreign keys of a table to itself, but for links to one other row, and tables with a path."""
        if subject.temporary or any(column.name.lower() in _COMPANIONS for column in subject.columns):
            return
        for key in subject.foreign_keys:
            words = {word for name in key.columns for word in words_of(name)}
            if key.referenced == subject.key and not key.inherited and words.isdisjoint(_SINGLE):
                message = f"`{subject.name}` points to itself, so a whole tree is read by recursion."
                yield self.finding(key.origin, message)
