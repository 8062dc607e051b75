-- bad: several kinds
-- given:
CREATE TABLE IF NOT EXISTS t (a int, b int);
CREATE VIEW v AS SELECT a FROM t;
CREATE INDEX IF NOT EXISTS t_a ON t (a);
-- sql:
CREATE SCHEMA app;
^^^^^^^^^^^^^^^^^
CREATE INDEX t_b ON t (b);
^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE t ADD COLUMN c int;
              ^^^^^^^^^^^^^^^^
DROP VIEW v;
^^^^^^^^^^^
DROP INDEX t_a;
^^^^^^^^^^^^^^
-- fixed:
CREATE SCHEMA IF NOT EXISTS app;
CREATE INDEX IF NOT EXISTS t_b ON t (b);
ALTER TABLE t ADD COLUMN IF NOT EXISTS c int;
DROP VIEW IF EXISTS v;
DROP INDEX IF EXISTS t_a;

-- good: a guard would hide an index that is not valid
-- given:
CREATE TABLE IF NOT EXISTS t (a int, b int);
-- sql:
CREATE INDEX CONCURRENTLY t_a ON t (a);

-- bad, wrapped: always
-- option always: true
CREATE TABLE t (a int);
^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE IF NOT EXISTS t (a int);

-- bad, mysql: tables
CREATE TABLE t (a int);
^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE IF NOT EXISTS t (a int);

-- good, mysql: no words for it
-- given:
CREATE TABLE IF NOT EXISTS t (a int, b int);
-- sql:
CREATE INDEX t_a ON t (a);
ALTER TABLE t ADD COLUMN c int;

-- bad, sqlite: tables and indexes
CREATE TABLE t (a int);
^^^^^^^^^^^^^^^^^^^^^^
CREATE INDEX t_a ON t (a);
^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE IF NOT EXISTS t (a int);
CREATE INDEX IF NOT EXISTS t_a ON t (a);

-- good, sqlite: guarded
CREATE TABLE IF NOT EXISTS t (a int);

-- bad: further kinds
-- given:
CREATE TABLE IF NOT EXISTS t (a int CONSTRAINT positive CHECK (a > 0), b int);
CREATE TYPE mood AS ENUM ('ok');
-- sql:
CREATE SEQUENCE s;
^^^^^^^^^^^^^^^^^
CREATE MATERIALIZED VIEW v AS SELECT 1 AS a;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE t DROP CONSTRAINT positive;
              ^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE t DROP COLUMN b;
              ^^^^^^^^^^^^^
DROP SEQUENCE s;
^^^^^^^^^^^^^^^
DROP TYPE mood;
^^^^^^^^^^^^^^
-- fixed:
CREATE SEQUENCE IF NOT EXISTS s;
CREATE MATERIALIZED VIEW IF NOT EXISTS v AS SELECT 1 AS a;
ALTER TABLE t DROP CONSTRAINT IF EXISTS positive;
ALTER TABLE t DROP COLUMN IF EXISTS b;
DROP SEQUENCE IF EXISTS s;
DROP TYPE IF EXISTS mood;

-- good: a dump
-- PostgreSQL database dump
SET check_function_bodies = false;
CREATE TABLE t (a int);
