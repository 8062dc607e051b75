-- bad: attached in a later file
-- given:
CREATE TABLE visits (id bigint PRIMARY KEY, seen_on date NOT NULL);
-- sql:
CREATE TABLE visits_2025 (LIKE visits);
ALTER TABLE visits ATTACH PARTITION visits_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
            ^^^^^^
-- bad: detached
-- given:
CREATE TABLE visits (id bigint PRIMARY KEY, seen_on date NOT NULL);
-- sql:
ALTER TABLE visits DETACH PARTITION visits_2025;
            ^^^^^^
-- good: the table is not known
CREATE TABLE visits_2025 PARTITION OF visits FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
ALTER TABLE visits ADD COLUMN note text;
ALTER TABLE visits DETACH PARTITION visits_2024;
-- good: created again with PARTITION BY
-- given:
CREATE TABLE visits (id bigint PRIMARY KEY, seen_on date NOT NULL);
-- sql:
DROP TABLE visits;
CREATE TABLE visits (id bigint, seen_on date, PRIMARY KEY (id, seen_on)) PARTITION BY RANGE (seen_on);
CREATE TABLE visits_2025 PARTITION OF visits FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- good: the table of another schema
-- given:
CREATE TABLE visits (id bigint PRIMARY KEY, seen_on date NOT NULL);
-- sql:
CREATE TABLE logs.visits_2025 PARTITION OF logs.visits FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- good: a partition with partitions of its own
CREATE TABLE visits (id bigint, seen_on date, PRIMARY KEY (id, seen_on)) PARTITION BY RANGE (seen_on);
CREATE TABLE visits_2025 PARTITION OF visits FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') PARTITION BY HASH (id);
CREATE TABLE visits_2025_0 PARTITION OF visits_2025 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
