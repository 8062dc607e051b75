"""partitions/incomplete-hash-partitions."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from sqlreview import Bad, Context, Edit, Finding, Fix, FixKind, Good, Related, Rule, Severity
from sqlreview.operations.written import table_creation
from sqlreview.schema import Table
from sqlreview.schema.definition import relation_name
from sqlreview.schema.partition_bounds import partitions_of, refused_partitions

_MOST_ADDED = 64
Part = tuple[int, int, Table]
"""Modulus and remainder of a hash partition."""


class IncompleteHashPartitions(Rule[Table]):
    """Hash partitions are missing or do not go together, so some rows cannot be inserted.

    Why: a row whose hash leaves a remainder without a partition is refused, which looks like a random error; hash
    tables have no default partition that could take it. The server refuses a remainder that is given twice and moduli
    that are no multiples of each other.

    Instead: create one partition for every remainder of the modulus.
    """

    id = "partitions/incomplete-hash-partitions"
    severity = Severity.ERROR
    sources = ("https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARTITION",)
    examples = (
        Bad(
            """
            CREATE TABLE carts (id bigint PRIMARY KEY) PARTITION BY HASH (id);
                         ^^^^^
            CREATE TABLE carts_0 PARTITION OF carts FOR VALUES WITH (MODULUS 2, REMAINDER 0);
            """,
            fixed="""
            CREATE TABLE carts (id bigint PRIMARY KEY) PARTITION BY HASH (id);
            CREATE TABLE carts_1 PARTITION OF carts FOR VALUES WITH (MODULUS 2, REMAINDER 1);
            CREATE TABLE carts_0 PARTITION OF carts FOR VALUES WITH (MODULUS 2, REMAINDER 0);
            """,
        ),
        Good(
            """
            CREATE TABLE carts (id bigint PRIMARY KEY) PARTITION BY HASH (id);
            CREATE TABLE carts_0 PARTITION OF carts FOR VALUES WITH (MODULUS 2, REMAINDER 0);
            CREATE TABLE carts_1 PARTITION OF carts FOR VALUES WITH (MODULUS 2, REMAINDER 1);
            """
        ),
    )

    def check(self, subject: Table, context: Context) -> Iterator[Finding]:
        """Reports a table whose partitions leave hashes out, and partitions that cannot stand beside the others."""
        kind = subject.partition_by
        if kind is None or kind.strategy != "hash":
            return
        refused = refused_partitions(context.catalog, subject)
        for partition, reason in refused:
            at = (partition.attached or partition.origin).within((partition.bound or partition.origin).span)
            yield self.finding(at, f"The server refuses `{partition.name}` in `{subject.name}`: {reason}.")
        parts = [part for item in partitions_of(context.catalog, subject) if (part := _part(item))]
        known = not refused and len(parts) == len(subject.partitions) > 0
        share = sum((Fraction(1, modulus) for modulus, _, _ in parts), Fraction())
        if known and share < 1 and subject.created:
            creation = table_creation(context.statement.operations, subject.origin.span)
            message = f"The partitions of `{subject.name}` take {share} of all hashes; INSERT of the other rows fails."
            related = (Related("The last partition.", parts[-1][2].attached or parts[-1][2].origin),)
            at = subject.origin.within(creation.table.span if creation else kind.span)
            yield self.finding(at, message, *_fixes(subject, parts, context), related=related)


def _part(table: Table) -> Part | None:
    bound = table.bound
    if bound is None or not bound.modulus or bound.remainder is None:
        return None
    return bound.modulus, bound.remainder, table


def _fixes(table: Table, parts: Sequence[Part], context: Context) -> Iterator[Fix]:
    modulus = max(part[0] for part in parts)
    missing = [rest for rest in range(modulus) if all(rest % part != remainder for part, remainder, _ in parts)]
    names = [("relation", parts[-1][2].schema, f"{table.name}_{rest}") for rest in missing]
    if modulus > _MOST_ADDED or any(context.catalog.get(name) for name in names):
        return
    start = f"PARTITION OF {relation_name(table.key)} FOR VALUES WITH (MODULUS {modulus}, REMAINDER"
    pairs = zip(names, missing, strict=True)
    added = "".join(f";\nCREATE TABLE {relation_name(name)} {start} {rest})" for name, rest in pairs)
    if not context.released:
        yield Fix("Add the missing partitions", (Edit.insert(len(context.statement.text), added),), FixKind.UNSAFE)
