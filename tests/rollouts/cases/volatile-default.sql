-- Every row gets a value of its own, the old ones batch by batch; the column is required in the end.
--- rule
locks/add-column-rewrite
--- since
13
--- given
CREATE TABLE parts (no int, kind text, label text, PRIMARY KEY (kind, no));
INSERT INTO parts SELECT n, 'k' || n % 3 FROM generate_series(1, 12000) AS n;
--- migration
ALTER TABLE parts ADD COLUMN public_id uuid NOT NULL DEFAULT gen_random_uuid();
--- down
ALTER TABLE parts DROP COLUMN public_id;
--- writes
INSERT INTO parts (kind, no) VALUES ('new', {n});
UPDATE parts SET label = 'seen' WHERE no = 100 * {n};
--- varies
public_id
--- holds
SELECT count(DISTINCT public_id) = count(*) FROM parts;
--- steps
-- 0003_fill_parts_public_id.down.sql
-- 0003_fill_parts_public_id.up.sql
-- 0004_add_parts_public_id_is_set.down.sql
-- 0004_add_parts_public_id_is_set.up.sql
-- 0005_validate_parts_public_id_is_set.down.sql
-- 0005_validate_parts_public_id_is_set.up.sql
-- 0006_enforce_parts_public_id.down.sql
-- 0006_enforce_parts_public_id.up.sql
--- differs
