"""What our catalog and PostgreSQL's own say of the same SQL, in the same terms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlreview.schema import Catalog, Constraint, Index, Sequence, Table, Type, View
from sqlreview.schema.origins import Key

Facts = set[str]

_TYPES = {
    "int": "integer",
    "varchar": "character varying",
    "char": "character",
    "decimal": "numeric",
    "timestamptz": "timestamp with time zone",
    "timestamp": "timestamp without time zone",
    "bool": "boolean",
    "float8": "double precision",
}
_OURS = "n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND n.nspname NOT LIKE 'pg_toast_temp%%'"
_SCHEMA = "CASE WHEN n.nspname LIKE 'pg_temp%%' THEN 'pg_temp' ELSE n.nspname END"

_QUERIES = {
    "table": f"""
        SELECT {_SCHEMA} || '.' || c.relname
            || CASE WHEN c.relkind = 'p' THEN ' partitioned' ELSE '' END
            || CASE WHEN c.relpersistence = 'u' THEN ' unlogged' ELSE '' END
            || CASE WHEN c.relrowsecurity THEN ' row security' ELSE '' END
            || CASE WHEN c.relforcerowsecurity THEN ' forced' ELSE '' END
            || coalesce(' -- ' || obj_description(c.oid, 'pg_class'), '')
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND {_OURS}""",
    "column": f"""
        SELECT {_SCHEMA} || '.' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
            || CASE WHEN a.attnotnull AND NOT EXISTS (
                SELECT FROM pg_constraint k
                WHERE k.conrelid = c.oid AND k.contype = 'n' AND NOT k.convalidated AND k.conkey[1] = a.attnum)
                THEN ' not null' ELSE '' END
            || CASE WHEN a.atthasdef AND a.attgenerated = '' THEN ' default' ELSE '' END
            || CASE a.attidentity WHEN 'a' THEN ' identity always' WHEN 'd' THEN ' identity by default' ELSE '' END
            || CASE WHEN a.attgenerated <> '' THEN ' generated' ELSE '' END
            || CASE WHEN NOT a.attislocal THEN ' inherited' ELSE '' END
            || coalesce(' -- ' || col_description(c.oid, a.attnum), '')
            || ' #' || row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum)
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND {_OURS}""",
    "constraint": f"""
        SELECT {_SCHEMA} || '.' || c.relname || ' ' || k.conname || ' '
            || CASE k.contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique' WHEN 'f' THEN 'foreign key'
                WHEN 'c' THEN 'check' ELSE 'exclusion' END
            || ' (' || coalesce((SELECT string_agg(a.attname, ',' ORDER BY CASE k.contype WHEN 'c' THEN 0 ELSE o.i END,
                a.attname) FROM unnest(k.conkey) WITH ORDINALITY o(n, i)
                JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = o.n), '') || ')'
            || coalesce(' references ' || (SELECT rn.nspname || '.' || r.relname FROM pg_class r
                JOIN pg_namespace rn ON rn.oid = r.relnamespace WHERE r.oid = nullif(k.confrelid, 0)) || '('
                || (SELECT string_agg(a.attname, ',' ORDER BY o.i) FROM unnest(k.confkey) WITH ORDINALITY o(n, i)
                JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = o.n) || ')', '')
            || CASE k.confdeltype WHEN 'c' THEN ' CASCADE' WHEN 'n' THEN ' SET NULL' ELSE '' END
            || CASE WHEN k.convalidated THEN '' ELSE ' not valid' END
            || CASE WHEN k.conenforced THEN '' ELSE ' not enforced' END
            || CASE WHEN k.condeferrable THEN ' deferrable' ELSE '' END
            || CASE WHEN k.condeferred THEN ' deferred' ELSE '' END
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND {_OURS}
            AND NOT (k.contype = 'f' AND k.conparentid <> 0
                AND k.conrelid = (SELECT p.conrelid FROM pg_constraint p WHERE p.oid = k.conparentid))""",
    "index": f"""
        SELECT {_SCHEMA} || '.' || t.relname || ' ' || c.relname || ' ' || am.amname
            || ' (' || (SELECT string_agg(coalesce(a.attname, '?'), ',' ORDER BY o.i)
                FROM unnest(x.indkey::int[]) WITH ORDINALITY o(n, i)
                LEFT JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = o.n AND o.n <> 0) || ')'
            || CASE WHEN x.indisunique THEN ' unique' ELSE '' END
            || CASE WHEN x.indisvalid THEN '' ELSE ' invalid' END
            || CASE WHEN x.indnullsnotdistinct THEN ' nulls not distinct' ELSE '' END
            || CASE WHEN x.indpred IS NOT NULL THEN ' partial' ELSE '' END
            || coalesce(' attached to ' || (SELECT p.relname FROM pg_inherits h JOIN pg_class p ON p.oid = h.inhparent
                WHERE h.inhrelid = c.oid), '')
            || coalesce(' -- ' || obj_description(c.oid, 'pg_class'), '')
        FROM pg_index x JOIN pg_class c ON c.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_am am ON am.oid = c.relam
        WHERE {_OURS}""",
    "child": f"""
        SELECT {_SCHEMA} || '.' || c.relname || ' of ' || p.relname
        FROM pg_inherits h JOIN pg_class c ON c.oid = h.inhrelid JOIN pg_class p ON p.oid = h.inhparent
            JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND {_OURS}""",
    "sequence": f"""
        SELECT {_SCHEMA} || '.' || c.relname || ' ' || format_type(s.seqtypid, NULL) || coalesce(' of ' || (
                SELECT t.relname || '.' || a.attname FROM pg_depend d JOIN pg_class t ON t.oid = d.refobjid
                JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
                WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')), '')
        FROM pg_class c JOIN pg_sequence s ON s.seqrelid = c.oid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE {_OURS}""",
    "view": f"""
        SELECT {_SCHEMA} || '.' || c.relname || CASE c.relkind WHEN 'm' THEN ' materialized' ELSE '' END
            || CASE WHEN c.relispopulated THEN '' ELSE ' unpopulated' END || ' uses ' || coalesce((
                SELECT string_agg(DISTINCT u.relname, ',' ORDER BY u.relname) FROM pg_rewrite r
                JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
                JOIN pg_class u ON u.oid = d.refobjid AND d.refclassid = 'pg_class'::regclass AND u.oid <> c.oid
                WHERE r.ev_class = c.oid), '')
            || coalesce(' -- ' || obj_description(c.oid, 'pg_class'), '')
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('v', 'm') AND {_OURS}""",
    "enum": f"""
        SELECT {_SCHEMA} || '.' || t.typname || ' ' || string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder)
        FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid JOIN pg_namespace n ON n.oid = t.typnamespace
        WHERE {_OURS} GROUP BY n.nspname, t.typname""",
    "domain": f"""
        SELECT {_SCHEMA} || '.' || t.typname || ' ' || format_type(t.typbasetype, t.typtypmod)
            || CASE WHEN t.typnotnull THEN ' not null' ELSE '' END
            || CASE WHEN t.typdefault IS NOT NULL THEN ' default' ELSE '' END
            || ' ' || coalesce((SELECT string_agg(k.conname || CASE WHEN k.convalidated THEN '' ELSE '!' END, ','
                ORDER BY k.conname) FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'), '')
        FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
        WHERE t.typtype = 'd' AND {_OURS}""",
    "attribute": f"""
        SELECT {_SCHEMA} || '.' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relkind = 'c' AND a.attnum > 0 AND NOT a.attisdropped AND {_OURS}""",
    "trigger": f"""
        SELECT {_SCHEMA} || '.' || c.relname || ' ' || g.tgname
            || CASE WHEN g.tgparentid <> 0 THEN ' inherited' ELSE '' END
        FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE NOT g.tgisinternal AND {_OURS}""",
    "policy": f"""
        SELECT {_SCHEMA} || '.' || c.relname || ' ' || p.polname
        FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE {_OURS}""",
    "schema": f"SELECT nspname FROM pg_namespace n WHERE {_OURS} AND nspname <> 'public' AND nspname NOT LIKE 'pg_%%'",
}


def facts_of_server(connection: Any) -> Facts:
    """Everything the comparison looks at, as pg_catalog has it."""
    facts: Facts = set()
    for kind, query in _QUERIES.items():
        facts |= {f"{kind} {row[0]}" for row in connection.execute(query.replace("%%", "%")).fetchall()}
    return facts


def facts_of_catalog(catalog: Catalog) -> Facts:
    """Everything the comparison looks at, as our catalog has it."""
    facts: Facts = set()
    for key, record in catalog.objects.items():
        match record:
            case Table():
                facts |= set(_table(record))
            case View():
                facts |= set(_view(record, catalog))
            case Type():
                facts |= set(_type(record))
            case Sequence():
                owner = f" of {record.owned_by[0][2]}.{record.owned_by[1]}" if record.owned_by else ""
                facts.add(f"sequence {_name(key)} {record.type}{owner}")
            case _ if key[0] == "schema":
                facts.add(f"schema {key[2]}")
            case _:
                pass
    return facts


def _name(key: Key) -> str:
    return ".".join(key[1:])


def _type_name(written: Any) -> str:
    if written is None:
        return "?"
    modifiers = f"({','.join(written.arguments)})" if written.arguments else ""
    name = _TYPES.get(written.name, written.name)
    if name == "character" and not modifiers:
        modifiers = "(1)"
    prefix = f"{written.schema}." if written.schema not in (None, "pg_catalog", "public") else ""
    return f"{prefix}{name}{modifiers}{'[]' if written.dimensions else ''}"


def _table(table: Table) -> Iterator[str]:
    name = _name(table.key)
    words = [
        name,
        *(["partitioned"] if table.partition_by else []),
        *(["unlogged"] if table.unlogged else []),
        *(["row security"] if table.row_security else []),
        *(["forced"] if table.force_row_security else []),
        *([f"-- {table.comment}"] if table.comment else []),
    ]
    yield f"table {' '.join(words)}"
    if table.complete:
        for number, column in enumerate(table.columns, 1):
            identity = f" identity {'always' if column.identity.always else 'by default'}" if column.identity else ""
            yield (
                f"column {name}.{column.name} {_type_name(column.type)}"
                + (" not null" if column.not_null else "")
                + (" default" if column.default else "")
                + identity
                + (" generated" if column.generated else "")
                + (" inherited" if column.inherited else "")
                + (f" -- {column.comment}" if column.comment else "")
                + f" #{number}"
            )
    yield from (_constraint(name, item) for item in table.constraints if item.kind != "not null")
    yield from (_index(name, index) for index in table.indexes)
    yield from (f"trigger {name} {item.name}{' inherited' if item.inherited else ''}" for item in table.triggers)
    yield from (f"policy {name} {policy.name}" for policy in table.policies)
    for key in (*table.inherits, *((table.partition_of,) if table.partition_of else ())):
        yield f"child {name} of {key[2]}"


def _constraint(table: str, item: Constraint) -> str:
    columns = sorted(item.columns) if item.kind == "check" else item.columns
    referenced = f" references {_name(item.referenced)}({','.join(item.referenced_columns)})" if item.referenced else ""
    action = item.on_delete if item.on_delete in ("CASCADE", "SET NULL") else None
    return (
        f"constraint {table} {item.name} {item.kind} ({','.join(columns)}){referenced}"
        + (f" {action}" if action else "")
        + ("" if item.valid else " not valid")
        + ("" if item.enforced else " not enforced")
        + (" deferrable" if item.deferrable else "")
        + (" deferred" if item.initially_deferred else "")
    )


def _index(table: str, index: Index) -> str:
    columns = ",".join((*(column or "?" for column in index.columns), *index.include))
    return (
        f"index {table} {index.name} {index.method} ({columns})"
        + (" unique" if index.unique else "")
        + ("" if index.valid else " invalid")
        + (" nulls not distinct" if index.nulls_not_distinct else "")
        + (" partial" if index.predicate else "")
        + (f" attached to {index.parent}" if index.parent else "")
        + (f" -- {index.comment}" if index.comment else "")
    )


def _view(view: View, catalog: Catalog) -> Iterator[str]:
    uses = ",".join(sorted({key[2] for key in view.uses if key in catalog.objects}))
    flags = f"{' materialized' if view.materialized else ''}{'' if view.populated else ' unpopulated'}"
    yield f"view {_name(view.key)}{flags} uses {uses}" + (f" -- {view.comment}" if view.comment else "")
    yield from (_index(_name(view.key), index) for index in view.indexes)


def _type(record: Type) -> Iterator[str]:
    name = f"{record.schema}.{record.name}"
    match record.kind:
        case "enum":
            yield f"enum {name} {','.join(record.labels)}"
        case "domain":
            checks = ",".join(sorted(check.name + ("" if check.valid else "!") for check in record.checks))
            flags = f"{' not null' if record.not_null else ''}{' default' if record.default else ''}"
            yield f"domain {name} {_type_name(record.base)}{flags} {checks}"
        case "composite":
            yield from (f"attribute {name}.{column.name} {_type_name(column.type)}" for column in record.columns)
        case _:
            pass
