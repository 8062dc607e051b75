-- bad: a table an earlier migration created
CREATE TABLE users (id bigint PRIMARY KEY, email text);
-- file: 0002_next.sql
CREATE UNIQUE INDEX users_email_key ON users (email);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
-- file: 0002_next.sql
CREATE UNIQUE INDEX CONCURRENTLY users_email_key ON users (email);
-- bad: a table nobody has created
CREATE INDEX ON orders (customer_id);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: unnamed, so it gets the name PostgreSQL would give
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, at date);
CREATE INDEX ON orders (customer_id);
-- sql:
CREATE INDEX ON orders (customer_id) INCLUDE (at) WHERE at IS NOT NULL;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE INDEX ON orders (customer_id);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE INDEX CONCURRENTLY orders_customer_id_at_idx ON orders (customer_id) INCLUDE (at) WHERE at IS NOT NULL;
CREATE INDEX CONCURRENTLY orders_customer_id_idx1 ON orders (customer_id);
-- bad: in an explicit transaction CONCURRENTLY would be refused
BEGIN;
CREATE INDEX orders_status_idx ON orders (status);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
COMMIT;
-- bad, wrapped: alone in a file that the tool wraps
CREATE INDEX orders_status_idx ON orders (status);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
-- no-transaction
CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);
-- bad, wrapped: each index gets a migration of its own, and the name PostgreSQL would give
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY, status text, "placedAt" date);
-- sql:
ALTER TABLE orders ADD COLUMN note text;
CREATE INDEX ON orders (status);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- the newest ones first
CREATE UNIQUE INDEX "Newest" ON public.orders ("placedAt" DESC) WHERE status = 'new';
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE orders ADD COLUMN note text;
-- file: 0002_create_orders_status_idx.sql
-- no-transaction
CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);
-- file: 0003_create_newest.sql
-- no-transaction
-- the newest ones first
CREATE UNIQUE INDEX CONCURRENTLY "Newest" ON public.orders ("placedAt" DESC) WHERE status = 'new';
-- bad, wrapped: one statement has to stay in the file
CREATE INDEX orders_status_idx ON orders (status);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE INDEX orders_at_idx ON orders (at);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
-- no-transaction
CREATE INDEX CONCURRENTLY orders_at_idx ON orders (at);
-- file: 0002_create_orders_status_idx.sql
-- no-transaction
CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);
-- bad, wrapped: what follows uses the index, or the table under another name
CREATE UNIQUE INDEX orders_code_key ON orders (code);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
INSERT INTO orders (code) VALUES ('a') ON CONFLICT (code) DO NOTHING;
CREATE INDEX orders_at_idx ON orders (at);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CLUSTER orders USING orders_at_idx;
CREATE INDEX orders_total_idx ON orders (total);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
COMMENT ON INDEX orders_total_idx IS 'for the report';
CREATE INDEX users_name_idx ON users (name);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE users RENAME COLUMN name TO title;
-- bad, wrapped: names mean something else in another file
SET search_path = shop;
CREATE INDEX orders_at_idx ON orders (at);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE users ADD COLUMN name text;
-- bad, wrapped: not in an older migration
ALTER TABLE users ADD COLUMN name text;
CREATE INDEX orders_at_idx ON orders (at);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- file: 0002_next.sql
ALTER TABLE users ADD COLUMN nick text;
-- bad: inside a DO block
DO $$
BEGIN
    CREATE INDEX orders_status_idx ON orders (status);
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
END
$$;
-- bad: an index that exists already would hide a failed build
CREATE INDEX IF NOT EXISTS orders_status_idx ON orders (status);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_status_idx ON orders (status);
-- bad: a materialized view
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY, at date);
CREATE MATERIALIZED VIEW days AS SELECT at, count(*) AS orders FROM orders GROUP BY at;
-- sql:
CREATE UNIQUE INDEX days_at_key ON days (at);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE UNIQUE INDEX CONCURRENTLY days_at_key ON days (at);
-- bad: a partitioned table locks all its partitions and refuses CONCURRENTLY
-- given:
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2023 PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
-- sql:
CREATE INDEX events_id_idx ON events (id);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE INDEX events_id_idx ON ONLY events (id);
CREATE INDEX CONCURRENTLY events_2023_id_idx ON events_2023 (id);
ALTER INDEX events_id_idx ATTACH PARTITION events_2023_id_idx;
-- bad: a partition
-- given:
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2023 PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
-- sql:
CREATE INDEX events_2023_id_idx ON events_2023 (id);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE INDEX CONCURRENTLY events_2023_id_idx ON events_2023 (id);
-- good: ONLY of a partitioned table builds nothing
-- given:
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2023 PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
-- sql:
CREATE INDEX events_id_idx ON ONLY events (id);
-- good: a partitioned table without partitions has no rows
-- given:
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
-- sql:
CREATE INDEX events_id_idx ON events (id);
-- good: table created in the same file, inside a transaction
BEGIN;
CREATE TABLE orders (id bigint PRIMARY KEY, status text);
CREATE INDEX orders_status_idx ON orders (status);
COMMIT;
-- good: materialized view created in the same file
CREATE MATERIALIZED VIEW days AS SELECT at, count(*) AS orders FROM orders GROUP BY at;
CREATE UNIQUE INDEX days_at_key ON days (at);
-- good: partition created in the same file
-- given:
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
-- sql:
CREATE TABLE events_2023 PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE INDEX events_2023_id_idx ON events_2023 (id);
-- good: temporary tables
CREATE TEMPORARY TABLE picked (id bigint);
CREATE INDEX ON picked (id);
CREATE INDEX ON pg_temp.others (id);
-- good: a table renamed after its creation in the same file
CREATE TABLE orders_new (id bigint PRIMARY KEY, status text);
ALTER TABLE orders_new RENAME TO orders_next;
CREATE INDEX orders_status_idx ON orders_next (status);
-- good: a staging table known to be small
-- option small_tables: ["staging"]
CREATE INDEX staging_status_idx ON staging (status);
