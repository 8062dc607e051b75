-- Code may read and write a required, unique column under its old name and under its new one.
--- rule
compat/rename-column
--- harmless
--- since
13
--- given
CREATE TABLE people (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    a int NOT NULL,
    label varchar(200) NOT NULL DEFAULT 'none' CHECK (label <> ''),
    UNIQUE (label, a)
);
CREATE INDEX people_lower_idx ON people (lower(label)) WHERE a > 0;
CREATE VIEW ids AS SELECT id, a FROM people;
INSERT INTO people (id, a, label) SELECT md5('p' || n)::uuid, n, 'm' || (n % 99) FROM generate_series(1, 11000) AS n;
--- migration
ALTER TABLE people RENAME COLUMN label TO title;
--- down
ALTER TABLE people RENAME COLUMN title TO label;
--- writes
INSERT INTO people (id, a, label) VALUES (md5('w' || {n})::uuid, -{n}, 'new' || {n});
INSERT INTO people (id, a) VALUES (md5('x' || {n})::uuid, -1000 - {n});
UPDATE people SET label = 'changed' || {n} WHERE a BETWEEN 1000 * {n} AND 1000 * {n} + 100;
DELETE FROM people WHERE a = 500 * {n} + 200;
--- holds
SELECT bool_and(title IS NOT DISTINCT FROM label) FROM people;
INSERT INTO people (a, title) VALUES (-90, 'by new code') RETURNING label = 'by new code';
INSERT INTO people (a, label) VALUES (-91, 'by old code') RETURNING title = 'by old code';
INSERT INTO people (a) VALUES (-92) RETURNING label = 'none' AND title = 'none';
UPDATE people SET title = 'set' WHERE a = -90 RETURNING label = 'set';
UPDATE people SET label = 'again' WHERE a = -90 RETURNING title = 'again';
UPDATE people SET a = -93 WHERE a = -90 RETURNING title = 'again' AND label = 'again';
DELETE FROM people WHERE a BETWEEN -93 AND -90 RETURNING true;
--- steps
-- 0003_sync_people_title.down.sql
-- 0003_sync_people_title.up.sql
-- 0004_fill_people_title.down.sql
-- 0004_fill_people_title.up.sql
-- 0005_create_people_title_a_key.down.sql
-- 0005_create_people_title_a_key.up.sql
-- 0006_create_people_lower_idx_new.down.sql
-- 0006_create_people_lower_idx_new.up.sql
-- 0007_bind_people_title.down.sql
-- 0007_bind_people_title.up.sql
-- 0008_validate_people_title.down.sql
-- 0008_validate_people_title.up.sql
-- 0009_enforce_people_title.down.sql
-- 0009_enforce_people_title.up.sql
--- differs
-- + column people.label character varying(200) true  'none'::character varying
-- + column people.title character varying(200) true 
-- + constraint people.people_label_a_key UNIQUE (label, a) true
-- + constraint people.people_label_check CHECK (((label)::text <> ''::text)) true
-- + constraint people.people_title_a_key UNIQUE (title, a) true
-- + constraint people.people_title_check CHECK (((title)::text <> ''::text)) true
-- + index people_label_a_key CREATE UNIQUE INDEX people_label_a_key ON public.people USING btree (label, a) true
-- + index people_lower_idx CREATE INDEX people_lower_idx ON public.people USING btree (lower((label)::text)) WHERE (a > 0) true
-- + index people_lower_idx_new CREATE INDEX people_lower_idx_new ON public.people USING btree (lower((title)::text)) WHERE (a > 0) true
-- + index people_title_a_key CREATE UNIQUE INDEX people_title_a_key ON public.people USING btree (title, a) true
-- + trigger people.people_title_sync CREATE TRIGGER people_title_sync BEFORE INSERT OR UPDATE ON public.people FOR EACH ROW EXECUTE FUNCTION people_title_sync()
-- - column people.title character varying(200) true  'none'::character varying
-- - constraint people.people_label_a_key UNIQUE (title, a) true
-- - constraint people.people_label_check CHECK (((title)::text <> ''::text)) true
-- - index people_label_a_key CREATE UNIQUE INDEX people_label_a_key ON public.people USING btree (title, a) true
-- - index people_lower_idx CREATE INDEX people_lower_idx ON public.people USING btree (lower((title)::text)) WHERE (a > 0) true
