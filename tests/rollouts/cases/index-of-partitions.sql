-- The index of a partitioned table is built for every partition while rows are written.
--- rule
locks/blocking-index-build
--- given
CREATE TABLE events (id bigint, at date NOT NULL, kind text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE events_2023 PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE SCHEMA old;
CREATE TABLE old."Events" PARTITION OF events FOR VALUES FROM (MINVALUE) TO ('2023-01-01');
INSERT INTO events SELECT n, date '2022-06-01' + n % 500, 'k' || n % 7 FROM generate_series(1, 3000) AS n;
--- migration
CREATE UNIQUE INDEX events_kind ON events (kind, id DESC, at) WHERE kind <> 'k3';
--- down
DROP INDEX events_kind;
--- writes
INSERT INTO events VALUES (5000 + {n}, '2023-02-03', 'new');
UPDATE events SET at = '2022-02-02' WHERE id = 5000 + {n} - 1;
--- steps
-- 0003_create_events_2023_kind_id_at_idx.down.sql
-- 0003_create_events_2023_kind_id_at_idx.up.sql
-- 0004_create_events_kind_id_at_idx.down.sql
-- 0004_create_events_kind_id_at_idx.up.sql
-- 0005_attach_events_2023_kind_id_at_idx.down.sql
-- 0005_attach_events_2023_kind_id_at_idx.up.sql
-- 0006_attach_events_kind_id_at_idx.down.sql
-- 0006_attach_events_kind_id_at_idx.up.sql
--- differs
