"""Queries for everything a schema consists of, so that two databases can be compared."""

POSTGRES = """
SELECT 'column', c.oid::regclass::text || '.' || a.attname, format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull
       || ' ' || a.attidentity::text || a.attgenerated::text || coalesce(' ' || pg_get_expr(d.adbin, d.adrelid), '')
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace, 'pg_toast'::regnamespace)
UNION ALL
SELECT 'constraint', conrelid::regclass::text || '.' || conname, pg_get_constraintdef(oid) || ' ' || convalidated
FROM pg_constraint WHERE connamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
UNION ALL
SELECT 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid) || ' ' || indisvalid
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
WHERE c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'pg_toast'::regnamespace)
UNION ALL
SELECT 'relation', c.oid::regclass::text, c.relkind::text || ' ' || c.relpersistence::text || ' ' || c.relrowsecurity
       || coalesce(' ' || array_to_string(c.reloptions, ','), '')
FROM pg_class c WHERE c.relkind NOT IN ('i', 'I') AND
  c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace, 'pg_toast'::regnamespace)
UNION ALL
SELECT 'view', c.oid::regclass::text, pg_get_viewdef(c.oid)
FROM pg_class c WHERE c.relkind IN ('v', 'm')
  AND c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
UNION ALL
SELECT 'type', t.oid::regtype::text, e.enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
UNION ALL
SELECT 'trigger', tgrelid::regclass::text || '.' || tgname, pg_get_triggerdef(oid)
FROM pg_trigger WHERE NOT tgisinternal
UNION ALL
SELECT 'policy', polrelid::regclass::text || '.' || polname, pg_get_expr(polqual, polrelid) FROM pg_policy
UNION ALL
SELECT 'extension', extname, '' FROM pg_extension
ORDER BY 1, 2, 3
"""

MYSQL = """
SELECT 'table', table_name, concat_ws(' ', table_type, engine, table_collation, create_options), ''
FROM information_schema.tables WHERE table_schema = database()
UNION ALL
SELECT 'column', concat(table_name, '.', column_name),
       concat_ws(' ', column_type, is_nullable, column_default, extra, collation_name, generation_expression), ''
FROM information_schema.columns WHERE table_schema = database()
UNION ALL
SELECT 'index', concat(table_name, '.', index_name, '.', seq_in_index),
       concat_ws(' ', column_name, non_unique, sub_part, collation, index_type), ''
FROM information_schema.statistics WHERE table_schema = database()
UNION ALL
SELECT 'constraint', concat(table_name, '.', constraint_name), constraint_type, ''
FROM information_schema.table_constraints WHERE table_schema = database()
UNION ALL
SELECT 'check', constraint_name, check_clause, ''
FROM information_schema.check_constraints WHERE constraint_schema = database()
UNION ALL
SELECT 'foreign key', constraint_name, concat_ws(' ', referenced_table_name, update_rule, delete_rule), ''
FROM information_schema.referential_constraints WHERE constraint_schema = database()
UNION ALL
SELECT 'view', table_name, replace(view_definition, database(), ''), ''
FROM information_schema.views WHERE table_schema = database()
UNION ALL
SELECT 'trigger', trigger_name, action_statement, event_object_table
FROM information_schema.triggers WHERE trigger_schema = database()
ORDER BY 1, 2, 3
"""

SQLITE = """
SELECT type, name, tbl_name, CASE WHEN type IN ('view', 'trigger') THEN sql ELSE '' END FROM sqlite_master
UNION ALL
SELECT 'column', t.name || '.' || c.name,
       c.cid || ' ' || c.type || ' ' || c."notnull" || ' ' || coalesce(c.dflt_value, '-') || ' ' || c.pk, c.hidden
FROM sqlite_master AS t, pragma_table_xinfo(t.name) AS c WHERE t.type = 'table'
UNION ALL
SELECT 'key', i.name || '.' || k.seqno,
       coalesce(k.name, '-') || ' ' || k."desc" || ' ' || k.coll || ' ' || i."unique" || ' ' || i.partial, i.origin
FROM sqlite_master AS t, pragma_index_list(t.name) AS i, pragma_index_xinfo(i.name) AS k WHERE t.type = 'table'
UNION ALL
SELECT 'foreign key', t.name || '.' || f.id || '.' || f.seq,
       f."table" || ' ' || f."from" || ' ' || coalesce(f."to", '-'), f.on_update || ' ' || f.on_delete
FROM sqlite_master AS t, pragma_foreign_key_list(t.name) AS f WHERE t.type = 'table'
ORDER BY 1, 2, 3
"""
