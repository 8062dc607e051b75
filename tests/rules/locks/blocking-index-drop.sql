-- bad: an index nobody has created
DROP INDEX orders_status_idx;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
DROP INDEX CONCURRENTLY orders_status_idx;
-- bad: several unknown indexes
DROP INDEX IF EXISTS sales.orders_a_idx,
                     ^^^^^^^^^^^^^^^^^^
    orders_b_idx, orders_c_idx;
    ^^^^^^^^^^^^  ^^^^^^^^^^^^
-- fixed:
DROP INDEX CONCURRENTLY IF EXISTS sales.orders_a_idx;
DROP INDEX CONCURRENTLY IF EXISTS orders_b_idx;
DROP INDEX CONCURRENTLY IF EXISTS orders_c_idx;
-- bad: CASCADE has no concurrent form
DROP INDEX orders_status_idx CASCADE;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: in a transaction
BEGIN;
DROP INDEX orders_status_idx;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^
COMMIT;
-- bad, wrapped: alone in a file that the tool wraps
DROP INDEX orders_status_idx;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
-- no-transaction
DROP INDEX CONCURRENTLY orders_status_idx;
-- bad, wrapped: together with other work it gets a migration of its own
-- given:
CREATE SCHEMA shop;
CREATE TABLE shop.orders (id bigint PRIMARY KEY, status text, at date);
CREATE INDEX orders_status_idx ON shop.orders (status);
-- sql:
ALTER TABLE shop.orders ADD COLUMN note text;
DROP INDEX IF EXISTS shop.orders_status_idx;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
COMMENT ON TABLE shop.orders IS 'what is bought';
-- fixed:
ALTER TABLE shop.orders ADD COLUMN note text;
COMMENT ON TABLE shop.orders IS 'what is bought';
-- file: 0002_drop_orders_status_idx.sql
-- no-transaction
DROP INDEX CONCURRENTLY IF EXISTS shop.orders_status_idx;
-- bad, wrapped: rows that the index forbids follow
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY, code text);
CREATE UNIQUE INDEX orders_code_key ON orders (code);
-- sql:
DROP INDEX orders_code_key;
^^^^^^^^^^^^^^^^^^^^^^^^^^
INSERT INTO orders (id, code) VALUES (1, 'a'), (2, 'a');
-- bad, wrapped: the name is used again
DROP INDEX orders_status_idx;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE INDEX orders_status_idx ON orders (status, at);
-- bad: an index of a partitioned table
-- given:
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2023 PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE INDEX events_id_idx ON events (id);
-- sql:
DROP INDEX events_id_idx;
^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: inside a DO block
DO $$
BEGIN
    DROP INDEX IF EXISTS orders_status_idx;
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
END
$$;
-- good: the index was created in the same file
CREATE INDEX CONCURRENTLY orders_tmp_idx ON orders (status);
DROP INDEX orders_tmp_idx;
-- good: temporary tables
CREATE TEMP TABLE picked (id bigint);
CREATE INDEX picked_id_idx ON picked (id);
DROP INDEX picked_id_idx;
-- good: an index behind a constraint cannot be dropped at all
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, email text UNIQUE);
-- sql:
DROP INDEX users_email_key;
-- good: the index of a table created in the same file
CREATE TABLE scratch (a int);
CREATE INDEX scratch_a ON scratch (a);
DROP INDEX IF EXISTS scratch_a;
