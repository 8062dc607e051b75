CREATE TABLE cities (name text NOT NULL, population int CHECK (population > 0), altitude int DEFAULT 0);
CREATE TABLE named (name text, tag text);
CREATE TABLE capitals (state char(2), altitude int DEFAULT 5, PRIMARY KEY (name)) INHERITS (cities, named);
CREATE INDEX ON cities (name);
ALTER TABLE cities ADD COLUMN mayor text NOT NULL DEFAULT '';
ALTER TABLE cities ADD CONSTRAINT high CHECK (altitude > -1);
ALTER TABLE cities RENAME COLUMN population TO people;
ALTER TABLE cities ALTER COLUMN mayor DROP NOT NULL, ALTER COLUMN mayor TYPE varchar(10);
ALTER TABLE cities RENAME TO towns;
-- show: inherited
ALTER TABLE towns DROP CONSTRAINT high, DROP COLUMN altitude, DROP COLUMN mayor;
ALTER TABLE capitals NO INHERIT named;
CREATE TABLE villages (LIKE towns INCLUDING ALL, extra int);
ALTER TABLE villages INHERIT towns;
-- show: changed
ALTER TABLE towns DROP COLUMN people;
DROP TABLE towns CASCADE;
