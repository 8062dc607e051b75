"""demo/lonely-table."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Fix, FixKind, FollowUp, Good, Rule
from sqlreview.schema import Table


class LonelyTable(Rule[Table]):
    """The table has no friend.

    Why: company is good.

    Instead: create a friend in the next migration.
    """

    id = "demo/lonely-table"
    enabled = False
    examples = (
        Bad(
            "CREATE TABLE a ();\n^^^^^^^^^^^^^^^^^",
            fixed="-- file: 0002_create_a_friend.sql\nCREATE TABLE a_friend ();\n",
        ),
        Good("CREATE TABLE a ();\nCREATE TABLE a_friend ();"),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        friend = f"{subject.name}_friend"
        if not subject.name.endswith("_friend") and context.catalog.get(("relation", "public", friend)) is None:
            step = FollowUp("create", friend, f"CREATE TABLE {friend} ();", f"DROP TABLE {friend};")
            yield self.finding(subject.origin, "Is lonely.", Fix("Create a friend", (), FixKind.UNSAFE, (step,)))
