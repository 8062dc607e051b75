"""The keys of the configuration file; the model is also its JSON schema and its documentation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from sqlreview.findings import Severity
from sqlreview.options import Options, Shown

Off = Literal["off"]


class Settings(Options):
    """What `sqlreview.toml`, or `[tool.sqlreview]` of `pyproject.toml`, may say."""

    underscores = False

    engine: Annotated[str, Shown("postgres", "postgres 14")] = "postgres"
    """The database product, with or without its version: `"postgres"`, `"postgres 14"`."""

    version: Annotated[float | str | None, Shown(14, "16.3")] = None
    """The oldest server version the migrations must run on; without it a common one is assumed. What a statement locks
    or rewrites depends on the version, so state the one production runs."""

    include: Annotated[tuple[str, ...], Shown(["migrations/"], ["db/**/*.sql"])] = ()
    """Files that belong to the review when a directory is given, in the syntax of `.gitignore`, relative to the
    configuration file; without it every `.sql`, `.ddl`, `.pgsql` and `.psql` file does."""

    exclude: Annotated[tuple[str, ...], Shown(["seeds/", "*.generated.sql"])] = ()
    """Files and directories that are left out when a directory is given, in the syntax of `.gitignore`, relative to the
    configuration file."""

    select: Annotated[tuple[str, ...], Shown(["default", "naming"])] = ("default",)
    """The rules to apply: ids (`"locks/vacuum-full"`), packs (`"locks"`: all of its rules), `"default"` (the rules that
    are on by default) or `"all"`."""

    ignore: Annotated[tuple[str, ...], Shown(["locks/vacuum-full"])] = ()
    """Rules or packs to leave out; a rule that `select` names itself stays when only its pack is ignored."""

    severity: Annotated[Mapping[str, Severity | Off], Shown({"locks": "error"})] = {}
    """Another severity for a rule or a pack, or `"off"`; a rule's own entry wins over its pack's."""

    options: Annotated[Mapping[str, dict[str, Any]], Shown({"pack/rule-name": {"option": 3}})] = {}
    """Options of rules, in a table for each: `[options."pack/rule-name"]`; the page of a rule lists them."""

    fail_on: Annotated[Severity | Literal["never"], Shown("error", "never")] = Severity.WARNING
    """The least severity that makes `sqlreview check` exit with 1: `"error"`, `"warning"`, `"info"`, `"hint"`, or
    `"never"`."""

    released: Annotated[str | None, Shown("V12__add_orders.sql")] = None
    """The file name or path of the last migration that has been applied everywhere: it and all earlier ones build the
    schema but are not reported, and the later ones count as one deployment."""

    assume_in_transaction: bool | None = None
    """Whether the migration tool runs each file in a transaction; without it the files themselves decide."""
