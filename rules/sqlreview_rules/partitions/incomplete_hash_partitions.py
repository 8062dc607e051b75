"""partitions/incomplete-hash-partitions."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Rule, Severity
from sqlreview.schema import Table
from sqlreview.schema.definition import relation_name
from sqlreview.schema.partition_bounds import partitions_of

_MOST_ADDED = 64
Part = tuple[int, int, Table]
"""Modulus and remainder of a hash partition."""


class IncompleteHashPartitions(Rule[Table]):
    """Hash partitions are missing, so some rows cannot be inserted.

    Why: a row whose hash leaves a remainder without a partition is refused, which looks like a random error; hash
    tables have no default partition that could take it.

    Instead: create a partition for every remainder of the modulus.
    """

    id = "partitions/incomplete-hash-partitions"
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARTITION",)
    examples = (
        Bad(
            """
            CREATE TABLE carts (id bigint PRIMARY KEY) PARTITION BY HASH (id);
            CREATE TABLE carts_0 PARTITION OF carts FOR VALUES WITH (MODULUS 2, REMAINDER 0);
                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
            """,
            fixed="""
            CREATE TABLE carts (id bigint PRIMARY KEY) PARTITION BY HASH (id);
            CREATE TABLE carts_0 PARTITION OF carts FOR VALUES WITH (MODULUS 2, REMAINDER 0);
            CREATE TABLE carts_1 PARTITION OF carts FOR VALUES WITH (MODULUS 2, REMAINDER 1);
            """,
        ),
        Good(
            """
            CREATE TABLE carts (id bigint PRIMARY KEY) PARTITION BY HASH (id);
            CREATE TABLE carts_0 PARTITION OF carts FOR VALUES WITH (MODULUS 2, REMAINDER 0);
            CREATE TABLE carts_1 PARTITION OF carts FOR VALUES WITH (MODULUS 4, REMAINDER 1);
            CREATE TABLE carts_3 PARTITION OF carts FOR VALUES WITH (MODULUS 4, REMAINDER 3);
            """
        ),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports the last partition of a table whose partitions leave hashes out."""
        if subject.partition_by is None or subject.partition_by.strategy != "hash":
            return
        parts = [part for item in partitions_of(context.catalog, subject) if (part := _part(item))]
        known = len(parts) == len(subject.partitions) > 0
        share = sum((Fraction(1, modulus) for modulus, _, _ in parts), Fraction())
        if not known or share >= 1 or any(high % low for low, high in pairwise(sorted({part[0] for part in parts}))):
            return
        last = parts[-1][2]
        message = f"The partitions of `{subject.name}` take {share} of all hashes; INSERT of the other rows fails."
        at = (last.attached or last.origin).within(last.bound.span if last.bound else last.origin.span)
        yield self.finding(at, message, *_fixes(subject, parts, context))


def _part(table: Table) -> Part | None:
    bound = table.bound
    if bound is None or not bound.modulus or bound.remainder is None:
        return None
    return bound.modulus, bound.remainder, table


def _fixes(table: Table, parts: Sequence[Part], context: Context) -> Iterator[Fix]:
    modulus, last = max(part[0] for part in parts), parts[-1][2]
    if last.attached is None or modulus > _MOST_ADDED:
        return
    missing = [rest for rest in range(modulus) if all(rest % part != remainder for part, remainder, _ in parts)]
    names = [("relation", last.schema, f"{table.name}_{rest}") for rest in missing]
    if not any(context.catalog.get(name) for name in names):
        text = "".join(
            f";\nCREATE TABLE {relation_name(name)} PARTITION OF {relation_name(table.key)}"
            f" FOR VALUES WITH (MODULUS {modulus}, REMAINDER {rest})"
            for name, rest in zip(names, missing, strict=True)
        )
        yield Fix("Add the missing partitions", (Edit.insert(last.attached.span.end, text),), FixKind.UNSAFE)
