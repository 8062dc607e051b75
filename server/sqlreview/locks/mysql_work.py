"""What InnoDB does for one action: the vocabulary of the MySQL model, before it is put into a server's own words."""

from __future__ import annotations

from typing import Literal

from sqlreview.frozen import frozen
from sqlreview.locks.impact import EXCLUSIVE_METADATA, SHARED_ROWS, Impact, OnlineImpact
from sqlreview.locks.situation import Situation, label, relation_of
from sqlreview.operations import Name
from sqlreview.schema import Table
from sqlreview.sql.engines import Engine

Kind = Literal["catalog", "in place", "rebuild", "copy"]
KINDS: tuple[Kind, ...] = ("catalog", "in place", "rebuild", "copy")
"""From the cheapest to the dearest."""
LOCKS = ("NONE", "SHARED", "EXCLUSIVE")
"""What LOCK= may be, from the weakest."""

_MARIADB = {"catalog": "INSTANT", "in place": "NOCOPY", "rebuild": "INPLACE", "copy": "COPY"}
_MYSQL = {"catalog": "INSTANT", "in place": "INPLACE", "rebuild": "INPLACE", "copy": "COPY"}


@frozen
class Work:
    """The cheapest way to do one action."""

    kind: Kind
    lock: str = ""
    """The weakest LOCK= the server accepts; empty for the usual one: NONE, and SHARED for a copy."""
    builds_index: bool = False
    """Whether an index is built or rebuilt in place; a rebuilt or copied table has all its indexes built anyway."""
    parents: tuple[str, ...] = ()
    """Referenced tables whose rows are looked up for a foreign key."""
    doubts: tuple[str, ...] = ()


CATALOG = Work(kind="catalog")
IN_PLACE = Work(kind="in place")
INDEX = Work(kind="in place", builds_index=True)
REBUILD = Work(kind="rebuild")
COPY = Work(kind="copy")
OFFLINE_COPY = Work(kind="copy", lock="SHARED")
"""A copy that no version does while others write."""


def dearest(*works: Work) -> Work:
    """The work of several actions that one pass does together."""
    return Work(
        kind=max((work.kind for work in works), key=KINDS.index),
        lock=max((work.lock for work in works), key=("", *LOCKS).index),
        builds_index=any(work.builds_index for work in works),
        parents=tuple(dict.fromkeys(parent for work in works for parent in work.parents)),
        doubts=tuple(dict.fromkeys(doubt for work in works for doubt in work.doubts)),
    )


def is_mariadb(situation: Situation) -> bool:
    """Whether the server is MariaDB, and not MySQL."""
    return situation.engine.name == "mariadb"


def is_instant_mysql(situation: Situation) -> bool:
    """Whether the server is a MySQL that knows ALGORITHM=INSTANT; 8.0 is taken to be 8.0.29 or newer."""
    return not is_mariadb(situation) and situation.engine.version >= 8


def option_of(table: Table | None, name: str) -> str:
    """An option of a table, in lower case; empty where it is not set."""
    return next((value.lower() for option, value in (table.options if table else ()) if option == name), "")


def is_innodb(table: Table | None) -> bool:
    """Whether a table is one of InnoDB, as all are that say nothing else."""
    return option_of(table, "engine") in ("", "innodb")


def impact_on(table: Name, work: Work, situation: Situation) -> Impact:
    """The work on a table as an impact, in the words of that server."""
    known = situation.catalog.table(table)
    relation = label(known.key) if known else relation_of(table, situation)
    if not is_innodb(known) and (work.kind != "catalog"):
        work = dearest(work, OFFLINE_COPY)
    busy = (relation,)
    remade = work.kind in ("rebuild", "copy")
    held = EXCLUSIVE_METADATA if not is_mariadb(situation) and situation.engine.version >= 8 else SHARED_ROWS
    return Impact(
        locks=((relation, EXCLUSIVE_METADATA), *((parent, held) for parent in work.parents if parent != relation)),
        rewrites=busy if remade else (),
        index_builds=busy if work.builds_index and not remade else (),
        unknown=work.doubts,
        online=OnlineImpact(
            algorithm=algorithm_of(work.kind, situation.engine),
            lock=work.lock or _usual_lock(work.kind, situation.engine),
            copies=work.kind == "copy",
        ),
        commits=True,
    )


def algorithm_of(kind: Kind, engine: Engine) -> str:
    """What ALGORITHM= is called that does work of that kind."""
    if engine.name == "mariadb":
        return _MARIADB[kind]
    return _MYSQL[kind] if engine.version >= 8 or kind != "catalog" else "INPLACE"


def _usual_lock(kind: Kind, engine: Engine) -> str:
    copies_online = engine.name == "mariadb" and engine.release >= (11, 2)
    return "SHARED" if kind == "copy" and not copies_online else "NONE"
