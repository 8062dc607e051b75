-- bad: several tables
DROP TABLE orders, archive.users;
           ^^^^^^  ^^^^^^^^^^^^^
-- bad: a partition
-- given:
CREATE TABLE events (at timestamptz NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_2019 PARTITION OF events FOR VALUES FROM ('2019-01-01') TO ('2020-01-01');
-- sql:
DROP TABLE events_2019;
^^^^^^^^^^^^^^^^^^^^^^
-- bad: IF EXISTS and CASCADE
DROP TABLE IF EXISTS orders CASCADE;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: known, and made anew
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY);
-- sql:
DROP TABLE IF EXISTS orders;
^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE orders (id uuid PRIMARY KEY);
-- good: a script that starts from nothing
DROP TABLE IF EXISTS orders;
CREATE TABLE orders (id bigint PRIMARY KEY);
-- good: temporary
CREATE TEMPORARY TABLE t (id bigint);
DROP TABLE t;
-- good: the rows live on in a table that takes its place
CREATE TABLE orders_new (id uuid PRIMARY KEY, n integer);
INSERT INTO orders_new (id, n) SELECT gen_random_uuid(), n FROM orders;
DROP TABLE orders;
ALTER TABLE orders_new RENAME TO orders;

-- bad: a name that needs quotes keeps them
-- given:
CREATE TABLE "UserSession" (id bigint PRIMARY KEY);
-- sql:
DROP TABLE "UserSession";
^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE "UserSession" RENAME TO "UserSession_unused";
