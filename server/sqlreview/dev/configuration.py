"""Writes docs/configuration.md from the classes that declare the keys."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.config_model import PathSettings, Settings
from sqlreview.migrations.conventions import IDS
from sqlreview.options import Options, model_of
from sqlreview.reporters.rule_documentation import as_toml, options_documentation

_BEGINNING = """\
# Configuration

sqlreview needs none. Where there is something to say, it stands in `sqlreview.toml`, or in the table `[tool.sqlreview]`
of `pyproject.toml`. `sqlreview init` looks at a directory, writes such a file with comments, and tells what it found.

For every file the configuration in its directory holds, or the nearest one above, up to the root of the repository (the
directory with `.git`). One run may review many projects, each with its own configuration. Options of the command line
win over the files.

```toml
engine = "postgres 16"
exclude = ["seeds/"]
ignore = ["naming"]

[severity]
"locks" = "error"
```

- `sqlreview check --show-config PATH` prints what holds for a file or directory, and which line of which file says so.
- `sqlreview check --show-files PATH` prints every file with its engine, migration tool, schema and transaction.
- `sqlreview check -v PATH` names the configurations in use, and the engines and tools that were detected, with reasons.

A mistake is told with file, line, key and the nearest name that exists, and the exit code is 2; what other
configurations hold for is reviewed all the same. The language server shows the mistake, keeps to the last good
configuration, and reads it again when it, a file it extends, or one with table sizes changes.

Editors complete and check the keys with the JSON schema of the file: `sqlreview.schema.json` beside this page, or what
`sqlreview schema` prints, which knows the options of all installed rules. Save it, and put `#:schema <its path>` on the
first line of `sqlreview.toml` (Taplo, Even Better TOML).

## Cookbook

### Several services, one configuration

One file at the root is enough where the services differ by path only. Patterns are those of `.gitignore`; of several
that match, the last one holds. `engine` and `convention` hold for everything that no pattern matches; without them the
files of a folder tell what they are written for, so most repositories need neither.

```toml
engine = "postgres 15"
exclude = ["**/testdata/"]

[engines]
"services/billing/" = "mysql 8.0"
"apps/mobile/" = "sqlite 3.40"

[conventions]
"services/billing/" = "flyway"

[[overrides]]
paths = ["services/legacy/"]
profile = "migration-safety"
fail-on = "error"
```

### Several services, a configuration each, and one they share

`shared/sqlreview.toml`:

```toml
profile = "strict"
extend-ignore = ["queries/select-star"]
fail-on = "error"
```

`services/billing/sqlreview.toml`:

```toml
extends = "../../shared/sqlreview.toml"
engine = "mysql 8.0"
extend-exclude = ["fixtures/"]
```

The nearest configuration alone holds for a file; what lies above it counts only where `extends` names it. Patterns in
`shared/sqlreview.toml` count from the file that extends it, from `services/billing/` here. Patterns in a file that lies
above count from there: with `extends = "../../sqlreview.toml"` those of the file at the root count from the root.

`sqlreview check .` at the root reviews every service with its own configuration. `--config FILE` uses one for all.

### An old code base

Review what is new, and only what may harm production:

```toml
profile = "migration-safety"
released = "20240131120000_add_orders.sql"
```

`released` names the last migration that has been applied everywhere: it and the earlier ones build the schema but are
not reported. Services have one each:

```toml
[[overrides]]
paths = ["services/billing/"]
released = "V12__add_orders.sql"
```

### A schema dump as the beginning

```toml
schema = "db/structure.sql"
```

The migrations start from the schema in that file instead of an empty one. [conventions.md](conventions.md) says which
of them count as contained in it, and what is known of every migration tool.

### Tables of which the size matters

```toml
large-tables = ["events_*"]

[tables]
"public.orders" = { rows = 12000000 }
plans = "small"
```

What is found about large tables becomes more severe, small ones are left alone; [table-sizes.md](table-sizes.md) says
more, also how a live PostgreSQL tells the sizes itself.

### Rules for one folder

```toml
[[overrides]]
paths = ["reports/**/*.sql", "!reports/nightly/"]
extend-ignore = ["queries/select-star", "queries/offset-pagination"]
severity = { queries = "hint" }
```

## Keys
"""

_OVERRIDES = """\
## Keys of overrides

Every `[[overrides]]` holds for the files that its `paths` match; every other key may be left out.
"""


def configuration_page() -> str:
    """The page about the configuration."""
    return "\n".join((_BEGINNING, *_keys(Settings, "###"), _OVERRIDES, *_keys(PathSettings, "###")))


def _keys(declaration: type[Options], heading: str) -> Iterator[str]:
    schema = model_of(declaration).model_json_schema()
    types = {option.name: option.type for option in options_documentation(declaration)}
    for key, setting in schema["properties"].items():
        yield f"{heading} {key}\n"
        yield f"{' '.join(setting['description'].split())}\n"
        yield f"- Type: {types[key]}"
        if key == "convention":
            yield f"- Known: {', '.join(f'`{name}`' for name in IDS)}"
        if declaration is Settings:
            default = as_toml(setting.get("default"))
            yield f"- Default: {f'`{default}`' if default else 'not set'}"
        for number, example in enumerate(setting.get("examples", ())):
            yield f"{'- For example: ' if not number else '  or '}`{key} = {as_toml(example)}`"
        yield ""
