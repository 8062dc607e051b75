"""Everything a PostgreSQL database consists of, attribute by attribute, and the rows of its tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from proof_outcomes import State, rows_of

_USER = "n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp)'"
_RELATION = "JOIN pg_class c ON c.oid = {} JOIN pg_namespace n ON n.oid = c.relnamespace AND " + _USER
_OF_TABLE = "n.nspname || '.' || c.relname"

_QUERIES = {
    "relation": f"""
        SELECT {_OF_TABLE}, '', json_build_object(
          'kind', c.relkind, 'persistence', c.relpersistence, 'options', c.reloptions::text,
          'row security', c.relrowsecurity::text || c.relforcerowsecurity, 'replica identity', c.relreplident,
          'method', (SELECT amname FROM pg_am a WHERE a.oid = c.relam), 'owner', pg_get_userbyid(c.relowner),
          'tablespace', c.reltablespace, 'bound', pg_get_expr(c.relpartbound, c.oid),
          'partitioned by', CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END,
          'rights', c.relacl::text, 'filled', CASE WHEN c.relkind = 'm' THEN c.relispopulated END,
          'inherits', (SELECT string_agg(inhparent::regclass::text, ',' ORDER BY inhseqno) FROM pg_inherits
                       WHERE inhrelid = c.oid),
          'definition', CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND {_USER}
        WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')""",
    "column": f"""
        SELECT {_OF_TABLE} || '.' || a.attname, '', json_build_object(
          'position', (SELECT count(*) FROM pg_attribute b WHERE b.attrelid = a.attrelid AND NOT b.attisdropped
                       AND b.attnum BETWEEN 1 AND a.attnum),
          'type', format_type(a.atttypid, a.atttypmod), 'not null', a.attnotnull,
          'default', pg_get_expr(d.adbin, d.adrelid), 'identity', nullif(a.attidentity, ''),
          'generated', nullif(a.attgenerated, ''), 'storage', a.attstorage, 'rights', a.attacl::text,
          'collation', (SELECT collname FROM pg_collation o WHERE o.oid = a.attcollation AND collname <> 'default'),
          'statistics', nullif(a.attstattarget, -1), 'options', a.attoptions::text, 'local', a.attislocal)
        FROM pg_attribute a {_RELATION.format("a.attrelid")}
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c')""",
    "constraint": f"""
        SELECT n.nspname || '.' || coalesce(c.relname, t.typname) || '.' || k.conname, '', json_build_object(
          'definition', pg_get_constraintdef(k.oid), 'validated', k.convalidated, 'inherited', k.coninhcount > 0)
        FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace AND {_USER}
        LEFT JOIN pg_class c ON c.oid = k.conrelid LEFT JOIN pg_type t ON t.oid = k.contypid
        WHERE k.contype <> 't'""",
    "index": f"""
        SELECT n.nspname || '.' || c.relname, '', json_build_object(
          'definition', pg_get_indexdef(i.indexrelid), 'valid', i.indisvalid AND i.indisready,
          'primary', i.indisprimary, 'clustered', i.indisclustered, 'replica identity', i.indisreplident,
          'immediate', i.indimmediate, 'tablespace', c.reltablespace,
          'parent', (SELECT inhparent::regclass::text FROM pg_inherits WHERE inhrelid = c.oid))
        FROM pg_index i {_RELATION.format("i.indexrelid")}""",
    "trigger": f"""
        SELECT {_OF_TABLE} || '.' || t.tgname, '', json_build_object(
          'definition', pg_get_triggerdef(t.oid), 'enabled', t.tgenabled)
        FROM pg_trigger t {_RELATION.format("t.tgrelid")} WHERE NOT t.tgisinternal""",
    "rewrite rule": f"""
        SELECT {_OF_TABLE} || '.' || r.rulename, '', json_build_object(
          'definition', pg_get_ruledef(r.oid), 'enabled', r.ev_enabled)
        FROM pg_rewrite r {_RELATION.format("r.ev_class")} WHERE r.rulename <> '_RETURN'""",
    "policy": f"""
        SELECT {_OF_TABLE} || '.' || p.polname, '', json_build_object(
          'for', p.polcmd, 'permissive', p.polpermissive, 'roles', p.polroles::text,
          'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid))
        FROM pg_policy p {_RELATION.format("p.polrelid")}""",
    "sequence": f"""
        SELECT {_OF_TABLE}, '', json_build_object(
          'type', format_type(s.seqtypid, NULL), 'start', s.seqstart, 'step', s.seqincrement, 'least', s.seqmin,
          'most', s.seqmax, 'cache', s.seqcache, 'cycle', s.seqcycle,
          'owner', (SELECT d.refobjid::regclass || '.' || d.refobjsubid || d.deptype::text FROM pg_depend d
                    WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass
                    AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')))
        FROM pg_sequence s {_RELATION.format("s.seqrelid")}""",
    "type": f"""
        SELECT n.nspname || '.' || t.typname, '', json_build_object(
          'kind', t.typtype, 'not null', t.typnotnull, 'default', t.typdefault, 'owner', pg_get_userbyid(t.typowner),
          'values', (SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid),
          'of', CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END)
        FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace AND {_USER} WHERE t.typtype IN ('e', 'd', 'r')""",
    "routine": f"""
        SELECT p.oid::regprocedure::text, '', json_build_object(
          'definition', CASE WHEN p.prokind IN ('f', 'p') THEN pg_get_functiondef(p.oid) END,
          'owner', pg_get_userbyid(p.proowner), 'rights', p.proacl::text)
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace AND {_USER}""",
    "statistics": f"""
        SELECT n.nspname || '.' || s.stxname, '', json_build_object('definition', pg_get_statisticsobjdef(s.oid))
        FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace AND {_USER}""",
    "comment": """
        SELECT pg_describe_object(classoid, objoid, objsubid), '', json_build_object('text', description)
        FROM pg_description WHERE objoid >= 16384""",
    "schema": f"""
        SELECT n.nspname, '', json_build_object('owner', pg_get_userbyid(n.nspowner), 'rights', n.nspacl::text)
        FROM pg_namespace n WHERE {_USER}""",
    "extension": """
        SELECT extname, '', json_build_object('version', extversion, 'schema', extnamespace::regnamespace::text)
        FROM pg_extension""",
    "publication": """
        SELECT pubname, '', json_build_object('everything', puballtables, 'what', pubinsert::text || pubupdate ||
          pubdelete || pubtruncate, 'tables', (SELECT string_agg(prrelid::regclass::text, ',' ORDER BY 1)
          FROM (SELECT * FROM pg_publication_rel WHERE prpubid = p.oid ORDER BY prrelid) r)) FROM pg_publication p""",
    "default rights": """
        SELECT pg_get_userbyid(defaclrole) || ' ' || defaclobjtype::text || ' ' || defaclnamespace::regnamespace, '',
          json_build_object('rights', defaclacl::text) FROM pg_default_acl""",
    "setting": """
        SELECT coalesce(setrole::regrole::text, '') || ' ' || (setdatabase <> 0), '',
          json_build_object('values', setconfig::text) FROM pg_db_role_setting""",
    "role": """
        SELECT rolname, '', json_build_object('can', concat_ws(' ', rolsuper, rolinherit, rolcreaterole, rolcreatedb,
          rolcanlogin, rolreplication, rolbypassrls), 'connections', rolconnlimit, 'until', rolvaliduntil::text)
        FROM pg_roles WHERE rolname !~ '^pg_'""",
    "database": """
        SELECT datname, '', json_build_object('owner', pg_get_userbyid(datdba)) FROM pg_database
        WHERE datname !~ '^(proof_|template|postgres$|lab$)'""",
}
_TABLES = f"""
SELECT n.nspname, c.relname, (
  SELECT json_agg(a.attname ORDER BY a.attname) FROM pg_attribute a
  WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND {_USER}
WHERE c.relkind IN ('r', 'm') AND c.relispopulated ORDER BY 1, 2
"""


def state_of(connection: Any) -> State:
    """The schema and the rows of a database."""
    connection.execute("SET search_path = pg_catalog; SET TimeZone = 'UTC'; SET client_min_messages = error")
    found: State = {}
    for kind, query in _QUERIES.items():
        for name, _, attributes in connection.execute(query):
            for attribute, value in attributes.items():
                if value is not None:
                    found[kind, _plain(name), attribute] = _plain(str(value))
    for rows in _rows(connection):
        found.update(rows)
    return found


def _plain(text: str) -> str:
    return text.replace("public.", "")


def _rows(connection: Any) -> Iterator[State]:
    for schema, table, columns in connection.execute(_TABLES).fetchall():
        quoted = ", ".join(f'"{column}"::text' for column in columns or ())
        rows = connection.execute(f'SELECT {quoted} FROM ONLY "{schema}"."{table}"').fetchall()
        yield rows_of(_plain(f"{schema}.{table}"), columns or [], rows)
