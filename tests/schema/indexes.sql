CREATE TABLE t (a int, b text, c timestamptz, d jsonb);
CREATE INDEX t_a ON t (a);
CREATE UNIQUE INDEX CONCURRENTLY t_b ON t (lower(b)) WHERE a > 0;
CREATE INDEX t_c ON t USING brin (c);
CREATE INDEX t_d ON t USING gin (d jsonb_path_ops);
CREATE INDEX t_ba ON t (b text_pattern_ops DESC NULLS LAST, a) INCLUDE (c);
CREATE INDEX IF NOT EXISTS t_a ON t (b);
COMMENT ON INDEX t_a IS 'About a';
-- show: created
ALTER INDEX t_a RENAME TO t_first;
ALTER TABLE t_ba RENAME TO t_second;
ALTER TABLE t RENAME COLUMN a TO alpha;
DROP INDEX t_c, t_d;
-- show: renamed
ALTER TABLE t DROP COLUMN c;
ALTER TABLE t DROP COLUMN alpha;
CREATE MATERIALIZED VIEW m AS SELECT b FROM t WITH NO DATA;
CREATE UNIQUE INDEX ON m (b);
REFRESH MATERIALIZED VIEW m;
-- show: only m has indexes
DROP INDEX m_b_idx;
