"""A plain table in use becomes the first partition of a partitioned one, without its rows being copied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from sqlreview.context import Context
from sqlreview.findings import Fix, FixKind, FollowUp, Undo
from sqlreview.operations import CreateTable, Identifier, IndexKey
from sqlreview.rollouts.bindings import Unclear, foreign_key_text
from sqlreview.rollouts.partitions import BOUNDS_SAY_IT
from sqlreview.rollouts.steps import alteration, beside, built, is_free, listed, marked, together, working
from sqlreview.schema import Catalog, Index, Table
from sqlreview.schema.definition import index_definition, relation_name
from sqlreview.schema.naming import object_name, quoted
from sqlreview.schema.records import Constraint, Sequence
from sqlreview.staging import may_follow
from sqlreview.text import Edit, Span

_TIMES = ("date", "timestamp", "timestamptz")
_COPIED = "INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING STORAGE INCLUDING COMMENTS"


@dataclass(frozen=True, slots=True)
class _Split:
    """A table, the column by which it will be partitioned, and where the rows of new partitions begin."""

    table: Table
    column: str
    bound: str
    """As SQL writes it."""
    since: datetime
    former: str
    """What the table is called as a partition."""

    @property
    def proof(self) -> str:
        """The check that all rows of the table lie before the bound."""
        return object_name(self.table.name, None, "bounds")


def partitioned_in_steps(context: Context, create: CreateTable, table: Table) -> tuple[Fix, ...]:
    """Makes a table of which a partition is created a partitioned one, whose first partition has the rows there are.

    Only where the column is beyond doubt, and before the time at which the new partition begins: until then no new row
    breaks the promise that all rows lie before it.
    """
    split = _split_of(context, create, table)
    separate = not context.in_transaction or may_follow(context)
    if split is None or not separate or not _is_plain(table) or len(context.statement.operations) != 1:
        return ()
    try:
        steps = tuple(_steps(context.catalog, split, context.statement.text))
    except Unclear:
        return ()
    added = alteration(table, [_proof(split)])[0].rstrip(";")
    undo = Undo(create, alteration(table, [f"DROP CONSTRAINT {quoted(split.proof)}"])[0].rstrip(";"), whole=True)
    edit = Edit.replace(Span(0, len(context.statement.text)), added)
    title = "Make the table partitioned step by step"
    return (Fix(title, (edit,), FixKind.GUIDANCE, steps, until=split.since - timedelta(days=1), undo=undo),)


def _split_of(context: Context, create: CreateTable, table: Table) -> _Split | None:
    bound = create.bound
    if bound is None or bound.strategy != "range" or len(bound.lower) != 1 or len(bound.upper) != 1:
        return None
    text = bound.lower[0].strip()
    columns = [item for item in table.columns if item.not_null and item.type and item.type.name in _TIMES]
    try:
        since = datetime.fromisoformat(text.strip("'"))
    except ValueError:
        return None
    former = object_name(table.name, None, f"before_{since:%Y_%m_%d}")
    if len(columns) != 1 or not is_free(context.catalog, table, former):
        return None
    kind = columns[0].type.name if columns[0].type else ""
    if (kind == "timestamptz") != (since.tzinfo is not None):
        return None  # another session would take the bound for another moment
    return _Split(table, columns[0].name, text, since if since.tzinfo else since.replace(tzinfo=UTC), former)


def _is_plain(table: Table) -> bool:
    """Whether nothing hangs on the table that a new one of its name would not have."""
    related = (*table.inherits, *table.inherited_by, *table.used_by, *table.referenced_by, table.of_type)
    own = (*table.triggers, *table.policies, *table.statistics)
    kinds = ("primary key", "unique", "check", "foreign key", "not null")
    known = table.created and table.complete and table.primary_key is not None and not table.row_security
    is_usual = all(
        item.kind in kinds and item.valid and item.enforced and not item.deferrable for item in table.constraints
    )
    return known and is_usual and not any((*related, *own)) and not any(item.identity for item in table.columns)


def _proof(split: _Split) -> str:
    return f"ADD CONSTRAINT {quoted(split.proof)} CHECK ({quoted(split.column)} < {split.bound}) NOT VALID"


def _steps(catalog: Catalog, split: _Split, sql: str) -> Iterator[FollowUp]:
    table = split.table
    yield working("validate", split.proof, alteration(table, [f"VALIDATE CONSTRAINT {quoted(split.proof)}"])[0])
    for index in table.indexes:
        if index.constraint is not None and split.column not in index.columns:
            twin = _with_column(index, split)
            if not is_free(catalog, table, twin.name):
                raise Unclear
            yield built(table, twin.name, index_definition(table, twin))
    note = "-- Rights granted on the table are those of its first partition from here on: grant them again."
    yield together("partition", table.name, _forth(catalog, split, sql), _back(catalog, split), note)


def _with_column(index: Index, split: _Split) -> Index:
    """The index of a key together with the column, as every key of a partitioned table has to have it."""
    if index.include or index.nulls_not_distinct or index.predicate:
        raise Unclear
    key = IndexKey(span=Span(0, 0), column=Identifier(split.column, Span(0, 0)))
    return replace(index, name=marked(index.name, "wide"), keys=(*index.keys, key), constraint=None)


def _keys(split: _Split) -> list[tuple[Constraint, Index, str]]:
    """The keys, each with its index and the columns it will have."""
    found = []
    for item in split.table.constraints:
        index = split.table.index(item.index) if item.index else None
        if item.kind not in ("primary key", "unique"):
            continue
        if index is None or (item.kind == "unique" and split.column not in item.columns):
            raise Unclear  # unique among all rows is more than unique at a time
        extra = () if split.column in item.columns else (split.column,)
        found.append((item, index, listed((*item.columns, *extra))))
    return found


def _forth(catalog: Catalog, split: _Split, sql: str) -> list[str]:
    table, former = split.table, replace(split.table, name=split.former)
    name, old = relation_name(table.key), relation_name(former.key)
    made = [f"ADD CONSTRAINT {quoted(key.name)} {key.kind.upper()} ({columns})" for key, _, columns in _keys(split)]
    made += [f"ADD CONSTRAINT {quoted(item.name)} {text}" for item, text in _others(table)]
    plain = [index for index in table.indexes if index.constraint is None]
    return [
        f"ALTER TABLE {name} RENAME TO {quoted(split.former)};",
        *(line for key, index, _ in _keys(split) for line in _freed(former, key, index, split)),
        *(_index_renamed(former, index.name, marked(index.name, "before")) for index in plain),
        f"CREATE TABLE {name} (LIKE {old} {_COPIED}) PARTITION BY RANGE ({quoted(split.column)});",
        *alteration(table, made),
        *(f"{index_definition(table, index)};" for index in plain),
        *(_owned(item, table, column) for item, column in _sequences(catalog, table)),
        f"ALTER TABLE {name} ATTACH PARTITION {old} FOR VALUES FROM (MINVALUE) TO ({split.bound});",
        f"{BOUNDS_SAY_IT}{alteration(former, [f'DROP CONSTRAINT {quoted(split.proof)}'])[0]}",
        f"{sql};",
    ]


def _back(catalog: Catalog, split: _Split) -> list[str]:
    """Takes the first partition for the whole table again, with the rows that others have got meanwhile."""
    table, former = split.table, replace(split.table, name=split.former)
    name, old = relation_name(table.key), relation_name(former.key)
    columns = listed(item.name for item in table.columns if item.generated is None)
    plain = [index for index in table.indexes if index.constraint is None]
    again = [f"DROP CONSTRAINT {quoted(marked(key.name, 'before'))}" for key, _, _ in _keys(split)]
    added = [
        f"ADD CONSTRAINT {quoted(key.name)} {key.kind.upper()} ({listed(key.columns)})" for key, _, _ in _keys(split)
    ]
    return [
        f"ALTER TABLE {name} DETACH PARTITION {old};",
        f"INSERT INTO {old} ({columns}) SELECT {columns} FROM {name};",
        *(_owned(item, former, column) for item, column in _sequences(catalog, table)),
        f"DROP TABLE {name};",
        *alteration(former, again),
        f"ALTER TABLE {old} RENAME TO {quoted(table.name)};",
        *(_index_renamed(table, marked(index.name, "before"), index.name) for index in plain),
        *alteration(table, (*added, _proof(split))),
    ]


def _others(table: Table) -> Iterator[tuple[Constraint, str]]:
    """The checks and foreign keys that the new table needs of its own, as the partition has them."""
    for item in table.constraints:
        if item.kind == "foreign key":
            yield item, foreign_key_text(item, item.columns, item.referenced_columns)
        elif item.kind == "check" and item.expression is not None:
            yield item, f"CHECK ({item.expression.text})"


def _freed(former: Table, key: Constraint, index: Index, split: _Split) -> list[str]:
    """Frees the name of a key, whose index has the column in the end."""
    name = quoted(marked(key.name, "before"))
    if split.column in index.columns:
        return [f"ALTER TABLE {relation_name(former.key)} RENAME CONSTRAINT {quoted(key.name)} TO {name};"]
    wide = quoted(marked(index.name, "wide"))
    adopted = f"ADD CONSTRAINT {name} {key.kind.upper()} USING INDEX {wide}"
    return alteration(former, [f"DROP CONSTRAINT {quoted(key.name)}", adopted])


def _index_renamed(owner: Table, name: str, new_name: str) -> str:
    return f"ALTER INDEX {beside(owner, name)} RENAME TO {quoted(new_name)};"


def _sequences(catalog: Catalog, table: Table) -> Iterator[tuple[Sequence, str]]:
    for key in table.sequences:
        item = catalog.get(key)
        if isinstance(item, Sequence) and item.owned_by is not None:
            yield item, item.owned_by[1]


def _owned(item: Sequence, owner: Table, column: str) -> str:
    name = relation_name(("relation", item.schema, item.name))
    return f"ALTER SEQUENCE {name} OWNED BY {relation_name(owner.key)}.{quoted(column)};"
