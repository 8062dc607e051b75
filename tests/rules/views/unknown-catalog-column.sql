-- bad: qualified, beside another relation
SELECT s.indexname, i.indisunique FROM pg_stat_user_indexes AS s JOIN pg_index AS i ON i.indexrelid = s.indexrelid;
       ^^^^^^^^^^^
-- fixed:
SELECT s.indexrelname, i.indisunique FROM pg_stat_user_indexes AS s JOIN pg_index AS i ON i.indexrelid = s.indexrelid;

-- good: unqualified beside another relation, system columns, aliases
SELECT nothing, ctid, oid FROM pg_class, pg_index;
SELECT relname AS name, ctid FROM pg_class ORDER BY name;
SELECT count(*) AS n FROM pg_class GROUP BY relkind HAVING count(*) > 1 ORDER BY n;
SELECT tablename FROM pg_tables WHERE EXISTS (SELECT FROM pg_class WHERE relname = tablename);
