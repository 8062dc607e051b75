-- A partition leaves its table in a migration of its own; the CHECK of its bounds stays with it.
--- rule
locks/blocking-partition-detach
--- harmless
--- accepts
locks/missing-lock-timeout
--- leaves
constraint events_2023.events_2023_at_check CHECK (((at IS NOT NULL) AND (at >= '2023-01-01'::date) AND (at < '2024-01-01'::date))) true
--- since
14
--- given
CREATE TABLE events (id bigint, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE events_2023 PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE notes (id bigint PRIMARY KEY);
INSERT INTO events SELECT n, '2023-06-01' FROM generate_series(1, 100) AS n;
--- migration
ALTER TABLE notes ADD COLUMN text text;
ALTER TABLE events DETACH PARTITION events_2023;
--- down
ALTER TABLE events ATTACH PARTITION events_2023 FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
ALTER TABLE notes DROP COLUMN text;
--- steps
-- 0003_detach_events_2023.down.sql
-- 0003_detach_events_2023.up.sql
--- differs
-- + constraint events_2023.events_2023_at_check CHECK (((at IS NOT NULL) AND (at >= '2023-01-01'::date) AND (at < '2024-01-01'::date))) true
