-- bad: OFFSET alone
SELECT id FROM t OFFSET 10;
                 ^^^^^^^^^

-- bad: an order further inside is not kept
SELECT id FROM (SELECT id FROM t ORDER BY id) AS s LIMIT 10;
                                                   ^^^^^^^^

-- bad: a set operation
SELECT id FROM a UNION ALL SELECT id FROM b LIMIT 10;
                                            ^^^^^^^^

-- bad: LIMIT 1 without a key of the table
-- given:
CREATE TABLE t (id bigint PRIMARY KEY, a int);
-- sql:
SELECT id FROM t WHERE a = 1 LIMIT 1;
                             ^^^^^^^
-- fixed:
SELECT id FROM t WHERE a = 1 ORDER BY id LIMIT 1;

-- good: no rows or no limit
SELECT id FROM t LIMIT 0;
SELECT id FROM t LIMIT ALL;
SELECT id FROM t LIMIT NULL;
SELECT id FROM (SELECT id FROM t OFFSET 0) AS s;

-- good: EXISTS
SELECT a FROM t WHERE EXISTS (SELECT b FROM u WHERE u.id = t.id LIMIT 1);

-- good: a key of several columns
-- given:
CREATE TABLE t (a int, b int, c int, PRIMARY KEY (a, b));
CREATE TABLE u (id bigint PRIMARY KEY, name text);
-- sql:
SELECT c FROM t WHERE a = $1 AND b = $2 LIMIT 1;
SELECT c FROM t WHERE (a, b) = ($1, $2) LIMIT 1;
SELECT u.name FROM t JOIN u ON u.id = t.c WHERE t.a = $1 AND t.b = 2 LIMIT 5;

-- good: a table that is not known may have the key that is asked for
SELECT id FROM settings WHERE tenant_id = $1 AND name = 'x' LIMIT 1;

-- good: one row anyway
SELECT count(*) FROM t LIMIT 10;

-- good: a sample
SELECT id FROM t TABLESAMPLE SYSTEM (1) LIMIT 10;

-- good: no table
SELECT n FROM generate_series(1, 9) AS n LIMIT 3;
SELECT v FROM (VALUES (1), (2)) AS x (v) LIMIT 1;

-- good: a batch in a common table
WITH batch AS (SELECT id FROM t WHERE a IS NULL LIMIT 1000)
UPDATE t SET a = 0 FROM batch WHERE t.id = batch.id;

-- good: work for a queue
SELECT id FROM jobs WHERE state = 'new' LIMIT 1 FOR UPDATE SKIP LOCKED;

-- bad, mysql, sqlite, shop: other engines
SELECT id, email FROM users WHERE status = 'new' LIMIT 10;
                                                 ^^^^^^^^
-- fixed:
SELECT id, email FROM users WHERE status = 'new' ORDER BY id LIMIT 10;

-- good, mysql, sqlite, shop: other engines
SELECT id, email FROM users WHERE status = 'new' ORDER BY id LIMIT 10;
SELECT email FROM users WHERE email = ? LIMIT 1;
