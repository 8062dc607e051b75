"""queries/or-chain-of-equalities."""

from collections.abc import Iterator

from sqlreview import EVERY_ENGINE, SHOP, Bad, Context, Edit, Finding, Fix, Good, Rule, Severity
from sqlreview.queries import Predicate, Query
from sqlreview.queries.structure import or_chains


class OrChainOfEqualities(Rule[Query]):
    """A chain of ORs on one column would read better as IN.

    Why: the column is repeated for every value, and an AND added later binds to the last of them only.

    Instead: `column IN (a, b, c)`.
    """

    id = "queries/or-chain-of-equalities"
    engines = EVERY_ENGINE
    severity = Severity.HINT
    enabled = False
    examples = (
        Bad(
            """
            SELECT id FROM orders WHERE status = 'new' OR status = 'paid' OR status = 'sent';
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            SELECT id FROM orders WHERE status IN ('new', 'paid', 'sent');
            """,
            given=SHOP,
        ),
        Good("SELECT id FROM orders WHERE status IN ('new', 'paid', 'sent');", given=SHOP),
    )

    shortest: int = 3
    """How many equalities make a chain."""

    def check(self, subject: Query, context: Context) -> Iterator[Finding]:
        """Reports chains of equalities of one column with given values."""
        for chain, operands in or_chains(subject):
            column = operands[0].left
            if column and len(operands) >= self.shortest:
                message = f"`{column.text}` is compared with {len(operands)} values one by one."
                yield self.finding(chain.span, message, *_fixes(chain, operands, context))


def _fixes(chain: Predicate, operands: tuple[Predicate, ...], context: Context) -> Iterator[Fix]:
    text = context.text(chain.span)
    if "--" in text or "/*" in text or "#" in text:
        return
    values = [context.text(operand.right.span) for operand in operands if operand.right]
    listed = f"{operands[0].left.text if operands[0].left else ''} IN ({', '.join(values)})"
    replacement = f"({listed})" if chain.parenthesised else listed
    yield Fix("Say IN", (Edit.replace(chain.span, replacement),))
