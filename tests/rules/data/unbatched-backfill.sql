-- bad: no key in the condition
UPDATE orders SET currency = 'EUR' WHERE currency IS NULL;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
DELETE FROM orders WHERE created_at < now() - interval '1 year';
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
UPDATE orders o SET name = u.name FROM users u WHERE u.id = o.user_id;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
UPDATE orders SET n = 1 WHERE id IN (SELECT order_id FROM broken);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
UPDATE orders SET n = 1 WHERE id <> 7;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
UPDATE orders SET n = 1 WHERE id = 7 OR n IS NULL;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: in a DO block
DO $$ BEGIN UPDATE orders SET n = 1 WHERE n IS NULL; END $$;
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: by key
UPDATE orders SET n = 1 WHERE id = 7;
UPDATE orders SET n = 1 WHERE id IN (1, 2) AND n IS NULL;
UPDATE orders SET n = 1 WHERE id BETWEEN 1 AND 1000;
UPDATE orders SET n = 1 WHERE id >= 1 AND id < 1000;
UPDATE orders SET n = 1 WHERE orders.id = 7 OR id = 8;
UPDATE orders o SET n = v.n FROM (VALUES (1, 2), (3, 4)) AS v (id, n) WHERE v.id = o.id;
DELETE FROM orders WHERE ctid IN (SELECT ctid FROM orders WHERE n IS NULL LIMIT 1000);
WITH batch AS (SELECT id FROM orders WHERE n IS NULL ORDER BY id LIMIT 1000)
UPDATE orders SET n = 1 FROM batch WHERE batch.id = orders.id;
UPDATE settings SET value = '2' WHERE key = 'version';
-- good: a unique column
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, login text UNIQUE, n integer);
-- sql:
UPDATE users SET n = 1 WHERE login = 'root';
-- bad: not a unique column
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, login text, n integer);
-- sql:
UPDATE users SET n = 1 WHERE login = 'root';
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
UPDATE users SET n = 1 WHERE login = 'root' AND id >= 1 AND id < 10001;
-- good: new, temporary, small
-- option small_tables: ["lookup"]
CREATE TABLE notes (id bigint PRIMARY KEY);
UPDATE notes SET id = id + 1;
CREATE TEMPORARY TABLE t (id bigint);
DELETE FROM t;
UPDATE lookup SET n = 1;
-- good: a loop over keys
DO $$
DECLARE r record;
BEGIN
    FOR r IN SELECT id FROM orders LOOP
        UPDATE orders SET n = 1 WHERE id = r.id;
    END LOOP;
END $$;
-- good: a function body, and an application's query
CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ UPDATE orders SET n = 1 $$;
UPDATE orders SET n = $1 WHERE n IS NULL;

-- good: an application runs statements that have names
-- given:
CREATE TABLE jobs (id bigint PRIMARY KEY, partition_id bigint);
-- sql:
-- name: RebalanceJobs :exec
UPDATE jobs SET partition_id = NULL WHERE partition_id = 3;

-- bad, mysql, sqlite, shop: other engines
UPDATE orders SET status = 'open' WHERE status = 'new';
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
UPDATE orders SET status = 'open' WHERE status = 'new' AND id >= 1 AND id < 10001;

-- good, mysql, sqlite, shop: a range of keys
UPDATE orders SET status = 'open' WHERE status = 'new' AND ID BETWEEN 1 AND 10000;

-- good, mysql, shop: the next few
UPDATE orders SET status = 'open' WHERE status = 'new' LIMIT 1000;
DELETE FROM orders WHERE status = 'gone' ORDER BY id LIMIT 1000;

-- good, sqlite, shop: one row
UPDATE orders SET status = 'open' WHERE rowid = 5;
-- good, shop: rows that are made up
-- file: db/seeds/orders.sql
UPDATE orders SET note = 'x';
-- good: a loop over keys of a table that no migration creates
DO $$
DECLARE last bigint := 0;
BEGIN
    LOOP
        UPDATE members SET status = 'open' WHERE id > last AND id <= last + 1000;
        EXIT WHEN last > (SELECT max(id) FROM members);
        last := last + 1000;
        COMMIT;
    END LOOP;
END $$;
-- bad: a column, not a variable
UPDATE members SET status = 'open' WHERE id = parent_id;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: the books of migration tools
UPDATE alembic_version SET version_num = 'b2' WHERE alembic_version.version_num = 'a1';
DELETE FROM schema_migrations WHERE version = '20240131';
