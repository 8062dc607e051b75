-- bad: a partial index, one on an expression, one that is not unique
-- given:
CREATE TABLE sales (id bigint PRIMARY KEY, day date, amount numeric(12, 2));
CREATE MATERIALIZED VIEW daily AS SELECT day, sum(amount) AS total FROM sales GROUP BY day;
CREATE UNIQUE INDEX daily_a ON daily (day) WHERE day IS NOT NULL;
CREATE UNIQUE INDEX daily_b ON daily ((day + 1));
CREATE INDEX daily_c ON daily (day);
-- sql:
REFRESH MATERIALIZED VIEW CONCURRENTLY public.daily;
                                       ^^^^^^^^^^^^
-- bad: the index was dropped
-- given:
CREATE MATERIALIZED VIEW days AS SELECT 1 AS day;
CREATE UNIQUE INDEX days_day ON days (day);
-- sql:
DROP INDEX days_day;
REFRESH MATERIALIZED VIEW CONCURRENTLY days;
                                       ^^^^
-- bad: not populated, and WITH NO DATA
CREATE MATERIALIZED VIEW days AS SELECT 1 AS day WITH NO DATA;
CREATE UNIQUE INDEX days_day ON days (day);
REFRESH MATERIALIZED VIEW CONCURRENTLY days;
                                       ^^^^
REFRESH MATERIALIZED VIEW CONCURRENTLY days WITH NO DATA;
                                       ^^^^
-- good: an operator class, INCLUDE, an unknown view, without CONCURRENTLY, populated before
CREATE MATERIALIZED VIEW names AS SELECT 'a'::text AS name, 1 AS n;
CREATE UNIQUE INDEX names_name ON names (name text_pattern_ops) INCLUDE (n);
REFRESH MATERIALIZED VIEW CONCURRENTLY names;
REFRESH MATERIALIZED VIEW CONCURRENTLY others;
CREATE MATERIALIZED VIEW days AS SELECT 1 AS day WITH NO DATA;
REFRESH MATERIALIZED VIEW days;
CREATE UNIQUE INDEX days_day ON days (day);
REFRESH MATERIALIZED VIEW CONCURRENTLY days;
-- good: a function that runs later
CREATE MATERIALIZED VIEW days AS SELECT 1 AS day;
CREATE FUNCTION refresh_days() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    REFRESH MATERIALIZED VIEW CONCURRENTLY days;
END $$;
CREATE UNIQUE INDEX days_day ON days (day);
