-- The rows of a partition to be are known to lie between the bounds before it is attached.
--- rule
locks/attach-partition-scan
--- given
CREATE TABLE events (id bigint, at timestamptz) PARTITION BY RANGE (at);
CREATE TABLE events_2023 (id bigint, at timestamptz);
INSERT INTO events_2023 SELECT n, timestamptz '2023-01-01 00:00+00' + n * interval '1 hour' FROM generate_series(0, 3000) AS n;
--- migration
ALTER TABLE events ATTACH PARTITION events_2023 FOR VALUES FROM ('2023-01-01 00:00+00') TO ('2024-01-01 00:00+00');
--- down
ALTER TABLE events DETACH PARTITION events_2023;
--- writes
INSERT INTO events_2023 VALUES (5000 + {n}, '2023-02-01 00:00+00');
--- steps
-- 0003_validate_events_2023_bounds.down.sql
-- 0003_validate_events_2023_bounds.up.sql
-- 0004_attach_events_2023.down.sql
-- 0004_attach_events_2023.up.sql
--- differs
