"""What our catalog and MariaDB's information_schema say of the same SQL, in the same terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sqlreview.schema import Catalog, Column, Constraint, Index, Table, View

Facts = set[str]

_SERVER_TYPES = {
    "int": "integer",
    "decimal": "numeric",
    "double": "double precision",
    "json": "longtext",
    "geometrycollection": "geomcollection",
}
_WITHOUT_WIDTH = ("integer", "bigint", "smallint", "tinyint", "mediumint", "year")
_DEFAULT_WIDTHS = {"numeric": "10,0", "char": "1", "binary": "1", "bit": "1"}
_OURS = "NOT IN ('information_schema', 'mysql', 'performance_schema', 'sys')"

_QUERIES = {
    "table": f"""
        SELECT concat(table_schema, '.', table_name, ' ', coalesce(table_comment, ''),
            if(create_options LIKE '%%partitioned%%', ' partitioned', ''))
        FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema {_OURS}""",
    "view": f"SELECT concat(table_schema, '.', table_name) FROM information_schema.views WHERE table_schema {_OURS}",
    "partition": f"""
        SELECT concat(table_schema, '.', table_name, ' ', partition_name)
        FROM information_schema.partitions
        WHERE partition_name IS NOT NULL AND partition_method NOT IN ('HASH', 'KEY') AND table_schema {_OURS}""",
    "index": f"""
        SELECT concat(table_schema, '.', table_name, ' ', index_name, if(non_unique, '', ' unique'), ' ',
            replace(lower(index_type), 'hash', 'btree'), ' (', group_concat(concat(column_name, if(sub_part IS NULL, '',
            concat('(', sub_part, ')'))) ORDER BY seq_in_index), ')', if(max(ignored) = 'YES', ' invisible', ''),
            if(max(index_comment) = '', '', concat(' -- ', max(index_comment))))
        FROM information_schema.statistics WHERE table_schema {_OURS}
        GROUP BY table_schema, table_name, index_name, non_unique, index_type""",
    "key": f"""
        SELECT concat(c.table_schema, '.', c.table_name, ' ', c.constraint_name, ' ', lower(c.constraint_type), ' (',
            group_concat(k.column_name ORDER BY k.ordinal_position), ')',
            coalesce(concat(' references ', max(k.referenced_table_schema), '.', max(k.referenced_table_name), ' (',
                group_concat(k.referenced_column_name ORDER BY k.ordinal_position), ') ', max(r.delete_rule), ' ',
                max(r.update_rule)), ''))
        FROM information_schema.table_constraints c
        JOIN information_schema.key_column_usage k ON k.constraint_schema = c.constraint_schema
            AND k.constraint_name = c.constraint_name AND k.table_name = c.table_name
            AND k.table_schema = c.table_schema
            AND (c.constraint_type = 'FOREIGN KEY') = (k.referenced_table_name IS NOT NULL)
        LEFT JOIN information_schema.referential_constraints r ON r.constraint_schema = c.constraint_schema
            AND r.constraint_name = c.constraint_name AND r.table_name = c.table_name
            AND c.constraint_type = 'FOREIGN KEY'
        WHERE c.constraint_type IN ('PRIMARY KEY', 'UNIQUE', 'FOREIGN KEY') AND c.table_schema {_OURS}
        GROUP BY c.table_schema, c.table_name, c.constraint_name, c.constraint_type""",
    "check": f"""
        SELECT concat(constraint_schema, '.', table_name, ' ', constraint_name)
        FROM information_schema.check_constraints
        WHERE check_clause NOT LIKE 'json_valid%%' AND constraint_schema {_OURS}""",
}
_COLUMNS = f"""
    SELECT table_schema, table_name, column_name, column_type, is_nullable, column_default, extra, column_comment,
        generation_expression, ordinal_position
    FROM information_schema.columns
    JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_type = 'BASE TABLE' AND table_schema {_OURS}"""


def facts_of_server(connection: Any, home: str) -> Facts:
    """Everything the server knows of the databases but its own; the one called `home` is shown as ours is."""
    cursor = connection.cursor()
    cursor.execute("SET SESSION group_concat_max_len = 100000")
    facts = set()
    for kind, query in _QUERIES.items():
        cursor.execute(query.replace("%%", "%"))
        facts |= {f"{kind} {text}".strip() for (text,) in cursor.fetchall()}
    cursor.execute(_COLUMNS)
    facts |= {_server_column(*row) for row in cursor.fetchall()}
    return {fact.replace(f" {home}.", " public.") for fact in facts}


def _server_column(
    schema: str,
    table: str,
    name: str,
    kind: str,
    nullable: str,
    default: str | None,
    extra: str,
    comment: str,
    generation: str | None,
    position: int,
) -> str:
    words = [f"column {schema}.{table}.{name}", _server_type(kind)]
    words += ["not null"] if nullable == "NO" else []
    words += ["default"] if default not in (None, "NULL") and not generation else []
    words += ["auto_increment"] if "auto_increment" in extra else []
    words += ["on update"] if "on update" in extra else []
    words += ["stored" if "STORED" in extra else "virtual"] if generation else []
    words += ["invisible"] if "INVISIBLE" in extra else []
    words += [f"-- {comment}"] if comment else []
    return " ".join((*words, f"#{position}"))


def _server_type(kind: str) -> str:
    match = re.fullmatch(r"(\w+)(?:\((.*)\))?(.*)", kind)
    assert match is not None, kind
    name = _SERVER_TYPES.get(match[1], match[1])
    return _type(name, match[2] or "", match[3])


def _type(name: str, arguments: str, signs: str) -> str:
    if name in _WITHOUT_WIDTH and arguments != "1":
        arguments = ""
    if name in _DEFAULT_WIDTHS and not arguments:
        arguments = _DEFAULT_WIDTHS[name]
    if name == "numeric" and "," not in arguments:
        arguments += ",0"
    return f"{name}({arguments}){signs}"


def facts_of_catalog(catalog: Catalog) -> Facts:
    """The same of our catalog, temporary tables left out."""
    facts = set()
    for table in catalog.all(Table):
        if table.created and not table.temporary:
            facts |= set(_table(table))
    return facts | {f"view {view.schema}.{view.name}" for view in catalog.all(View)}


def _table(table: Table) -> Iterator[str]:
    name = f"{table.schema}.{table.name}"
    kind = " partitioned" if table.partition_by else ""
    yield f"table {name} {table.comment or ''}{kind}".strip()
    for position, column in enumerate(table.columns, start=1):
        yield _column(name, column, position)
    yield from (f"index {name} {_index(index)}" for index in table.indexes)
    yield from (fact for item in table.constraints if (fact := _constraint(name, item)))
    yield from (f"partition {name} {partition.name}" for partition in table.partition_definitions)


def _column(table: str, column: Column, position: int) -> str:
    assert column.type is not None
    signs = f"{' unsigned' if column.type.unsigned else ''}{' zerofill' if column.type.zerofill else ''}"
    name = {"json": "longtext"}.get(column.type.name, column.type.name)
    words = [f"column {table}.{column.name}", _type(name, ",".join(column.type.arguments), signs)]
    words += ["not null"] if column.not_null else []
    words += ["default"] if column.default else []
    words += ["auto_increment"] if column.identity else []
    words += ["on update"] if column.on_update else []
    words += ["stored" if column.generated.stored else "virtual"] if column.generated else []
    words += [] if column.visible else ["invisible"]
    words += [f"-- {column.comment}"] if column.comment else []
    return " ".join((*words, f"#{position}"))


def _index(index: Index) -> str:
    keys = ",".join(
        f"{key.column}({key.length})" if key.length else str(key.column) for key in index.keys if key.column
    )
    unique = " unique" if index.unique else ""
    method = "btree" if index.method == "hash" else index.method
    visible = "" if index.visible else " invisible"
    comment = f" -- {index.comment}" if index.comment else ""
    return f"{index.name}{unique} {method} ({keys}){visible}{comment}"


def _constraint(table: str, constraint: Constraint) -> str | None:
    match constraint.kind:
        case "check":
            return f"check {table} {constraint.name}"
        case "foreign key":
            _, schema, referenced = constraint.referenced or ("", "", "")
            columns = ",".join(constraint.referenced_columns)
            actions = f"{constraint.on_delete or 'RESTRICT'} {constraint.on_update or 'RESTRICT'}"
            target = f" references {schema}.{referenced} ({columns}) {actions}"
        case _:
            target = ""
    return f"key {table} {constraint.name} {constraint.kind} ({','.join(constraint.columns)}){target}"
