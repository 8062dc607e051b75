-- bad: rows, in the transaction of the tool
-- option max_dml_statements: 2
-- given:
CREATE TABLE a (id bigint PRIMARY KEY, x integer);
-- sql:
BEGIN;
^^^^^
UPDATE a SET x = 1 WHERE id = 1;
UPDATE a SET x = 1 WHERE id = 2;
UPDATE a SET x = 1 WHERE id = 3;
COMMIT;
-- bad, wrapped: a long file
-- option max_bytes: 40
-- given:
CREATE TABLE a (id bigint PRIMARY KEY, x integer);
-- sql:
ALTER TABLE a ADD COLUMN a_long_name text;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: one by one; a new table
-- option max_ddl_statements: 1
-- given:
CREATE TABLE a (id bigint PRIMARY KEY, x integer);
-- sql:
ALTER TABLE a ADD COLUMN y integer;
ALTER TABLE a ADD COLUMN z integer;
BEGIN;
CREATE TABLE b (id bigint PRIMARY KEY);
ALTER TABLE b ADD COLUMN y integer;
ALTER TABLE b ADD COLUMN z integer;
COMMIT;
-- bad, mysql: rows
-- option max_dml_statements: 1
-- given:
CREATE TABLE a (id bigint PRIMARY KEY, x integer);
-- sql:
START TRANSACTION;
^^^^^^^^^^^^^^^^^
UPDATE a SET x = 1 WHERE id = 1;
UPDATE a SET x = 1 WHERE id = 2;
COMMIT;
-- good, mysql: DDL of MySQL commits
-- option max_ddl_statements: 1
-- given:
CREATE TABLE a (id bigint PRIMARY KEY, x integer);
-- sql:
ALTER TABLE a ADD COLUMN y integer;
ALTER TABLE a ADD COLUMN z integer;
-- bad, sqlite: SQLite
-- option max_ddl_statements: 1
-- given:
CREATE TABLE a (id INTEGER PRIMARY KEY, x INTEGER);
-- sql:
BEGIN;
^^^^^
ALTER TABLE a ADD COLUMN y INTEGER;
ALTER TABLE a ADD COLUMN z INTEGER;
COMMIT;
-- good, sqlite: one
-- option max_ddl_statements: 1
-- given:
CREATE TABLE a (id INTEGER PRIMARY KEY, x INTEGER);
-- sql:
BEGIN;
ALTER TABLE a ADD COLUMN y INTEGER;
COMMIT;
