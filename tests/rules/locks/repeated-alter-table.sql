-- bad: checks and NOT NULL
-- given:
CREATE TABLE hits (id bigint PRIMARY KEY, n integer, m integer);
-- sql:
ALTER TABLE hits ADD CONSTRAINT c CHECK (n > 0);
-- the comment stays, so there is no fix
ALTER TABLE hits ALTER COLUMN m SET NOT NULL;
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: other transactions on purpose
-- given:
CREATE TABLE hits (id bigint PRIMARY KEY, n integer, m integer);
-- sql:
BEGIN;
ALTER TABLE hits ALTER COLUMN n TYPE bigint;
COMMIT;
BEGIN;
ALTER TABLE hits ALTER COLUMN m TYPE bigint;
COMMIT;
-- good: foreign keys and indexes are built one by one in any case
-- given:
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE hits (id bigint PRIMARY KEY, n bigint, m bigint);
-- sql:
ALTER TABLE hits ADD CONSTRAINT a FOREIGN KEY (n) REFERENCES users (id);
ALTER TABLE hits ADD CONSTRAINT b FOREIGN KEY (m) REFERENCES users (id);
ALTER TABLE hits ADD CONSTRAINT u UNIQUE (n);
ALTER TABLE hits ADD CONSTRAINT v UNIQUE (m);
-- good: SET NOT NULL proven by a CHECK that is dropped afterwards
-- given:
CREATE TABLE hits (id bigint PRIMARY KEY, n integer, m integer);
ALTER TABLE hits ADD CONSTRAINT c CHECK (n IS NOT NULL);
-- sql:
ALTER TABLE hits ALTER COLUMN n SET NOT NULL;
ALTER TABLE hits DROP CONSTRAINT c;
-- good: NOT VALID and VALIDATE
-- given:
CREATE TABLE hits (id bigint PRIMARY KEY, n integer, m integer);
-- sql:
ALTER TABLE hits ADD CONSTRAINT c CHECK (n > 0) NOT VALID;
ALTER TABLE hits VALIDATE CONSTRAINT c;
-- good: a new table
CREATE TABLE hits (id bigint PRIMARY KEY, n integer, m integer);
ALTER TABLE hits ALTER COLUMN n TYPE bigint;
ALTER TABLE hits ALTER COLUMN m TYPE bigint;
