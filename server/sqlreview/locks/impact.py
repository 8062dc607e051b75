"""What an operation does to those who use the database meanwhile."""

from __future__ import annotations

from collections.abc import Iterable

from sqlreview.frozen import frozen

LOCK_MODES = (
    "ACCESS SHARE",
    "ROW SHARE",
    "ROW EXCLUSIVE",
    "SHARE UPDATE EXCLUSIVE",
    "SHARE",
    "SHARE ROW EXCLUSIVE",
    "EXCLUSIVE",
    "ACCESS EXCLUSIVE",
)
"""PostgreSQL's table lock modes, weakest first."""
STOPPING_MODES = ("SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE")
"""The modes for which those who write rows have to wait."""


@frozen
class Impact:
    """Locks, rewrites and scans of one operation, as the measured servers do them.

    Relations are named "schema.table" ("public.orders"). A lock is held until the transaction ends.
    """

    locks: tuple[tuple[str, str], ...] = ()
    """Relation and strongest mode."""
    rewrites: tuple[str, ...] = ()
    """Relations whose rows are all written again, with all their indexes."""
    scans: tuple[str, ...] = ()
    """Relations read from end to end while their lock is held; a rewritten relation is not listed again."""
    index_builds: tuple[str, ...] = ()
    """Relations one or more of whose indexes are built or rebuilt while the lock is held."""
    waits_for_transactions: bool = False
    """Whether it waits for other transactions to end (CONCURRENTLY)."""
    transaction_allowed: bool = True
    """False for statements the server refuses inside a transaction block."""
    unknown: tuple[str, ...] = ()
    """What could not be decided from the text, in words ("the present type of orders.total")."""

    def lock_on(self, relation: str) -> str | None:
        """The strongest mode on a relation."""
        return dict(self.locks).get(relation)

    @property
    def strongest(self) -> str | None:
        """The strongest mode on any relation."""
        return max((mode for _, mode in self.locks), key=LOCK_MODES.index, default=None)

    def explain(self, relation: str | None = None) -> str:
        """One sentence: which lock, on that relation or the most strongly locked ones, who waits and until when."""
        from sqlreview.locks.explain import explain

        return explain(self, relation)

    @property
    def is_slow(self) -> bool:
        """Whether the time it takes grows with the table."""
        return bool(self.rewrites or self.scans or self.index_builds)


NOTHING = Impact()
"""The impact of what locks no relation."""


def locking(mode: str, *relations: str) -> Impact:
    """The impact of taking one lock mode on some relations, and no more."""
    return Impact(locks=tuple((relation, mode) for relation in relations))


def combined(*impacts: Impact) -> Impact:
    """The impact of several impacts in one transaction: strongest locks, and all the work.

    A relation that is rewritten is listed neither among the scanned ones nor among those with index builds.
    """
    locks: dict[str, str] = {}
    for impact in impacts:
        for relation, mode in impact.locks:
            held = locks.get(relation, mode)
            locks[relation] = max(held, mode, key=LOCK_MODES.index)
    rewrites = _distinct(name for impact in impacts for name in impact.rewrites)
    return Impact(
        locks=tuple(locks.items()),
        rewrites=rewrites,
        scans=_distinct(name for impact in impacts for name in impact.scans if name not in rewrites),
        index_builds=_distinct(name for impact in impacts for name in impact.index_builds if name not in rewrites),
        waits_for_transactions=any(impact.waits_for_transactions for impact in impacts),
        transaction_allowed=all(impact.transaction_allowed for impact in impacts),
        unknown=_distinct(reason for impact in impacts for reason in impact.unknown),
    )


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def waiting(mode: str) -> str:
    """Who has to wait for a lock of that mode, in plain words: "reads and writes wait"."""
    if mode == "ACCESS EXCLUSIVE":
        return "reads and writes wait"
    if mode in ("SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE"):
        return "writes wait"
    if mode == "SHARE UPDATE EXCLUSIVE":
        return "reads and writes go on, VACUUM and other schema changes wait"
    return "reads and writes go on"
