-- bad: as a default, in a comparison, cast, inserted
-- given:
CREATE TYPE state AS ENUM ('a');
CREATE TABLE t (id bigint PRIMARY KEY, s state, note text);
-- sql:
BEGIN;
ALTER TYPE state ADD VALUE 'b';
ALTER TABLE t ALTER COLUMN s SET DEFAULT 'b';
                                         ^^^
ALTER TABLE t ADD COLUMN s2 state DEFAULT 'b'::state;
                                          ^^^
SELECT id FROM t WHERE s = 'b';
                           ^^^
INSERT INTO t (id, s) VALUES (1, 'b');
                                 ^^^
SELECT 'b'::state;
       ^^^
CREATE INDEX i ON t (id) WHERE s = 'b';
                                   ^^^
COMMIT;
-- bad: the tool is not known
-- given:
CREATE TYPE state AS ENUM ('a');
CREATE TABLE t (id bigint PRIMARY KEY, s state);
-- sql:
ALTER TYPE state ADD VALUE 'b';
UPDATE t SET s = 'b' WHERE id = 1;
                 ^^^
-- bad, postgres 16: a type of the same transaction
BEGIN;
CREATE TYPE state AS ENUM ('a');
ALTER TYPE state ADD VALUE 'b';
SELECT 'b'::state;
       ^^^
COMMIT;
-- good, postgres 17: a type of the same transaction
BEGIN;
CREATE TYPE state AS ENUM ('a');
ALTER TYPE state ADD VALUE 'b';
SELECT 'b'::state;
COMMIT;
-- good: COMMIT between
-- given:
CREATE TYPE state AS ENUM ('a');
CREATE TABLE t (id bigint PRIMARY KEY, s state);
-- sql:
BEGIN;
ALTER TYPE state ADD VALUE 'b';
COMMIT;
BEGIN;
UPDATE t SET s = 'b' WHERE id = 1;
COMMIT;
-- good, wrapped: COMMIT between in a file that the tool wraps
-- given:
CREATE TYPE state AS ENUM ('a');
CREATE TABLE t (id bigint PRIMARY KEY, s state);
-- sql:
ALTER TYPE state ADD VALUE 'b';
COMMIT;
UPDATE t SET s = 'b' WHERE id = 1;
-- good: the same text for another column
-- given:
CREATE TYPE state AS ENUM ('a');
CREATE TABLE t (id bigint PRIMARY KEY, s state, note text);
-- sql:
BEGIN;
ALTER TYPE state ADD VALUE 'b';
UPDATE t SET note = 'b' WHERE s::text = 'b' AND note = 'b';
ALTER TABLE t ADD CONSTRAINT c CHECK (s::text <> 'b') NOT VALID;
COMMIT;
-- good: a function body runs later
-- given:
CREATE TYPE state AS ENUM ('a');
CREATE TABLE t (id bigint PRIMARY KEY, s state);
-- sql:
BEGIN;
ALTER TYPE state ADD VALUE 'b';
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN UPDATE t SET s = 'b' WHERE id = 1; END $$;
COMMIT;
-- bad, wrapped: an enum that no migration creates
ALTER TYPE "Mood" ADD VALUE 'MEH';
ALTER TYPE app.mood ADD VALUE 'OK';
ALTER TABLE people ADD COLUMN mood "Mood" NOT NULL DEFAULT 'MEH';
                                                           ^^^^^
INSERT INTO diary (mood) VALUES ('OK'::app.mood);
                                 ^^^^
-- good, wrapped: another type, another label
ALTER TYPE mood ADD VALUE 'meh';
INSERT INTO diary (note, mood) VALUES ('meh', 'fine'::mood);
INSERT INTO diary (note) VALUES ('meh'::app.mood);
