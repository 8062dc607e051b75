-- bad: unknown table
ALTER TABLE orders ALTER COLUMN status SET NOT NULL;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE orders ADD CONSTRAINT orders_status_is_set CHECK (status IS NOT NULL) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_status_is_set;
ALTER TABLE orders ALTER COLUMN status SET NOT NULL;
ALTER TABLE orders DROP CONSTRAINT orders_status_is_set;
-- bad: a CHECK that was never validated proves nothing
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY, status text);
ALTER TABLE orders ADD CONSTRAINT status_nn CHECK (status IS NOT NULL) NOT VALID;
-- sql:
ALTER TABLE orders ALTER status SET NOT NULL;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE orders ADD CONSTRAINT orders_status_is_set CHECK (status IS NOT NULL) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_status_is_set;
ALTER TABLE orders ALTER status SET NOT NULL;
ALTER TABLE orders DROP CONSTRAINT orders_status_is_set;
-- bad: a CHECK that merely implies it
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY, total int CHECK (total > 0));
-- sql:
BEGIN;
ALTER TABLE orders ALTER COLUMN total SET NOT NULL;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
COMMIT;
-- bad: the proof is dropped in the same statement
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY, status text CONSTRAINT status_nn CHECK (status IS NOT NULL));
-- sql:
ALTER TABLE orders ALTER COLUMN status SET NOT NULL, DROP CONSTRAINT status_nn;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, postgres 18: NOT NULL as a table constraint
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY, status text);
-- sql:
ALTER TABLE orders ADD CONSTRAINT status_nn NOT NULL status;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE orders ADD CONSTRAINT status_nn NOT NULL status NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT status_nn;
-- bad, postgres 18: the way of PostgreSQL 18
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY, status text);
-- sql:
ALTER TABLE orders ALTER COLUMN status SET NOT NULL;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE orders ADD CONSTRAINT orders_status_not_null NOT NULL status NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_status_not_null;
-- bad: a column added in the same file with a constant is read all the same
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY);
-- sql:
ALTER TABLE orders ADD COLUMN status text DEFAULT 'new';
ALTER TABLE orders ALTER COLUMN status SET NOT NULL;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE orders ADD COLUMN status text DEFAULT 'new';
ALTER TABLE orders ADD CONSTRAINT orders_status_is_set CHECK (status IS NOT NULL) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_status_is_set;
ALTER TABLE orders ALTER COLUMN status SET NOT NULL;
ALTER TABLE orders DROP CONSTRAINT orders_status_is_set;
-- good: a CHECK validated in an earlier file, part of a conjunction
CREATE TABLE orders (id bigint PRIMARY KEY, status text);
-- file: 0002_add.sql
ALTER TABLE orders ADD CONSTRAINT status_nn CHECK (status <> '' AND status IS NOT NULL) NOT VALID;
-- file: 0003_validate.sql
ALTER TABLE orders VALIDATE CONSTRAINT status_nn;
-- file: 0004_set.sql
ALTER TABLE orders ALTER COLUMN status SET NOT NULL;
-- good: the column is NOT NULL already
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY, status text NOT NULL);
-- sql:
ALTER TABLE orders ALTER COLUMN status SET NOT NULL;
ALTER TABLE orders ALTER COLUMN id SET NOT NULL;
-- good: the table is new
CREATE TABLE orders (id bigint PRIMARY KEY, status text);
ALTER TABLE orders ALTER COLUMN status SET NOT NULL;
-- good: the statement writes the rows anyway
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY, total integer);
-- sql:
ALTER TABLE orders ALTER COLUMN total TYPE bigint, ALTER COLUMN total SET NOT NULL;
-- good, postgres 18: not valid yet
ALTER TABLE orders ADD CONSTRAINT status_nn NOT NULL status NOT VALID;
-- good: temporary tables
CREATE TEMP TABLE picked (id bigint);
ALTER TABLE picked ALTER COLUMN id SET NOT NULL;
-- good: a table known to be small
-- option small_tables: ["settings"]
ALTER TABLE settings ALTER COLUMN value SET NOT NULL;
