"""The documentation page of a rule, in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import dedent
from typing import Any

from sqlreview.examples import SHOPS, Bad, Example, Good
from sqlreview.reporters.rule_documentation import Option, as_toml, documentation_of
from sqlreview.rule import Rule
from sqlreview.sql.engines import engine_of
from sqlreview.subjects import IgnoreComment

_SHOPS = frozenset(text.strip() for text in SHOPS.values())


def rule_page(rule: type[Rule[Any]]) -> str:
    """Everything a rule says about itself: what it reports, why, what to do instead, examples, options, sources."""
    documentation = documentation_of(rule)
    blocks = [f"# {documentation.title}", _facts(rule)]
    if documentation.introduction:
        blocks.append(documentation.introduction)
    for section in documentation.sections:
        blocks += [f"## {section.heading}", section.text]
    blocks += _examples(rule)
    if documentation.options:
        blocks += ["## Options", _options(documentation.options), _options_example(rule, documentation.options)]
    blocks += ["## Silence it", _silence(rule)]
    if rule.sources:
        blocks += ["## Sources", "\n".join(f"- {_link(source)}" for source in rule.sources)]
    return "\n\n".join(blocks) + "\n"


def _facts(rule: type[Rule[Any]]) -> str:
    has_fix = any(isinstance(example, Bad) and example.fixed is not None for example in rule.examples)
    cells = {
        "Rule": f"`{rule.id}`",
        "Severity": rule.severity.value,
        "Engines": ", ".join(rule.engines),
        "Versions": rule.versions or "all",
        "By default": "on" if rule.enabled else "off",
        "Fix": "yes" if has_fix else "no",
    }
    return "\n".join(_row(cell) for cell in (cells.keys(), ["---"] * len(cells), cells.values()))


def _row(cells: Any) -> str:
    return f"| {' | '.join(cells)} |"


def _examples(rule: type[Rule[Any]]) -> Iterator[str]:
    bad = [example for example in rule.examples if isinstance(example, Bad)]
    good = [example for example in rule.examples if isinstance(example, Good)]
    if bad:
        yield "## Reported"
    for example in bad:
        yield from _example(example)
        if example.fixed is not None:
            yield "After the fix:"
            yield _code(example.fixed)
    if good:
        yield "## Not reported"
    for silent in good:
        yield from _example(silent)


def _example(example: Example) -> Iterator[str]:
    conditions = list(_conditions(example))
    if conditions:
        yield _sentence(", ".join(conditions))
    if example.given.strip() and example.given.strip() not in _SHOPS:
        yield "Earlier migrations:"
        yield _code(example.given)
        yield "This one:"
    yield _code(example.sql)
    if example.sqlstate:
        yield _answer(example.sqlstate, example)


def _answer(error: str, example: Example) -> str:
    match engine_of(example.engine).family:
        case "mysql":
            return f"The server answers with error {error}."
        case "sqlite":
            return f"SQLite answers: {error}"
    return f"The server answers with SQLSTATE {error}."


def _conditions(example: Example) -> Iterator[str]:
    if example.given.strip() in _SHOPS:
        yield "in the [example shop](../README.md#the-example-shop)"
    if example.engine != "postgres":
        yield f"on {example.engine}"
    if example.in_transaction is not None:
        yield f"with a migration tool that {'opens' if example.in_transaction else 'opens no'} transaction"
    for name, value in example.options.items():
        yield f"with `{name.replace('_', '-')} = {as_toml(value)}`"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].replace('opens transaction', 'opens a transaction')}:"


def _code(sql: str) -> str:
    return f"```sql\n{dedent(sql).strip(chr(10)).rstrip()}\n```"


def _options(options: tuple[Option, ...]) -> str:
    rows = [_row(("Option", "Type", "Default", "Meaning")), _row(["---"] * 4)]
    for option in options:
        default = f"`{option.default}`" if option.default else "not set"
        cells = (f"`{option.name}`", option.type, default, option.meaning)
        rows.append(_row(cell.replace("|", "\\|") for cell in cells))
    return "\n".join(rows)


def _options_example(rule: type[Rule[Any]], options: tuple[Option, ...]) -> str:
    shown: Mapping[str, object] = next((example.options for example in rule.examples if example.options), {})
    lines = [f"{name.replace('_', '-')} = {as_toml(value)}" for name, value in shown.items()]
    lines = lines or [f"{option.name} = {option.default}" for option in options if option.default]
    return "\n".join(["```toml", f'[options."{rule.id}"]', *lines, "```"])


def _silence(rule: type[Rule[Any]]) -> str:
    comment = f"`-- sqlreview: ignore[{rule.id}] reason`"
    statement = f"For one statement, in a comment above it or at the end of its line: {comment}. "
    return (
        ("" if IgnoreComment in rule.subjects() else statement)
        + f"For a file: `-- sqlreview: ignore-file[{rule.id}] reason`. "
        + f'For a project, in `sqlreview.toml`: `ignore = ["{rule.id}"]`.'
    )


def _link(source: str) -> str:
    return f"<{source}>" if source.startswith(("http://", "https://")) and " " not in source else source
