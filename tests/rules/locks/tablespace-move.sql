-- bad, shop: indexes and materialized views
-- error: 42704
-- given:
CREATE MATERIALIZED VIEW totals AS SELECT user_id, sum(total) AS total FROM orders GROUP BY user_id;
-- sql:
ALTER INDEX orders_user_id_idx SET TABLESPACE slow_disks;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER MATERIALIZED VIEW totals SET TABLESPACE slow_disks;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: everything of a tablespace
-- error: 42704
ALTER INDEX ALL IN TABLESPACE fast_disks SET TABLESPACE slow_disks;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER MATERIALIZED VIEW ALL IN TABLESPACE fast_disks SET TABLESPACE slow_disks;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, shop: it may be there already
ALTER TABLE orders SET TABLESPACE pg_default;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: a partitioned table moves nothing
-- given:
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
-- sql:
ALTER TABLE events SET TABLESPACE pg_default;
-- good: the table is new
-- error: 42704
CREATE TABLE carts (id bigint PRIMARY KEY, note text);
CREATE INDEX carts_note_idx ON carts (note);
ALTER INDEX carts_note_idx SET TABLESPACE slow_disks;
ALTER TABLE carts SET TABLESPACE slow_disks;
-- good: a table known to be small
-- error: 42P01
-- option small_tables: ["settings"]
ALTER TABLE settings SET TABLESPACE slow_disks;
