-- bad: every branch of a set operation counts
SELECT * FROM a WHERE x = 1 UNION ALL SELECT * FROM b WHERE x = 2;
       ^                                     ^

-- bad: the query that feeds an INSERT
INSERT INTO archive (id, total) SELECT o.* FROM orders AS o WHERE o.id < 100;
                                       ^^^

-- bad: a star over a star
WITH recent AS (SELECT * FROM orders) SELECT * FROM recent WHERE id = 1;
                                             ^

-- bad: merged columns stand first and once
-- given:
CREATE TABLE a (k int, x int);
CREATE TABLE b (y int, k int);
-- sql:
SELECT * FROM b JOIN a USING (k) WHERE y = 1;
       ^
-- fixed:
SELECT k, b.y, a.x FROM b JOIN a USING (k) WHERE y = 1;

-- bad: TABLE is a star, too, without a fix
TABLE orders;
^^^^^

-- good: counting
SELECT count(*), count(*) FILTER (WHERE x > 1) FROM t;

-- good: RETURNING and EXISTS
DELETE FROM t WHERE EXISTS (SELECT * FROM u WHERE u.id = t.id) RETURNING *;

-- good: the consumer lists its columns
WITH recent AS (SELECT * FROM orders) SELECT id, total FROM recent WHERE id = 1;

-- good: columns of a derived table stand in the query
SELECT d.* FROM (SELECT id, name FROM users) AS d WHERE d.id = 1;

-- good: functions, VALUES and catalog relations
SELECT * FROM generate_series(1, 3);
SELECT * FROM (VALUES (1, 2)) AS v (a, b);
SELECT * FROM pg_stat_replication;
SELECT * FROM information_schema.columns;

-- good: a whole row as one value
SELECT row_to_json(t.*) FROM t WHERE t.id = 1;

-- good: views are another rule's business
CREATE VIEW v AS SELECT * FROM t;

-- good: a record of a routine takes what there is
DO $$ DECLARE r record; BEGIN FOR r IN SELECT * FROM t LOOP RAISE NOTICE '%', r.id; END LOOP; END $$;

-- good: temporary tables
CREATE TEMP TABLE picked (id bigint);
INSERT INTO done (id) SELECT * FROM picked;

-- good: sqlc writes the columns in the place of the star
-- given:
CREATE TABLE jobs (id bigint PRIMARY KEY, kind text);
-- sql:
-- name: ListJobs :many
SELECT * FROM jobs WHERE kind = $1;

-- bad: a library that loads named queries sends them as they are
-- given:
CREATE TABLE jobs (id bigint PRIMARY KEY, kind text);
-- sql:
-- name: list-jobs
SELECT * FROM jobs WHERE kind = $1;
       ^
-- fixed:
-- name: list-jobs
SELECT id, kind FROM jobs WHERE kind = $1;

-- bad, mysql, sqlite, shop: other engines
SELECT * FROM products WHERE id = 7;
       ^
-- fixed:
SELECT id, name, price FROM products WHERE id = 7;

-- bad, mysql, sqlite: names are shown as they were written
-- given:
CREATE TABLE Items (Id integer PRIMARY KEY, `Order` integer NOT NULL, `unit price` integer);
-- sql:
SELECT i.* FROM Items AS i WHERE i.id = 7;
       ^^^
-- fixed:
SELECT i.Id, i.`Order`, i.`unit price` FROM Items AS i WHERE i.id = 7;

-- good, mysql, sqlite, shop: other engines
SELECT count(*) FROM products WHERE price > 5;

-- good, sqlite, shop: a table that is written anew
CREATE TABLE products_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, price INTEGER);
INSERT INTO products_new SELECT * FROM products;
DROP TABLE products;
ALTER TABLE products_new RENAME TO products;

-- good, shop: EXISTS asks for no column
SELECT id FROM users WHERE EXISTS (SELECT * FROM orders WHERE user_id = users.id);

-- good, shop: the columns stand in the query
WITH totals AS (SELECT user_id, sum(total) AS spent FROM orders GROUP BY user_id)
SELECT * FROM totals WHERE spent > 100;

-- bad: what is explained is read too
EXPLAIN (ANALYZE, BUFFERS) SELECT * FROM elsewhere;
                                  ^
EXPLAIN ANALYZE VERBOSE WITH x AS (SELECT id FROM a) SELECT b.* FROM b JOIN x USING (id);
                                                            ^^^

-- bad, mysql only: what is explained is read too
EXPLAIN FORMAT=JSON SELECT * FROM elsewhere;
                           ^

-- bad, sqlite, shop: what is explained is read too
EXPLAIN QUERY PLAN SELECT * FROM users;
                          ^
-- fixed:
EXPLAIN QUERY PLAN SELECT id, email, name, status, created_at FROM users;

-- good: what is explained and writes, and tables that are described
EXPLAIN DELETE FROM elsewhere;
EXPLAIN ANALYZE INSERT INTO a (id) SELECT * FROM b;
