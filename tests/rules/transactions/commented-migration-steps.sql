-- bad, postgres: phases, in capital letters
-- given:
CREATE TABLE pages (id bigint PRIMARY KEY, title text);
-- sql:
-- PHASE 1
ALTER TABLE pages ADD COLUMN heading text;
/* Phase 2: copy */
UPDATE pages SET heading = title WHERE id < 100;
-- PHASE 3
ALTER TABLE pages ALTER COLUMN heading SET NOT NULL;
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE pages DROP COLUMN title;
-- good: steps that only create, another table, a new table
-- given:
CREATE TABLE pages (id bigint PRIMARY KEY, title text);
CREATE TABLE notes (id bigint PRIMARY KEY, title text);
-- sql:
-- Step 1: add
ALTER TABLE pages ADD COLUMN heading text;
-- Step 2: add more
ALTER TABLE pages ADD COLUMN summary text;
CREATE TABLE drafts (id bigint PRIMARY KEY, title text);
ALTER TABLE drafts ADD COLUMN heading text;
-- Step 3: clear up
ALTER TABLE notes DROP COLUMN title;
ALTER TABLE drafts DROP COLUMN title;
-- good: one step, and comments without numbers
-- given:
CREATE TABLE pages (id bigint PRIMARY KEY, title text);
-- sql:
-- Step 1: replace the title
ALTER TABLE pages ADD COLUMN heading text;
-- the old one
ALTER TABLE pages DROP COLUMN title;
-- good: steps inside of a body
-- given:
CREATE TABLE pages (id bigint PRIMARY KEY, title text);
-- sql:
DO $$
BEGIN
    -- Step 1
    ALTER TABLE pages ADD COLUMN heading text;
    -- Step 2
    ALTER TABLE pages DROP COLUMN title;
END $$;
