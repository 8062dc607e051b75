-- bad: several, restart, and reloaded (info)
TRUNCATE TABLE orders, users RESTART IDENTITY;
               ^^^^^^  ^^^^^
TRUNCATE products;
^^^^^^^^^^^^^^^^^
INSERT INTO products (id) SELECT id FROM imports;
-- good: staging, temporary, unlogged, new
-- given:
CREATE UNLOGGED TABLE cache (id bigint PRIMARY KEY);
-- sql:
CREATE TABLE notes (id bigint PRIMARY KEY);
TRUNCATE notes;
TRUNCATE cache;
TRUNCATE staging_orders;
CREATE TEMPORARY TABLE t (id bigint);
TRUNCATE t;
-- good: its own rule
TRUNCATE orders CASCADE;

-- bad, mysql, shop: MySQL
TRUNCATE TABLE orders;
^^^^^^^^^^^^^^^^^^^^^

-- good, mysql: a table of the session
CREATE TEMPORARY TABLE batch (id bigint PRIMARY KEY);
TRUNCATE batch;
-- good, shop: what tests use
-- file: tests/reset.sql
TRUNCATE orders;
-- bad, mysql only: a partition
ALTER TABLE events TRUNCATE PARTITION p0;
                   ^^^^^^^^^^^^^^^^^^^^^
