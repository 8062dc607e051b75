"""The questions a snapshot asks PostgreSQL's catalogs; they read no table of a user."""

from __future__ import annotations

_OWN = "n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%'"
_NOT_OF_EXTENSION = (
    "NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = '{catalog}'::regclass AND d.objid = {row}.oid"
    " AND d.deptype = 'e')"
)


def _own(catalog: str, row: str) -> str:
    return f"{_OWN} AND {_NOT_OF_EXTENSION.format(catalog=catalog, row=row)}"


SCHEMAS = f"SELECT quote_ident(n.nspname) FROM pg_namespace n WHERE {_OWN} AND n.nspname <> 'public' ORDER BY 1"

EXTENSIONS = """
SELECT quote_ident(e.extname), quote_ident(n.nspname)
FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
WHERE e.extname <> 'plpgsql' ORDER BY 1
"""

ENUMS = f"""
SELECT t.oid::regtype::text, string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace JOIN pg_enum e ON e.enumtypid = t.oid
WHERE {_own("pg_type", "t")} GROUP BY t.oid ORDER BY t.oid
"""

COMPOSITES = f"""
SELECT t.oid::regtype::text,
       string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum)
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace JOIN pg_class c ON c.oid = t.typrelid
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind = 'c' AND {_own("pg_type", "t")} GROUP BY t.oid ORDER BY t.oid
"""

DOMAINS = f"""
SELECT t.oid::regtype::text, format_type(t.typbasetype, t.typtypmod), t.typdefault, t.typnotnull,
       (SELECT string_agg('CONSTRAINT ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid), ' ')
        FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c')
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE t.typtype = 'd' AND {_own("pg_type", "t")} ORDER BY t.oid
"""

SEQUENCES = f"""
SELECT c.oid::regclass::text, format_type(s.seqtypid, NULL)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_sequence s ON s.seqrelid = c.oid
WHERE c.relkind = 'S' AND {_own("pg_class", "c")}
  AND NOT EXISTS (SELECT FROM pg_depend o WHERE o.objid = c.oid AND o.deptype = 'i')
ORDER BY c.oid
"""

OWNED_SEQUENCES = f"""
SELECT c.oid::regclass::text, o.refobjid::regclass::text || '.' || quote_ident(a.attname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_depend o ON o.objid = c.oid AND o.deptype = 'a' AND o.refobjsubid > 0
JOIN pg_attribute a ON a.attrelid = o.refobjid AND a.attnum = o.refobjsubid
WHERE c.relkind = 'S' AND {_own("pg_class", "c")} ORDER BY c.oid
"""

TABLES = f"""
SELECT c.oid, c.oid::regclass::text, c.relpersistence::text, c.relkind::text,
       CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END,
       (SELECT i.inhparent::regclass::text FROM pg_inherits i WHERE i.inhrelid = c.oid AND c.relispartition),
       pg_get_expr(c.relpartbound, c.oid),
       (SELECT string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno)
        FROM pg_inherits i WHERE i.inhrelid = c.oid AND NOT c.relispartition),
       c.relrowsecurity, c.relforcerowsecurity
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND {_own("pg_class", "c")} ORDER BY c.oid
"""
"""The order of oids puts parents before their partitions and children."""

COLUMNS = f"""
SELECT a.attrelid, quote_ident(a.attname), format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity::text,
       a.attgenerated::text, pg_get_expr(d.adbin, d.adrelid),
       CASE WHEN a.attcollation <> t.typcollation
            THEN quote_ident(k.nspname) || '.' || quote_ident(l.collname) END
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
LEFT JOIN pg_collation l ON l.oid = a.attcollation LEFT JOIN pg_namespace k ON k.oid = l.collnamespace
WHERE a.attnum > 0 AND NOT a.attisdropped AND (a.attislocal OR c.relispartition) AND c.relkind IN ('r', 'p')
  AND {_own("pg_class", "c")}
ORDER BY a.attrelid, a.attnum
"""

CONSTRAINTS = f"""
SELECT k.conrelid::regclass::text, quote_ident(k.conname), pg_get_constraintdef(k.oid)
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE k.contype IN ('p', 'u', 'c', 'x', 'f') AND k.conislocal AND k.conparentid = 0 AND {_own("pg_class", "c")}
ORDER BY k.contype = 'f', k.contype = 'c', k.oid
"""

INDEXES = f"""
SELECT CASE WHEN c.relkind = 'I' AND i.indisvalid
            THEN regexp_replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ')
            ELSE pg_get_indexdef(i.indexrelid) END
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE NOT c.relispartition AND {_own("pg_class", "c")}
  AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
ORDER BY i.indexrelid
"""

VIEWS = f"""
SELECT c.oid::regclass::text, c.relkind = 'm', pg_get_viewdef(c.oid), array_to_string(c.reloptions, ', ')
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('v', 'm') AND {_own("pg_class", "c")} ORDER BY c.oid
"""

ROUTINES = f"""
SELECT pg_get_functiondef(p.oid)
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE p.prokind IN ('f', 'p') AND {_own("pg_proc", "p")} ORDER BY p.oid
"""

TRIGGERS = f"""
SELECT pg_get_triggerdef(g.oid)
FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE NOT g.tgisinternal AND g.tgparentid = 0 AND {_own("pg_class", "c")} ORDER BY g.oid
"""
"""tgparentid is there since PostgreSQL 13."""

TRIGGERS_12 = TRIGGERS.replace("AND g.tgparentid = 0 ", "AND NOT c.relispartition ")

POLICIES = f"""
SELECT quote_ident(p.polname), p.polrelid::regclass::text, p.polpermissive, p.polcmd::text,
       (SELECT string_agg(CASE WHEN r = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(r)) END, ', ')
        FROM unnest(p.polroles) r),
       pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)
FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE {_own("pg_class", "c")} ORDER BY p.oid
"""

_ROWS = "CASE WHEN {0}.reltuples > 0 OR pg_relation_size({0}.oid) = 0 THEN greatest({0}.reltuples, 0) END"
"""Null for a table with rows of which ANALYZE has counted none yet, whatever the version says then."""

SIZES = f"""
SELECT n.nspname, c.relname,
       CASE c.relkind WHEN 'p' THEN below.rows ELSE {_ROWS.format("c")} END::bigint,
       CASE c.relkind WHEN 'p' THEN below.bytes ELSE pg_total_relation_size(c.oid) END::bigint
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN LATERAL (
       SELECT CASE WHEN count(*) = count({_ROWS.format("p")})
                   THEN coalesce(sum(greatest(p.reltuples, 0)), 0) END AS rows,
              coalesce(sum(pg_total_relation_size(p.oid)), 0) AS bytes
       FROM pg_partition_tree(CASE c.relkind WHEN 'p' THEN c.oid END) t JOIN pg_class p ON p.oid = t.relid
       WHERE p.relkind <> 'p') below
WHERE c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't' AND {_own("pg_class", "c")}
ORDER BY n.nspname, c.relname
"""
"""Rows as the planner counts them after the last ANALYZE, null before the first one; a partitioned table has those of
its partitions."""
