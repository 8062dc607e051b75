"""keys/validity-period-may-overlap."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations.written import words_of
from sqlreview.schema import Table
from sqlreview.schema.keys import primary_key_columns, uses_column
from sqlreview.schema.table_roles import holds_things, points_to

_PAIRS = (
    ("valid_from", "valid_to"),
    ("valid_from", "valid_until"),
    ("effective_from", "effective_to"),
    ("effective_from", "effective_until"),
    ("effective_date", "expiry_date"),
)
_BOOKED = (("starts_at", "ends_at"), ("start_at", "end_at"), ("start_date", "end_date"))
_BOOKINGS = frozenset(("price", "rate", "salary", "assignment", "booking", "prices", "rates", "salaries", "bookings"))
_BOOKINGS |= {"assignments", "reservation", "reservations"}
_MAY_OVERLAP = frozenset(
    ("event", "shift", "session", "coupon", "banner", "version", "promotion", "campaign", "discount")
)


class ValidityPeriodMayOverlap(Rule[Table]):
    """Two rows of one entity can be valid at the same time.

    Why: "the price of today" finds two rows, and which one wins depends on the plan. A check by the program does not
    see the row that another one inserts at the same moment.

    Instead: in PostgreSQL `EXCLUDE USING gist (product_id WITH =, tstzrange(valid_from, valid_to) WITH &&)` with
    btree_gist; in MariaDB a period with `UNIQUE (..., period WITHOUT OVERLAPS)`.
    """

    id = "keys/validity-period-may-overlap"
    engines = ("postgres", "mariadb")
    severity = Severity.INFO
    sources = ("https://www.postgresql.org/docs/current/rangetypes.html#RANGETYPES-CONSTRAINT",)
    examples = (
        Bad(
            """
            CREATE TABLE tariffs (
                id bigint PRIMARY KEY,
                product_id bigint NOT NULL,
                valid_from timestamptz NOT NULL,
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                valid_to timestamptz
            );
            """
        ),
        Good(
            """
            CREATE TABLE tariffs (
                id bigint PRIMARY KEY,
                valid_from timestamptz NOT NULL,
                valid_to timestamptz,
                products int8range NOT NULL,
                EXCLUDE USING gist (products WITH &&, tstzrange(valid_from, valid_to) WITH &&)
            );
            """
        ),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports tables with a period and an entity whose periods nothing keeps apart after the last migration."""
        words = set(words_of(subject.name))
        pairs = (*_PAIRS, *(_BOOKED if not words.isdisjoint(_BOOKINGS) else ()))
        pair = next((pair for pair in pairs if all(subject.column(name) for name in pair)), None)
        if (
            pair is None
            or not holds_things(subject)
            or not words.isdisjoint(_MAY_OVERLAP | {f"{w}s" for w in _MAY_OVERLAP})
        ):
            return
        bound = {name for key in subject.foreign_keys for name in key.columns}
        entity = next((item.name for item in subject.columns if item.name in bound or points_to(item.name)), None)
        first = subject.column(pair[0])
        if entity is not None and first is not None and not _is_kept_apart(subject, pair):
            message = f"Two rows of `{subject.name}` with one `{entity}` may be valid at the same time."
            yield self.finding(first.origin, message)


def _is_kept_apart(table: Table, pair: tuple[str, str]) -> bool:
    if any(item.kind == "exclusion" for item in table.constraints):
        return True
    if pair[0] in primary_key_columns(table):
        return True  # a version of the row, most likely written by the program that closes the one before
    return any(index.method == "gist" and uses_column(index, pair[0]) for index in table.indexes)
