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

EXCLUSIVE_METADATA = "EXCLUSIVE METADATA"
SHARED_ROWS = "SHARED ROWS"
METADATA_LOCKS = (SHARED_ROWS, "EXCLUSIVE ROWS", "TABLE READ", "TABLE WRITE", EXCLUSIVE_METADATA)
"""What MySQL and MariaDB lock, weakest first: rows read or written, LOCK TABLES, and the metadata lock of every DDL,
for which it waits until all open transactions on the table have ended."""
SQLITE_DATABASE = "main"
"""The relation SQLite locks: always the whole database."""
SQLITE_LOCKS = ("RESERVED", "EXCLUSIVE DATABASE")
"""What a transaction of SQLite holds that writes: RESERVED lets readers go on, the other one does in WAL mode only."""
_STRENGTHS = {mode: place for place, mode in enumerate((*SQLITE_LOCKS, *LOCK_MODES, *METADATA_LOCKS))}
_ALGORITHMS = ("INSTANT", "NOCOPY", "INPLACE", "COPY")
_LOCK_OPTIONS = ("NONE", "SHARED", "EXCLUSIVE")


def strength(mode: str) -> int:
    """How strong a lock is, to be compared with others of the same engine."""
    return _STRENGTHS[mode]


@frozen
class OnlineImpact:
    """How MySQL or MariaDB carries out a statement that takes ALGORITHM= and LOCK=."""

    algorithm: str
    """The cheapest one the server accepts, or does when it accepts and ignores the clause: INSTANT, NOCOPY, INPLACE
    or COPY."""
    lock: str
    """The weakest one while it works: NONE, SHARED (writers wait) or EXCLUSIVE (readers too)."""
    copies: bool = False
    """Whether every row is copied into a new table."""
    refused: str | None = None
    """The clause of the statement that asks for less than that, so that the server refuses it: "LOCK=NONE"."""


@frozen
class Impact:
    """Locks, rewrites and scans of one operation, as the measured servers do them.

    Relations are named "schema.table" ("public.orders"). A lock is held until the transaction ends; DDL of MySQL and
    MariaDB is a transaction of its own, and takes its lock at the beginning and the end of its work.
    """

    locks: tuple[tuple[str, str], ...] = ()
    """Relation and strongest mode, of PostgreSQL's LOCK_MODES or of MySQL's METADATA_LOCKS."""
    rewrites: tuple[str, ...] = ()
    """Relations whose rows are all written again, with all their indexes: rewritten, rebuilt in place, or copied."""
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
    online: OnlineImpact | None = None
    """Of MySQL and MariaDB, for statements that take ALGORITHM= and LOCK=."""
    commits: bool = False
    """Whether it commits the open transaction before it runs, so that its locks end with it."""
    held_up_by: tuple[str, ...] = ()
    """Relations it does not lock, and whose writers it waits for: MySQL's tables with foreign keys to a changed one."""

    def lock_on(self, relation: str) -> str | None:
        """The strongest mode on a relation."""
        return dict(self.locks).get(relation)

    @property
    def strongest(self) -> str | None:
        """The strongest mode on any relation."""
        return max((mode for _, mode in self.locks), key=strength, default=None)

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
            locks[relation] = max(held, mode, key=strength)
    rewrites = _distinct(name for impact in impacts for name in impact.rewrites)
    return Impact(
        locks=tuple(locks.items()),
        rewrites=rewrites,
        scans=_distinct(name for impact in impacts for name in impact.scans if name not in rewrites),
        index_builds=_distinct(name for impact in impacts for name in impact.index_builds if name not in rewrites),
        waits_for_transactions=any(impact.waits_for_transactions for impact in impacts),
        transaction_allowed=all(impact.transaction_allowed for impact in impacts),
        unknown=_distinct(reason for impact in impacts for reason in impact.unknown),
        online=_combined_online([impact.online for impact in impacts if impact.online is not None]),
        commits=any(impact.commits for impact in impacts),
        held_up_by=_distinct(name for impact in impacts for name in impact.held_up_by if name not in locks),
    )


def _combined_online(parts: list[OnlineImpact]) -> OnlineImpact | None:
    """One pass over the table does all actions of a statement, as dearly as the dearest of them."""
    if len(parts) < 2:
        return parts[0] if parts else None
    return OnlineImpact(
        algorithm=max((part.algorithm for part in parts), key=_ALGORITHMS.index),
        lock=max((part.lock for part in parts), key=_LOCK_OPTIONS.index),
        copies=any(part.copies for part in parts),
        refused=next((part.refused for part in parts if part.refused), None),
    )


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def waiting(mode: str) -> str:
    """Who has to wait for a lock of that mode, in plain words: "reads and writes wait"."""
    if mode in ("ACCESS EXCLUSIVE", "TABLE WRITE", EXCLUSIVE_METADATA):
        return "reads and writes wait"
    if mode in ("SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "TABLE READ"):
        return "writes wait"
    if mode in (SHARED_ROWS, "EXCLUSIVE ROWS"):
        return "writes to the same rows wait"
    if mode in SQLITE_LOCKS:
        return f"{'' if mode == 'RESERVED' else 'reads and '}writes anywhere in the database wait"
    if mode == "SHARE UPDATE EXCLUSIVE":
        return "reads and writes go on, VACUUM and other schema changes wait"
    return "reads and writes go on"
