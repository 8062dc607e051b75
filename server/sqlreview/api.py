"""The public functions: review a text, review paths."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from os import PathLike
from typing import Any

from sqlreview.config import Config, config_in, grouped, load_config
from sqlreview.migrations.project import SourceFile, discover
from sqlreview.parallel import review_files
from sqlreview.project import Project
from sqlreview.report import Report, merged
from sqlreview.sql.engines import engine_of


def review_text(
    sql: str,
    *,
    engine: str = "postgres",
    version: int | None = None,
    path: str | None = None,
    config: Config | None = None,
    schema_sql: str | None = None,
    in_transaction: bool | None = None,
) -> Report:
    """Reviews one text as if it were a migration file.

    `engine` and `version` win over the configuration when they are given; `schema_sql` is the DDL of what exists
    before; `in_transaction` says whether the migration tool wraps the file in a transaction. Nothing raises on any
    SQL; ValueError names an unknown engine or version.
    """
    config = config or load_config({})
    if version is not None or engine != "postgres":
        config = replace(config, engine=engine_of(engine, version), engine_is_set=True, engines=())
    if in_transaction is not None:
        config = replace(config, assume_in_transaction=in_transaction)
    return Project([SourceFile(path or "<text>", sql)], config, schema_sql=schema_sql).report()


def impact_text(
    sql: str, *, engine: str = "postgres", version: int | None = None, schema_sql: str | None = None
) -> dict[str, Any]:
    """What each statement of one migration locks, rewrites and reads: the document of `sqlreview impact --format json`.

    `schema_sql` is the DDL of what exists before; without it every table counts as one in use. Nothing raises on any
    SQL; ValueError names an unknown engine or version.
    """
    from sqlreview.impacts import impact_document, impacts_of

    config = replace(load_config({}), engine=engine_of(engine, version))
    return impact_document(impacts_of([SourceFile("<text>", sql)], config, schema_sql=schema_sql))


def review_paths(paths: Iterable[str | PathLike[str]], *, config: Config | None = None) -> Report:
    """Reviews files and folders; what cannot be read stands in the report's errors.

    Without `config` every path is reviewed with the configuration found upwards from it, as the command line does;
    ConfigError names what is wrong with one.
    """
    names = [str(path) for path in paths]
    pending = [(config, names)] if config is not None else grouped(names)
    reports: list[Report] = []
    while pending:
        settings, members = pending.pop(0)
        found = discover(members, settings, lambda folder: config is None and config_in(folder) is not None)
        report = review_files(found.files, settings, processes=1)
        reports.append(replace(report, errors=(*found.errors, *report.errors)))
        pending += grouped(found.projects)
    return merged(tuple(reports))
