-- bad: unknown objects
REINDEX INDEX orders_pkey;
^^^^^^^^^^^^^^^^^^^^^^^^^
REINDEX TABLE sales.orders;
^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
REINDEX INDEX CONCURRENTLY orders_pkey;
REINDEX TABLE CONCURRENTLY sales.orders;
-- bad: everything
REINDEX SCHEMA sales;
^^^^^^^^^^^^^^^^^^^^
REINDEX DATABASE shop;
^^^^^^^^^^^^^^^^^^^^^
-- fixed:
REINDEX SCHEMA CONCURRENTLY sales;
REINDEX DATABASE CONCURRENTLY shop;
-- bad: in a transaction
BEGIN;
REINDEX INDEX orders_pkey;
^^^^^^^^^^^^^^^^^^^^^^^^^
COMMIT;
-- bad: the index of an EXCLUDE constraint has no concurrent form
-- given:
CREATE TABLE bookings (during tstzrange, CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&));
-- sql:
REINDEX INDEX no_overlap;
^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: a partitioned table
-- given:
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2023 PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE INDEX events_id_idx ON events (id);
-- sql:
REINDEX TABLE events;
^^^^^^^^^^^^^^^^^^^^
REINDEX INDEX events_id_idx;
^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
REINDEX TABLE CONCURRENTLY events;
REINDEX INDEX CONCURRENTLY events_id_idx;
-- good: both spellings
REINDEX (CONCURRENTLY, VERBOSE) TABLE orders;
REINDEX INDEX CONCURRENTLY orders_pkey;
-- good: system catalogs
REINDEX SYSTEM shop;
REINDEX TABLE pg_class;
REINDEX INDEX pg_catalog.pg_class_oid_index;
-- good, postgres 13: a partitioned table before 14
-- given:
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2023 PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE INDEX events_id_idx ON events (id);
-- sql:
REINDEX TABLE events;
REINDEX INDEX events_id_idx;
-- good: the table is new or temporary
CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE TEMP TABLE picked (id bigint PRIMARY KEY);
REINDEX TABLE orders;
REINDEX INDEX orders_pkey;
REINDEX TABLE picked;
REINDEX INDEX picked_pkey;
