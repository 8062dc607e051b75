-- bad: both bounds, attached, with a time
CREATE TABLE ev (id bigint, at timestamptz, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE ev_1 PARTITION OF ev FOR VALUES FROM ('2024-01-01') TO ('2025-01-01 00:00');
                                                   ^^^^^^^^^^^^
CREATE TABLE ev_2 (id bigint NOT NULL, at timestamptz NOT NULL);
ALTER TABLE ev ATTACH PARTITION ev_2 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01 00:00:00+00');
                                                      ^^^^^^^^^^^^
-- fixed:
CREATE TABLE ev (id bigint, at timestamptz, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE ev_1 PARTITION OF ev FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2025-01-01 00:00+00');
CREATE TABLE ev_2 (id bigint NOT NULL, at timestamptz NOT NULL);
ALTER TABLE ev ATTACH PARTITION ev_2 FOR VALUES FROM ('2025-01-01 00:00:00+00') TO ('2026-01-01 00:00:00+00');
-- good: other types, offsets, a session that says its zone, an unknown parent
CREATE TABLE ev (id bigint, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE ev_1 PARTITION OF ev FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE zoned (id bigint, at timestamptz, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE zoned_1 PARTITION OF zoned FOR VALUES FROM ('2024-01-01 00:00:00Z') TO (TIMESTAMPTZ '2025-01-01 00:00:00+02');
SET TIME ZONE 'UTC';
CREATE TABLE zoned_2 PARTITION OF zoned FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE x_1 PARTITION OF x FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
