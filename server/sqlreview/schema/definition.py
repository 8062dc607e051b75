"""A table written as SQL, for people to read."""

from __future__ import annotations

from collections.abc import Iterator

from sqlreview.operations import Expression, IndexKey
from sqlreview.schema.naming import is_call, quoted
from sqlreview.schema.origins import Key
from sqlreview.schema.records import Column, Constraint, Index, Table, View
from sqlreview.sql.cursor import Caseless


def table_definition(table: Table) -> str:
    """CREATE TABLE with columns, constraints, comments and what the table is part of, then its indexes."""
    lines = [*_columns(table), *(_constraint(item) for item in table.constraints)]
    if not table.complete:
        lines.append("-- and what is not known from the migrations")
    body = "\n".join(f"    {line}" for line in _with_commas(lines))
    head = " ".join(("CREATE", *_kinds(table), "TABLE", relation_name(table.key)))
    created = f"{head} (\n{body}\n){_tail(table)};" if lines else f"{head} (){_tail(table)};"
    indexes = (f"{index_definition(table, index)};" for index in table.indexes if index.constraint is None)
    comments = (f"-- {line}" for line in (table.comment or "").splitlines())
    return "\n".join((*comments, created, *indexes))


def _kinds(table: Table) -> Iterator[str]:
    if table.temporary:
        yield "TEMPORARY"
    if table.unlogged:
        yield "UNLOGGED"
    if table.foreign:
        yield "FOREIGN"


def relation_name(key: Key) -> str:
    """The name of a relation as SQL writes it, without the schema where that is public or temporary."""
    _, schema, name = key
    return quoted(name) if schema in ("public", "pg_temp") else f"{quoted(schema)}.{quoted(name)}"


def _with_commas(lines: list[str]) -> Iterator[str]:
    """Puts a comma after each element but the last, before the comment that follows it."""
    last = max((number for number, line in enumerate(lines) if not line.startswith("--")), default=-1)
    for number, line in enumerate(lines):
        element, mark, comment = line.partition(" -- ") if not line.startswith("--") else (line, "", "")
        yield element + ("," if number < last else "") + mark + comment


def _columns(table: Table) -> Iterator[str]:
    for column in table.columns:
        comment = f" -- {' '.join(column.comment.split())}" if column.comment else ""
        yield _column(column) + comment


def _column(column: Column) -> str:
    words = [quoted(column.name)]
    if column.type:
        words.append(str(column.type))
    if column.collation:
        words.append(f"COLLATE {quoted(column.collation)}")
    if column.identity and isinstance(column.name, Caseless):
        words.append("AUTO_INCREMENT")
    elif column.identity:
        words.append(f"GENERATED {'ALWAYS' if column.identity.always else 'BY DEFAULT'} AS IDENTITY")
    if column.generated:
        kind = "STORED" if column.generated.stored else "VIRTUAL"
        words.append(f"GENERATED ALWAYS AS ({_bare(column.generated.expression)}) {kind}")
    if column.default:
        words.append(f"DEFAULT {column.default.text}")
    if column.on_update:
        words.append(f"ON UPDATE {column.on_update.text}")
    if column.not_null:
        words.append("NOT NULL")
    if not column.visible:
        words.append("INVISIBLE")
    return " ".join(words)


def _bare(expression: Expression) -> str:
    text = " ".join(expression.text.split())
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        return text[1:-1]
    return text


def _constraint(constraint: Constraint) -> str:
    name = () if constraint.kind == "primary key" and constraint.name == "PRIMARY" else (quoted(constraint.name),)
    return " ".join((*("CONSTRAINT" for _ in name), *name, *_constraint_words(constraint)))


def _constraint_words(constraint: Constraint) -> Iterator[str]:
    match constraint.kind:
        case "check":
            yield f"CHECK ({_bare(constraint.expression)})" if constraint.expression else "CHECK (...)"
        case "exclusion":
            yield f"EXCLUDE ({_list(constraint.columns)})"
        case "not null":
            yield f"NOT NULL {_list(constraint.columns)}"
        case _:
            yield f"{constraint.kind.upper()} ({_list(constraint.columns)})"
    if constraint.referenced:
        columns = f" ({_list(constraint.referenced_columns)})" if constraint.referenced_columns else ""
        yield f"REFERENCES {relation_name(constraint.referenced)}{columns}"
    if constraint.on_update:
        yield f"ON UPDATE {constraint.on_update}"
    if constraint.on_delete:
        yield f"ON DELETE {constraint.on_delete}"
    if constraint.deferrable:
        yield "DEFERRABLE INITIALLY DEFERRED" if constraint.initially_deferred else "DEFERRABLE"
    if not constraint.enforced:
        yield "NOT ENFORCED"
    elif not constraint.valid:
        yield "NOT VALID"


def _list(names: tuple[str, ...]) -> str:
    return ", ".join(quoted(name) for name in names)


def _tail(table: Table) -> str:
    words = ""
    if table.inherits:
        words += f" INHERITS ({', '.join(relation_name(key) for key in table.inherits)})"
    if table.partition_by:
        keys = ", ".join(_key(key) for key in table.partition_by.keys)
        words += f" PARTITION BY {table.partition_by.strategy.upper()} ({keys})"
    words += "".join(f" {name.upper()}={value}" for name, value in table.options)
    if table.partition_of:
        words += f" /* partition of {relation_name(table.partition_of)} */"
    return words


def index_definition(owner: Table | View, index: Index) -> str:
    """CREATE INDEX for one index, without the semicolon."""
    special = index.method in ("fulltext", "spatial")
    kind = f"{index.method.upper()} " if special else "UNIQUE " if index.unique else ""
    words = [f"CREATE {kind}INDEX", quoted(index.name), "ON", relation_name(owner.key)]
    if index.method != "btree" and not special:
        words += ["USING", index.method]
    words.append(f"({', '.join(_key(key) for key in index.keys)})")
    if index.include:
        words.append(f"INCLUDE ({_list(index.include)})")
    if index.nulls_not_distinct:
        words.append("NULLS NOT DISTINCT")
    if not index.visible:
        words.append("INVISIBLE")
    if index.predicate:
        words.append(f"WHERE {' '.join(index.predicate.text.split())}")
    return " ".join(words)


def column_definition(column: Column) -> str:
    """A column as it stands in CREATE TABLE."""
    return _column(column)


def constraint_definition(constraint: Constraint) -> str:
    """A constraint as it stands in CREATE TABLE."""
    return _constraint(constraint)


def _key(key: IndexKey) -> str:
    words = [quoted(key.column.text) if key.column else _key_expression(key.expression)]
    if key.length:
        words[0] += f"({key.length})"
    if key.collation:
        words.append(f"COLLATE {quoted(key.collation)}")
    if key.operator_class:
        words.append(key.operator_class)
    if key.descending:
        words.append("DESC")
    if key.nulls_first is not None and key.nulls_first != key.descending:
        words.append(f"NULLS {'FIRST' if key.nulls_first else 'LAST'}")
    return " ".join(words)


def _key_expression(expression: Expression | None) -> str:
    if expression is None:
        return "..."
    text = " ".join(expression.text.split())
    return text if text.startswith("(") or is_call(text) else f"({text})"
