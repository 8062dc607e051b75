-- The rows of a partition to be are known to fit before it is attached.
--- rule
locks/attach-partition-scan
--- given
CREATE SCHEMA old;
CREATE TABLE events (id bigint, kind text) PARTITION BY LIST (kind);
CREATE TABLE old."Paid" (id bigint, kind text);
INSERT INTO old."Paid" SELECT n, CASE WHEN n % 2 = 0 THEN 'paid' ELSE 'it''s' END FROM generate_series(1, 3000) AS n;
--- migration
ALTER TABLE events ATTACH PARTITION old."Paid" FOR VALUES IN ('paid', 'it''s');
--- down
ALTER TABLE events DETACH PARTITION old."Paid";
--- writes
INSERT INTO old."Paid" VALUES (5000 + {n}, 'paid');
--- steps
-- 0003_validate_paid_bounds.down.sql
-- 0003_validate_paid_bounds.up.sql
-- 0004_attach_paid.down.sql
-- 0004_attach_paid.up.sql
--- differs
