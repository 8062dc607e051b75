"""How the cases of each engine are measured: on which servers, one after the other."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlreview.dev.measure.cases import Case, Facts
from sqlreview.dev.measure.installations import Installation, ServerError, found_installations
from sqlreview.dev.measure.ranges import Version
from sqlreview.dev.measure.results import LeftOut, Measured, NotMeasured

_Found = TypeVar("_Found")
Laboratory = Callable[[Sequence[Case], Sequence[Version], Path | None], dict[Version, Measured]]
"""Cases, the versions wanted (none for all that are found) and the folder of servers → what each version did.

Raises ServerError when a version is missing or a server cannot be used.
"""


def measured_on_postgres(
    cases: Sequence[Case], versions: Sequence[Version], folder: Path | None
) -> dict[Version, Measured]:
    """What each PostgreSQL did, a few servers at a time."""
    chosen = _chosen(
        found_installations(folder), versions, "PostgreSQL", "18", "try python -m sqlreview.dev truth --install"
    )
    with ThreadPoolExecutor(2 * (os.cpu_count() or 1)) as pool:  # half of the time they wait
        results = pool.map(lambda installation: _on_postgres(installation, cases), chosen.values())
        return dict(zip(chosen, results, strict=True))


def _on_postgres(installation: Installation, cases: Sequence[Case]) -> Measured:
    import psycopg

    from sqlreview.dev.measure.bench import bench_on
    from sqlreview.dev.measure.experiment import measure
    from sqlreview.dev.measure.servers import running

    with ExitStack() as opened:
        try:
            bench = opened.enter_context(bench_on(opened.enter_context(running(installation))))
            name = f"PostgreSQL {installation.release} ({installation.programs})"
            return _each(cases, partial(measure, bench), name)
        except psycopg.Error as error:
            raise ServerError(f"PostgreSQL {installation.release}: {error}") from error


def measured_on_mariadb(
    cases: Sequence[Case], versions: Sequence[Version], folder: Path | None
) -> dict[Version, Measured]:
    """What each MariaDB did."""
    import pymysql

    from sqlreview.dev.measure.mariadb import MariadbBench, measure_mariadb
    from sqlreview.dev.measure.mariadb_server import PACKAGES, found_mariadb, running_mariadb

    found = found_mariadb(folder)
    results: dict[Version, Measured] = {}
    for series, installation in _chosen(found, versions, "MariaDB", "", f"apt-get install {PACKAGES}").items():
        with running_mariadb(installation) as server:
            name = f"MariaDB {installation.release} ({installation.server})"
            try:
                results[series] = _each(cases, partial(measure_mariadb, MariadbBench(server)), name)
            except pymysql.Error as error:
                raise ServerError(f"MariaDB {installation.release}: {error}") from error
    return results


def measured_on_sqlite(
    cases: Sequence[Case], versions: Sequence[Version], folder: Path | None
) -> dict[Version, Measured]:
    """What the SQLite of this Python did; it comes in one version."""
    import sqlite3

    from sqlreview.dev.measure.sqlite import measure_sqlite, series

    if versions and list(versions) != [series()]:
        wanted = ", ".join(str(version) for version in versions)
        raise ServerError(f"no SQLite {wanted}: this Python has {series()}")
    name = f"SQLite {sqlite3.sqlite_version} (the module of this Python)"
    return {series(): _each(cases, measure_sqlite, name)}


def _chosen(
    found: Mapping[Any, _Found], versions: Sequence[Version], product: str, usual: str, advice: str
) -> dict[Version, _Found]:
    missing = [str(version) for version in versions if version not in found]
    if missing or not found:
        wanted = " ".join(missing) or usual
        advice = f"{advice} {wanted}" if usual else advice
        raise ServerError(f"no server of {f'{product} {wanted}'.strip()}; {advice}")
    return {version: found[version] for version in dict.fromkeys(versions) or found}


def _each(cases: Sequence[Case], measure: Callable[[Case], Facts | LeftOut | NotMeasured], name: str) -> Measured:
    began = time.monotonic()
    # one set-up serves all cases that leave it untouched
    found = {case.id: measure(case) for case in sorted(cases, key=lambda case: case.setup)}
    print(f"{name}: {len(found)} cases in {time.monotonic() - began:.0f} s", flush=True)
    return found


LABORATORIES: dict[str, Laboratory] = {
    "postgres": measured_on_postgres,
    "mariadb": measured_on_mariadb,
    "sqlite": measured_on_sqlite,
}
