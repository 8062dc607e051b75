-- bad: a view nobody has created
REFRESH MATERIALIZED VIEW daily_totals;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: a partial or expression index does not help
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY, total int);
CREATE MATERIALIZED VIEW totals AS SELECT id, total FROM orders;
CREATE UNIQUE INDEX totals_key ON totals (id) WHERE total > 0;
CREATE UNIQUE INDEX totals_text_key ON totals ((id::text));
CREATE INDEX totals_id_idx ON totals (id);
-- sql:
REFRESH MATERIALIZED VIEW totals;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: CONCURRENTLY is allowed in a transaction
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY, total int);
CREATE MATERIALIZED VIEW totals AS SELECT id, total FROM orders;
CREATE UNIQUE INDEX totals_key ON totals (id);
-- sql:
BEGIN;
REFRESH MATERIALIZED VIEW totals WITH DATA;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
COMMIT;
-- fixed:
BEGIN;
REFRESH MATERIALIZED VIEW CONCURRENTLY totals WITH DATA;
COMMIT;
-- good: created in the same file
CREATE MATERIALIZED VIEW totals AS SELECT 1 AS k WITH NO DATA;
CREATE UNIQUE INDEX totals_k ON totals (k);
REFRESH MATERIALIZED VIEW totals;
REFRESH MATERIALIZED VIEW totals;
-- good: nobody can read a view that was never filled
CREATE MATERIALIZED VIEW totals AS SELECT 1 AS k WITH NO DATA;
-- file: 0002_fill.sql
REFRESH MATERIALIZED VIEW totals;
-- good: emptied
REFRESH MATERIALIZED VIEW daily_totals WITH NO DATA;
-- bad: whenever a function is called, and whenever it is time
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY, total int);
CREATE MATERIALIZED VIEW totals AS SELECT id, total FROM orders;
CREATE UNIQUE INDEX totals_key ON totals (id);
CREATE SCHEMA cron;
CREATE FUNCTION cron.schedule(job text, at text, command text) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
-- sql:
CREATE FUNCTION refresh_totals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- refresh materialized view totals
    REFRESH MATERIALIZED VIEW public.totals;
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    RETURN NULL;
END $$;
SELECT cron.schedule('totals', '0 3 * * *', 'refresh materialized view totals');
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: CONCURRENTLY, without rows, or a name that is not known
CREATE FUNCTION refresh_totals(name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    REFRESH MATERIALIZED VIEW CONCURRENTLY totals;
    REFRESH MATERIALIZED VIEW hours WITH NO DATA;
    EXECUTE format('REFRESH MATERIALIZED VIEW %I', name);
END $$;
CREATE TABLE notes (id bigint PRIMARY KEY);
COMMENT ON TABLE notes IS 'After a change: REFRESH MATERIALIZED VIEW totals.';
