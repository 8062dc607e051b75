"""compat/replica-identity-change."""

from collections.abc import Iterator

from sqlreview import SHOP, Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import Other, SetReplicaIdentity


class ReplicaIdentityChange(Rule[SetReplicaIdentity | Other]):
    """What logical replication sends of the table changes, or whether its rows can be changed at all.

    Why: subscribers and change data capture find the changed row by its replica identity. A published table without
    one refuses UPDATE and DELETE; one that leaves its publication stops arriving, without an error.

    Instead: change it together with those who read the stream; FULL where the table has no key.
    """

    id = "compat/replica-identity-change"
    severity = Severity.INFO
    enabled = False
    sources = ("https://www.postgresql.org/docs/current/logical-replication-publication.html",)
    examples = (
        Bad(
            """
            ALTER TABLE orders REPLICA IDENTITY FULL;
                               ^^^^^^^^^^^^^^^^^^^^^
            """,
            given=SHOP,
        ),
        Good("CREATE TABLE carts (id bigint PRIMARY KEY);\nALTER TABLE carts REPLICA IDENTITY FULL;"),
    )

    def check(self, subject: SetReplicaIdentity | Other, context: Context) -> Iterator[Finding]:
        """Reports tables in use; NOTHING as a warning."""
        if isinstance(subject, SetReplicaIdentity):
            if not context.is_live(subject.table):
                return
            name = str(subject.table).removeprefix("public.")
            if subject.identity == "nothing":
                message = f"UPDATE and DELETE of `{name}` are refused while it is published, and sent without a key."
                yield self.finding(subject.span, message, severity=Severity.WARNING)
            else:
                message = f"Subscribers of `{name}` get another identity of changed rows from here on."
                yield self.finding(subject.span, message)
        elif subject.kind in ("alter publication", "drop publication"):
            yield from self._publication(subject, context)

    def _publication(self, subject: Other, context: Context) -> Iterator[Finding]:
        """What a publication loses."""
        words = context.text(subject.span).upper().split()
        if subject.kind == "drop publication" and words[2:4] != ["IF", "EXISTS"]:
            yield self.finding(subject.span, "Subscribers of the publication get nothing from here on.")
        elif words[3:4] in (["DROP"], ["SET"]) and any(context.is_live(table) for table in subject.tables):
            yield self.finding(subject.span, "Subscribers of the publication get another set of tables from here on.")
