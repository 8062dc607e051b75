-- bad: an unknown table
ALTER TABLE events DETACH PARTITION events_2023;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE events DETACH PARTITION events_2023 CONCURRENTLY;
-- bad: a default partition rules CONCURRENTLY out
-- given:
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2023 PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
-- sql:
ALTER TABLE events DETACH PARTITION events_2023;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: in a transaction
BEGIN;
ALTER TABLE events DETACH PARTITION events_2023;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
COMMIT;
-- bad: inside a DO block
DO $$
BEGIN
    ALTER TABLE events DETACH PARTITION events_2023;
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
END
$$;
-- good: the second half of a concurrent one
ALTER TABLE events DETACH PARTITION events_2023 FINALIZE;
-- good, postgres 13: there was no other way
ALTER TABLE events DETACH PARTITION events_2023;
-- good: the parent is new
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2023 PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
ALTER TABLE events DETACH PARTITION events_2023;
