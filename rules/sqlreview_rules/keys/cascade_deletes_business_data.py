"""keys/cascade-deletes-business-data."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Span, regex
from sqlreview.operations import AddColumn, AddForeignKey, CreateTable, ForeignKey, PrimaryKey
from sqlreview.operations.money_names import is_money_name
from sqlreview.operations.written import words_of, written_constraints

_RECORDS = frozenset(
    ("order", "invoice", "payment", "transaction", "booking", "contract", "subscription", "refund", "shipment")
)
_FEEDS = frozenset(("notification", "webhook", "email", "event", "topic", "push", "feed", "alert", "newsletter"))
_PARENTS = frozenset(("user", "customer", "account", "tenant"))
_CASCADE = regex(r"(?i)\bON\s++DELETE\s++(CASCADE)\b")
_ON_PURPOSE = regex(r"(?i)\b(?:gdpr|dsgvo|erasure|right to be forgotten)\b")


class CascadeDeletesBusinessData(Rule[CreateTable | AddColumn | AddForeignKey]):
    """ON DELETE CASCADE removes business records together with their parent.

    Why: whoever deletes a customer deletes the customer's invoices, which the books still need, and nothing asks.

    Instead: `ON DELETE RESTRICT`, and a mark on the parent that it is gone. Parts of a record, such as the lines of an
    invoice, may go with it.
    """

    id = "keys/cascade-deletes-business-data"
    engines = EVERY_ENGINE
    examples = (
        Bad(
            """
            CREATE TABLE invoices (id bigint PRIMARY KEY, user_id bigint REFERENCES users (id) ON DELETE CASCADE);
                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE invoices (id bigint PRIMARY KEY, user_id bigint REFERENCES users (id) ON DELETE RESTRICT);
            """,
            given=SHOP,
        ),
        Good(
            """
            CREATE TABLE order_lines (
                order_id bigint REFERENCES orders (id) ON DELETE CASCADE, line_no int, PRIMARY KEY (order_id, line_no)
            );
            """,
            given=SHOP,
        ),
    )

    every_cascade: bool = False
    """Whether every ON DELETE CASCADE is reported."""

    def check(self, subject: CreateTable | AddColumn | AddForeignKey, context: Context) -> Iterator[Finding]:
        """Reports cascades from a parent to records that stand for themselves."""
        for key in written_constraints(subject):
            if not isinstance(key, ForeignKey) or key.on_delete != "CASCADE" or key.referenced == subject.table:
                continue
            if not self.every_cascade and not _is_record(subject, key, context):
                continue
            found = _CASCADE.search(context.statement.text, key.span.start, key.span.end)
            fixes: tuple[Fix, ...] = ()
            if found and isinstance(subject, CreateTable):
                fixes = (Fix("Restrict", (Edit.replace(Span(*found.span(1)), "RESTRICT"),), FixKind.UNSAFE),)
            message = f"Deleting from `{key.referenced.text}` also deletes rows of `{subject.table.text}`."
            yield self.finding(key.span, message, *fixes)


def _is_record(subject: CreateTable | AddColumn | AddForeignKey, key: ForeignKey, context: Context) -> bool:
    if _ON_PURPOSE.search(context.statement.text) or (isinstance(subject, CreateTable) and _is_junction(subject)):
        return False
    table = context.catalog.table(subject.table)
    *others, last = words_of(subject.table.text) or ("",)
    is_feed = last.startswith("subscription") and not _FEEDS.isdisjoint(others)
    if is_feed or (table is not None and len(table.columns) == 2 and table.primary_key is None):
        return False
    if last.removesuffix("s") in _RECORDS or any(word.startswith(("ledger", "audit")) for word in (*others, last)):
        return True
    parent = (words_of(key.referenced.text) or ("",))[-1]
    columns = subject.columns if isinstance(subject, CreateTable) else table.columns if table else ()
    is_part = last.removesuffix("s") in ("item", "line", "setting", "session", "token", "preference", "limit", "plan")
    is_owned = parent.removesuffix("s") in _PARENTS and not is_part
    return is_owned and any(is_money_name(str(column.name)) for column in columns)


def _is_junction(creation: CreateTable) -> bool:
    keys = [item for item in written_constraints(creation) if isinstance(item, ForeignKey)]
    pointing = {column.text for key in keys for column in key.columns}
    own = next((item for item in written_constraints(creation) if isinstance(item, PrimaryKey)), None)
    return len(keys) > 1 and own is not None and bool(own.columns) and pointing >= {item.text for item in own.columns}
