-- bad, postgres, shop: every kind of write
EXPLAIN ANALYZE VERBOSE UPDATE orders SET status = 'new' WHERE id = 1;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
EXPLAIN (analyze on) INSERT INTO users (email, name) VALUES ('a', 'b');
^^^^^^^^^^^^^^^^^^^^^^^^^^^
EXPLAIN ANALYZE WITH gone AS (DELETE FROM orders WHERE id = 1 RETURNING id) SELECT count(*) FROM gone;
^^^^^^^^^^^^^^^^^^^^
EXPLAIN ANALYZE CREATE TABLE few AS SELECT id FROM orders WHERE id < 9;
^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
BEGIN;
EXPLAIN ANALYZE VERBOSE UPDATE orders SET status = 'new' WHERE id = 1;
ROLLBACK;
BEGIN;
EXPLAIN (analyze on) INSERT INTO users (email, name) VALUES ('a', 'b');
ROLLBACK;
BEGIN;
EXPLAIN ANALYZE WITH gone AS (DELETE FROM orders WHERE id = 1 RETURNING id) SELECT count(*) FROM gone;
ROLLBACK;
BEGIN;
EXPLAIN ANALYZE CREATE TABLE few AS SELECT id FROM orders WHERE id < 9;
ROLLBACK;

-- bad, postgres, shop: prepared statements
PREPARE clear (int) AS DELETE FROM orders WHERE id = $1;
PREPARE look AS SELECT id FROM orders WHERE id = 1;
EXPLAIN ANALYZE EXECUTE clear (1);
^^^^^^^^^^^^^^^^^^^^^^^
EXPLAIN ANALYZE EXECUTE look;
EXPLAIN ANALYZE EXECUTE elsewhere;
^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
PREPARE clear (int) AS DELETE FROM orders WHERE id = $1;
PREPARE look AS SELECT id FROM orders WHERE id = 1;
BEGIN;
EXPLAIN ANALYZE EXECUTE clear (1);
ROLLBACK;
EXPLAIN ANALYZE EXECUTE look;
BEGIN;
EXPLAIN ANALYZE EXECUTE elsewhere;
ROLLBACK;

-- bad, postgres, shop: the transaction is committed
BEGIN;
EXPLAIN ANALYZE DELETE FROM orders WHERE id = 1;
^^^^^^^^^^^^^^^^^^^^^^
COMMIT;

-- good, postgres, shop: nothing is executed or written
EXPLAIN DELETE FROM orders WHERE id = 1;
EXPLAIN (ANALYZE false, VERBOSE) DELETE FROM orders WHERE id = 1;
EXPLAIN (ANALYZE off) DELETE FROM orders WHERE id = 1;
EXPLAIN ANALYZE WITH few AS (SELECT id FROM orders WHERE id < 9) SELECT id FROM few;
ANALYZE orders;

-- bad, mariadb, shop: ANALYZE
ANALYZE DELETE FROM orders WHERE id < 10;
^^^^^^^^^^^^^^
ANALYZE FORMAT=JSON UPDATE orders SET status = 'x' WHERE id = 1;
^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
START TRANSACTION;
ANALYZE DELETE FROM orders WHERE id < 10;
ROLLBACK;
START TRANSACTION;
ANALYZE FORMAT=JSON UPDATE orders SET status = 'x' WHERE id = 1;
ROLLBACK;

-- good, mariadb, shop: reads, tables, and what is rolled back
ANALYZE SELECT id FROM orders WHERE id < 10;
ANALYZE TABLE orders;
EXPLAIN DELETE FROM orders WHERE id < 10;
START TRANSACTION;
ANALYZE DELETE FROM orders WHERE id < 10;
ROLLBACK;

-- bad, mysql only, shop: several tables
EXPLAIN ANALYZE UPDATE orders JOIN users ON users.id = orders.user_id SET orders.status = 'x' WHERE users.id = 1;
^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
START TRANSACTION;
EXPLAIN ANALYZE UPDATE orders JOIN users ON users.id = orders.user_id SET orders.status = 'x' WHERE users.id = 1;
ROLLBACK;

-- good, mysql only, shop: reads
EXPLAIN ANALYZE SELECT id FROM orders WHERE id = 1;

-- bad: whatever a program explains
-- file: app.ts
const plan = await client.query(`EXPLAIN (ANALYZE, BUFFERS) ${text}`);
                                                            ^^^^^^^

-- good: a program that explains without executing
-- file: app.ts
const plan = await client.query(`EXPLAIN (FORMAT JSON) ${text}`);

-- bad: whatever a template puts behind it
EXPLAIN (ANALYZE, BUFFERS) ${sql};
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
BEGIN;
EXPLAIN (ANALYZE, BUFFERS) ${sql};
ROLLBACK;

-- good: a template inside of a query
EXPLAIN (ANALYZE) SELECT id FROM ${table};
EXPLAIN ${sql};
