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

-- bad: a function that formats dates
-- given:
CREATE TABLE ev (id bigint, at timestamptz, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
-- sql:
CREATE FUNCTION make_partition(first date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    last date := first + 1;
BEGIN
    EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF ev FOR VALUES FROM (%L) TO (%L)',
                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                   'ev_' || to_char(first, 'YYYYMM'), first, last);
END $$;
-- good: moments, a zone of its own, another table
-- given:
CREATE TABLE ev (id bigint, at timestamptz, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE days (id bigint, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
-- sql:
CREATE FUNCTION make_ev(first timestamptz, last timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TABLE %I PARTITION OF ev FOR VALUES FROM (%L) TO (%L)', 'ev_1', first, last);
END $$;
CREATE FUNCTION make_in_utc(first date, last date) RETURNS void LANGUAGE plpgsql SET timezone = 'UTC' AS $$
BEGIN
    EXECUTE format('CREATE TABLE %I PARTITION OF ev FOR VALUES FROM (%L) TO (%L)', 'ev_1', first, last);
END $$;
CREATE FUNCTION make_days(first date, last date) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TABLE %I PARTITION OF days FOR VALUES FROM (%L) TO (%L)', 'days_1', first, last);
    EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', 'x', 'ev', first, last);
END $$;
