"""The keys of the configuration file; the model is also its JSON schema and its documentation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from sqlreview.findings import Severity
from sqlreview.options import Options, Shown

Off = Literal["off"]
ProfileName = Literal["recommended", "strict", "migration-safety"]


class Settings(Options):
    """What `sqlreview.toml`, or `[tool.sqlreview]` of `pyproject.toml`, may say."""

    underscores = False

    extends: Annotated[str | tuple[str, ...], Shown("../sqlreview.base.toml")] = ()
    """Configuration files to build on, relative to this file. What they say counts as if it stood in this one, and this
    one wins key by key: tables are merged, lists and single values are replaced, `extend-select`, `extend-ignore` and
    `extend-exclude` add to what there is, and `[[overrides]]` come after those of the other file. Patterns, `schema`
    and `sizes` of a file count from its own directory where that lies above this one, and from here where it lies
    elsewhere."""

    profile: Annotated[ProfileName, Shown("strict")] = "recommended"
    """Which rules `"default"` stands for. `"recommended"`: those that are on by default. `"strict"`: all of them, with
    hints shown as info and info shown as warnings. `"migration-safety"`: of those on by default only the packs `locks`,
    `data`, `compat` and `transactions`, which tell what a migration does to a running application."""

    engine: Annotated[str, Shown("postgres", "postgres 14", "mysql 8.4", "mariadb 10.11", "sqlite 3.45")] = "postgres"
    """The database product, with or without its version. Without this key, and without a matching entry of `[engines]`,
    the SQL of a folder tells its engine where it does so beyond doubt, and `"postgres"` is assumed where it does
    not; `sqlreview check -v` says what was found and why."""

    version: Annotated[float | str | None, Shown(14, "8.0")] = None
    """The oldest version of `engine` the migrations must run on; without it a common one is assumed. What a statement
    locks or rewrites depends on the version, so state the one production runs."""

    engines: Annotated[Mapping[str, str], Shown({"services/billing/": "mysql 8.0"})] = {}
    """The engine of files by their path: patterns in the syntax of `.gitignore`, relative to the configuration file. Of
    several that match, the last one holds."""

    case_sensitive_tables: bool = False
    """Whether MySQL and MariaDB tell the tables `Users` and `users` apart: with `lower_case_table_names = 0`, which is
    usual on Linux, they do."""

    convention: Annotated[str | None, Shown("goose")] = None
    """The migration tool the files are written for; without it their names and contents tell. It decides the order of
    files, what undoes a migration, and what runs in a transaction."""

    conventions: Annotated[Mapping[str, str], Shown({"services/billing/": "flyway"})] = {}
    """The migration tool of files by their path: patterns as in `engines`, of which the last one that matches holds."""

    schema_: Annotated[str | None, Shown("db/structure.sql")] = None
    """A file with the schema that the migrations start from, such as a dump, relative to the configuration file."""

    sizes: Annotated[str | None, Shown("sqlreview-snapshot/sizes.toml")] = None
    """A file with the sizes of the tables, as `sqlreview snapshot` writes it, relative to the configuration file.
    [Table sizes](table-sizes.md) says what they change."""

    tables: Annotated[Mapping[str, Any], Shown({"public.orders": {"rows": 12_000_000}}, {"plans": "small"})] = {}
    """The sizes of tables by `"schema.table"`, or by `"table"` for one in any schema: `"small"`, `"medium"`, `"large"`
    or a table with its `rows`. They win over the file that `sizes` names."""

    large_tables: Annotated[tuple[str, ...], Shown(["events_*", "audit.*"])] = ()
    """Patterns of tables that are large, whatever their rows: `*`, `?` and `[...]`, over the name of a table with or
    without its schema. A class in `tables` wins over them, and they win over `small-tables`."""

    small_tables: Annotated[tuple[str, ...], Shown(["plans", "*_types"])] = ()
    """Patterns of tables that are small, whatever their rows, as in `large-tables`."""

    small_rows: Annotated[int, Shown(5_000)] = 10_000
    """From how many rows on a table is not small any more."""

    large_rows: Annotated[int, Shown(10_000_000)] = 1_000_000
    """From how many rows on a table is large."""

    include: Annotated[tuple[str, ...], Shown(["migrations/"], ["db/**/*.sql"])] = ()
    """Files that belong to the review when a directory is given, in the syntax of `.gitignore`, relative to the
    configuration file; without it every `.sql`, `.ddl`, `.pgsql` and `.psql` file does."""

    embedded: Annotated[tuple[str, ...], Shown(["docs/", "src/**/*.py"])] = ()
    """Documents and programs whose SQL belongs to the review when a directory is given, in the syntax of `.gitignore`,
    relative to the configuration file: Markdown, Python, JavaScript, TypeScript, Go, Java, Kotlin, Ruby, PHP, Rust and
    C#. A file that is named itself is always read, and an editor shows what is found in those that are open."""

    exclude: Annotated[tuple[str, ...], Shown(["seeds/", "*.generated.sql"])] = ()
    """Files and directories that are left out when a directory is given, in the syntax of `.gitignore`, relative to the
    configuration file."""

    extend_exclude: Annotated[tuple[str, ...], Shown(["fixtures/"])] = ()
    """Is added to `exclude`, also to that of a file named by `extends`."""

    select: Annotated[tuple[str, ...], Shown(["default", "naming"])] = ("default",)
    """The rules to apply: ids (`"locks/vacuum-full"`), packs (`"locks"`: all of its rules), `"default"` (the rules of
    the profile) or `"all"`."""

    extend_select: Annotated[tuple[str, ...], Shown(["naming"])] = ()
    """Is added to `select`, also to that of a file named by `extends`."""

    ignore: Annotated[tuple[str, ...], Shown(["locks/vacuum-full"])] = ()
    """Rules or packs to leave out; a rule that `select` names itself stays when only its pack is ignored."""

    extend_ignore: Annotated[tuple[str, ...], Shown(["queries/select-star"])] = ()
    """Is added to `ignore`, also to that of a file named by `extends`."""

    severity: Annotated[Mapping[str, Severity | Off], Shown({"locks": "error"})] = {}
    """Another severity for a rule or a pack, or `"off"`; a rule's own entry wins over its pack's."""

    options: Annotated[Mapping[str, dict[str, Any]], Shown({"pack/rule-name": {"option": 3}})] = {}
    """Options of rules, in a table for each: `[options."pack/rule-name"]`; the page of a rule lists them."""

    overrides: tuple[dict[str, Any], ...] = ()
    """Other settings for some files: every `[[overrides]]` is a table with `paths` and the keys listed below. Of
    several that match a file the later ones win, key by key as with `extends`."""

    fail_on: Annotated[Severity | Literal["never"], Shown("error", "never")] = Severity.WARNING
    """The least severity that makes `sqlreview check` exit with 1: `"error"`, `"warning"`, `"info"`, `"hint"`, or
    `"never"`."""

    released: Annotated[str | None, Shown("V12__add_orders.sql")] = None
    """The file name or path of the last migration that has been applied everywhere: it and all earlier ones build the
    schema but are not reported, and the later ones count as one deployment."""

    assume_in_transaction: bool | None = None
    """Whether the migration tool runs each file in a transaction; without it the files themselves decide."""


class PathSettings(Options):
    """Settings for some files: one `[[overrides]]` of the configuration."""

    underscores = False

    paths: Annotated[tuple[str, ...], Shown(["legacy/", "*.generated.sql"])]
    """The files, as patterns in the syntax of `.gitignore`, relative to the configuration file."""

    profile: ProfileName = "recommended"
    """As `profile`, for these files."""

    select: tuple[str, ...] = ("default",)
    """Replaces `select` for these files."""

    extend_select: tuple[str, ...] = ()
    """Is added to `select`."""

    ignore: tuple[str, ...] = ()
    """Replaces `ignore` for these files."""

    extend_ignore: tuple[str, ...] = ()
    """Is added to `ignore`."""

    severity: Annotated[Mapping[str, Severity | Off], Shown({"locks": "hint"})] = {}
    """Is merged into `severity`."""

    options: Annotated[Mapping[str, dict[str, Any]], Shown({"pack/rule-name": {"option": 3}})] = {}
    """Is merged into `options`."""

    fail_on: Severity | Literal["never"] = Severity.WARNING
    """As `fail-on`, for findings in these files."""

    released: Annotated[str | None, Shown("V12__add_orders.sql")] = None
    """As `released`, for the folders these files are in."""

    sizes: Annotated[str | None, Shown("services/billing/sizes.toml")] = None
    """Replaces `sizes` for these files."""

    tables: Annotated[Mapping[str, Any], Shown({"public.invoices": "large"})] = {}
    """Is merged into `tables`."""

    large_tables: tuple[str, ...] = ()
    """Replaces `large-tables` for these files."""

    small_tables: tuple[str, ...] = ()
    """Replaces `small-tables` for these files."""

    assume_in_transaction: bool | None = None
    """As `assume-in-transaction`, for these files."""
