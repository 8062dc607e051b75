-- Existing rows are numbered batch by batch, and the column ends as the identity that was wanted.
--- rule
locks/add-column-rewrite
--- given
CREATE SCHEMA "Shop";
CREATE TABLE "Shop".parts (code text PRIMARY KEY, label text);
INSERT INTO "Shop".parts SELECT 'c' || n FROM generate_series(1, 12000) AS n;
--- migration
ALTER TABLE "Shop".parts ADD COLUMN "No" integer GENERATED ALWAYS AS IDENTITY;
--- down
ALTER TABLE "Shop".parts DROP COLUMN "No";
--- writes
INSERT INTO "Shop".parts (code) VALUES ('new' || {n});
--- varies
No
--- holds
SELECT count(DISTINCT "No") = count(*) AND max("No") < 12050 FROM "Shop".parts;
INSERT INTO "Shop".parts (code) VALUES ('last') RETURNING "No" > (SELECT max("No") FROM "Shop".parts);
DELETE FROM "Shop".parts WHERE code = 'last' RETURNING true;
--- steps
-- 0003_fill_parts_no.down.sql
-- 0003_fill_parts_no.up.sql
-- 0004_add_parts_no_is_set.down.sql
-- 0004_add_parts_no_is_set.up.sql
-- 0005_validate_parts_no_is_set.down.sql
-- 0005_validate_parts_no_is_set.up.sql
-- 0006_enforce_parts_no.down.sql
-- 0006_enforce_parts_no.up.sql
-- 0007_release_parts_no_counter.down.sql
-- 0007_release_parts_no_counter.up.sql
-- 0008_identify_parts_no.down.sql
-- 0008_identify_parts_no.up.sql
-- 0009_drop_parts_no_counter.down.sql
-- 0009_drop_parts_no_counter.up.sql
--- differs
