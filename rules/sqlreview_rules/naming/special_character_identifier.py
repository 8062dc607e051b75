"""naming/special-character-identifier."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, Bad, Context, Finding, Good, Rule, Severity, regex
from sqlreview.operations import Operation
from sqlreview.operations.definitions import Definition, definitions_of

_QUOTES = '"`['
_LETTERS = regex(r"[^\W\d]\w*+")
_ASCII_LETTERS = regex(r"[A-Za-z_][A-Za-z0-9_]*+")
_FREE = ("role", "policy")


class SpecialCharacterIdentifier(Rule[Operation]):
    """A name contains characters that force quoting.

    Why: every statement that uses it has to write the quotes, and tools that generate code have to find another name.

    Instead: letters, digits and underscores, with a letter first.
    """

    id = "naming/special-character-identifier"
    engines = EVERY_ENGINE
    severity = Severity.INFO
    enabled = False
    examples = (
        Bad(
            """
            CREATE TABLE "sales-2024" (id bigint PRIMARY KEY, "unit price" numeric(12, 2) NOT NULL);
                         ^^^^^^^^^^^^
            """
        ),
        Good('CREATE TABLE sales (id bigint PRIMARY KEY, "unit_price" numeric(12, 2) NOT NULL);'),
    )

    ascii: bool = False
    """Whether letters beyond ASCII count too, as they always do in MySQL and MariaDB."""

    def check(self, subject: Operation, context: Context) -> Iterator[Finding]:
        """Reports the first such name of a statement, with the others; names of roles and policies are free."""
        found = [item for item in definitions_of(subject, context.statement.text) if self._is_special(item, context)]
        if found:
            names = ", ".join(f"`{item.name}`" for item in dict.fromkeys(found))
            yield self.finding(found[0].span, f"Every use of {names} has to write the quotes.")

    def _is_special(self, item: Definition, context: Context) -> bool:
        written = context.text(item.span)
        if item.kind in _FREE or written[:1] not in _QUOTES or "{" in written or "${" in written:
            return False
        allowed = _ASCII_LETTERS if self.ascii or context.engine.family == "mysql" else _LETTERS
        return allowed.fullmatch(str(item.name)) is None
