-- bad: the default partition is read
-- given:
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- sql:
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: a table that earlier migrations do not know, by schema, hash and list
-- error: 42P01
CREATE TABLE IF NOT EXISTS app.events_2026 PARTITION OF app.events FOR VALUES IN ('a') PARTITION BY RANGE (at);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: the table is new
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
-- good: a function that is called later
-- given:
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
-- sql:
CREATE FUNCTION add_partition() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
END $$;
