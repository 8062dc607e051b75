"""Writes the file of a new rule: short, complete, and passing every test from the first minute."""

from __future__ import annotations

from pathlib import Path

from sqlreview.patterns import regex

_ID = regex(r"[a-z][a-z0-9_]*+/[a-z][a-z0-9]*+(?:-[a-z0-9]++)*+")

_TEMPLATE = '''"""{id}."""

from collections.abc import Iterator

from sqlreview import Bad, Context, Finding, Good, Rule, Severity
from sqlreview.operations import CreateTable


class {name}(Rule[CreateTable]):
    """The table is called replace_me.

    Why: say what happens to the data or to other users of the database, and when.

    Instead: say what to write.
    """

    id = "{id}"
    severity = Severity.WARNING
    examples = (
        Bad(
            """
            CREATE TABLE replace_me (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
                         ^^^^^^^^^^
            """
        ),
        Good(
            """
            CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
            """
        ),
    )

    def check(self, subject: CreateTable, context: Context) -> Iterator[Finding]:
        if subject.table.text == "replace_me":
            yield self.finding(subject.table.span, "The table is called `replace_me`.")
'''


class RuleExists(Exception):
    """There is a rule of that id already."""


def write_rule(rule_id: str, package: Path) -> Path:
    """Writes the module of a new rule into a package of rules and returns its path.

    Raises ValueError for an id that is not pack/rule-name or a package that is none, RuleExists for one that is taken.
    """
    if not _ID.fullmatch(rule_id):
        raise ValueError(f"`{rule_id}` is not of the form pack/rule-name, in lower case, the name with dashes")
    if not (package / "__init__.py").is_file():
        raise ValueError(f"{package} is not a package of rules; run this in the checkout or name one with --package")
    pack, _, name = rule_id.partition("/")
    folder = package / pack
    path = folder / f"{name.replace('-', '_')}.py"
    if path.exists():
        raise RuleExists(f"{path} exists already")
    folder.mkdir(exist_ok=True)
    if not (folder / "__init__.py").exists():
        (folder / "__init__.py").write_text(f'"""Rules about {pack}."""\n', encoding="utf-8")
    path.write_text(rule_source(rule_id), encoding="utf-8")
    return path


def rule_source(rule_id: str) -> str:
    """The text of a new rule's module."""
    name = "".join(part.capitalize() for part in rule_id.partition("/")[2].split("-"))
    return _TEMPLATE.format(id=rule_id, name=name)
