"""What a column is bound to, indexes, keys, checks and foreign keys, and the same for a column that replaces it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sqlreview.operations import Expression, Identifier, IndexKey
from sqlreview.rollouts.steps import is_free, listed, marked
from sqlreview.schema import Catalog
from sqlreview.schema.definition import index_definition, relation_name
from sqlreview.schema.naming import quoted, with_renamed_column
from sqlreview.schema.records import Column, Constraint, Index, Table

MARK = "new"


@dataclass(frozen=True, slots=True)
class IndexTwin:
    """An index, and the one that the new column gets."""

    old: Index
    new: Index
    definition: str
    """CREATE INDEX of the new one."""


@dataclass(frozen=True, slots=True)
class ConstraintTwin:
    """A check or foreign key, and the name and text of the one that the new column gets."""

    owner: Table
    old: Constraint
    name: str
    definition: str
    former: str
    """The text of the old one."""


@dataclass(frozen=True, slots=True)
class Bindings:
    """Everything that a column is bound to, each with its twin."""

    indexes: tuple[IndexTwin, ...] = ()
    keys: tuple[tuple[Constraint, IndexTwin], ...] = ()
    """Primary key and unique constraints."""
    own: tuple[ConstraintTwin, ...] = ()
    """Checks and foreign keys of the table."""
    incoming: tuple[ConstraintTwin, ...] = ()
    """Foreign keys of other tables that point to the column."""

    @property
    def constraints(self) -> tuple[ConstraintTwin, ...]:
        """Those that are validated after they were added."""
        return (*self.own, *self.incoming)


class Unclear(Exception):
    """Something of which too little is known to make another one; it is caught before any rule sees it."""


def bindings_of(catalog: Catalog, table: Table, column: Column, new: str, *, retyped: bool) -> Bindings | None:
    """What a column is bound to; None where a part of it could not be done for the new column.

    A column that is `retyped` keeps no operator classes, and no indexes of other methods, as its type may have none.
    """
    try:
        indexes = {item.name: item for item in table.indexes if _concerns(item, column.name)}
        twins = {name: _index_twin(catalog, table, item, column.name, new, retyped) for name, item in indexes.items()}
        bound = [item for item in table.constraints if _is_bound(item, table, column.name)]
        keys = [(item, _adopted(twins, item)) for item in bound if item.kind in ("primary key", "unique")]
        checked = (item for item in bound if item.kind in ("check", "foreign key"))
        own = [_constraint_twin(table, item, column.name, new, retyped) for item in checked]
        incoming = tuple(_incoming(catalog, table, column.name, new))
    except Unclear:
        return None
    adopted = {twin.old.name for _, twin in keys}
    plain = tuple(twin for name, twin in twins.items() if name not in adopted)
    return Bindings(plain, tuple(keys), tuple(own), incoming)


def _concerns(index: Index, column: str) -> bool:
    expressions = [index.predicate, *(key.expression for key in index.keys)]
    read = any(item is not None and column in item.columns for item in expressions)
    return read or column in index.columns or column in index.include


def _is_bound(constraint: Constraint, table: Table, column: str) -> bool:
    points_back = constraint.referenced == table.key
    if constraint.kind == "not null" or (column not in constraint.columns and not points_back):
        return False
    if constraint.kind == "exclusion" or points_back or not constraint.enforced or constraint.inherited:
        raise Unclear
    return True


def _index_twin(catalog: Catalog, table: Table, index: Index, old: str, new: str, retyped: bool) -> IndexTwin:
    name = _twin_name(index.name, old, new, retyped)
    keys = tuple(_renamed_key(key, old, new, retyped) for key in index.keys)
    predicate = _renamed(index.predicate, old, new) if index.predicate else None
    include = tuple(new if item == old else item for item in index.include)
    is_usual = index.method == "btree" or not retyped
    if not index.valid or index.parent or not is_usual or not is_free(catalog, table, name):
        raise Unclear
    if index.unique and index.nulls_not_distinct:
        raise Unclear  # the values that stay in the old column would clash
    twin = replace(index, name=name, keys=keys, predicate=predicate, include=include, constraint=None)
    definition = index_definition(table, twin)
    if "..." in definition:
        raise Unclear
    return IndexTwin(index, twin, definition)


def _renamed_key(key: IndexKey, old: str, new: str, retyped: bool) -> IndexKey:
    if key.column is not None and key.column.text == old:
        if retyped and key.operator_class:
            raise Unclear
        return replace(key, column=Identifier(new, key.column.span))
    return replace(key, expression=_renamed(key.expression, old, new)) if key.expression else key


def _renamed(expression: Expression, old: str, new: str) -> Expression:
    return replace(expression, text=with_renamed_column(expression.text, old, new))


def _adopted(twins: dict[str, IndexTwin], constraint: Constraint) -> IndexTwin:
    twin = twins.get(constraint.index or "")
    if twin is None or constraint.deferrable:
        raise Unclear
    return twin


def _twin_name(name: str, old: str, new: str, retyped: bool) -> str:
    """A name that tells the new column, which a constraint of a column that is renamed keeps for good."""
    told = name.replace(old, new, 1)
    return marked(name, MARK) if retyped or told == name or len(told.encode()) > 63 else told


def _constraint_twin(table: Table, constraint: Constraint, old: str, new: str, retyped: bool) -> ConstraintTwin:
    name = _twin_name(constraint.name, old, new, retyped)
    if table.constraint(name) is not None:
        raise Unclear
    columns = [new if item == old else item for item in constraint.columns]
    if constraint.kind == "foreign key":
        definition = foreign_key_text(constraint, columns, constraint.referenced_columns)
        former = foreign_key_text(constraint, constraint.columns, constraint.referenced_columns)
    else:
        definition, former = _check(constraint, old, new), _check(constraint, old, old)
    return ConstraintTwin(table, constraint, name, definition, former)


def _check(constraint: Constraint, old: str, new: str) -> str:
    if constraint.expression is None:
        raise Unclear
    text = with_renamed_column(constraint.expression.text, old, new)
    return f"CHECK ({text}){' NO INHERIT' if constraint.no_inherit else ''}"


def foreign_key_text(constraint: Constraint, columns: Iterable[str], referenced: Iterable[str]) -> str:
    """A foreign key as SQL writes it, between these columns."""
    if constraint.referenced is None or constraint.on_delete_columns:
        raise Unclear
    target = f" ({listed(referenced)})" if constraint.referenced_columns else ""
    words = [f"FOREIGN KEY ({listed(columns)}) REFERENCES {relation_name(constraint.referenced)}{target}"]
    words += ["MATCH FULL"] if constraint.match_full else []
    words += [f"ON UPDATE {constraint.on_update}"] if constraint.on_update else []
    words += [f"ON DELETE {constraint.on_delete}"] if constraint.on_delete else []
    if constraint.deferrable:
        words.append("DEFERRABLE INITIALLY DEFERRED" if constraint.initially_deferred else "DEFERRABLE")
    return " ".join(words)


def _incoming(catalog: Catalog, table: Table, old: str, new: str) -> Iterator[ConstraintTwin]:
    for key in table.referenced_by:
        other = catalog.table_at(key)
        if other is None:
            raise Unclear
        for constraint in other.foreign_keys if key != table.key else ():
            if constraint.referenced != table.key:
                continue
            known = constraint.referenced_columns
            if other.partition_by or other.partition_of or not known:
                raise Unclear
            if old in known:
                columns = tuple(new if item == old else item for item in known)
                definition = foreign_key_text(constraint, constraint.columns, columns)
                former = foreign_key_text(constraint, constraint.columns, known)
                yield ConstraintTwin(other, constraint, marked(constraint.name, MARK), definition, former)


def quoted_twin(twin: ConstraintTwin) -> str:
    """The name of the new constraint as SQL has to write it."""
    return quoted(twin.name)
