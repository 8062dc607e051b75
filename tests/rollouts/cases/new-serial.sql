-- A serial column of a table with rows.
--- rule
locks/add-column-rewrite
--- given
CREATE TABLE parts (code uuid PRIMARY KEY);
INSERT INTO parts SELECT md5('c' || n)::uuid FROM generate_series(1, 6000) AS n;
--- migration
ALTER TABLE parts ADD COLUMN no bigserial;
--- down
ALTER TABLE parts DROP COLUMN no;
--- writes
INSERT INTO parts (code) VALUES (md5('new' || {n})::uuid);
--- varies
no
--- holds
SELECT count(DISTINCT no) = count(*) AND max(no) < 6050 FROM parts;
--- steps
-- 0003_fill_parts_no.down.sql
-- 0003_fill_parts_no.up.sql
-- 0004_add_parts_no_is_set.down.sql
-- 0004_add_parts_no_is_set.up.sql
-- 0005_validate_parts_no_is_set.down.sql
-- 0005_validate_parts_no_is_set.up.sql
-- 0006_enforce_parts_no.down.sql
-- 0006_enforce_parts_no.up.sql
--- differs
