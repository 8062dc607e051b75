-- bad: every kind of CONCURRENTLY
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY, note text);
-- sql:
START TRANSACTION;
REINDEX INDEX CONCURRENTLY orders_pkey;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE events DETACH PARTITION events_2019 CONCURRENTLY;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
DROP INDEX CONCURRENTLY IF EXISTS a;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
COMMIT;
-- bad: dynamic SQL in a DO block
DO $$ BEGIN EXECUTE 'CREATE INDEX CONCURRENTLY i ON orders (note)'; END $$;
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: a file that may well be run as one transaction, once
CREATE TABLE notes (id bigint PRIMARY KEY, note text);
CREATE INDEX CONCURRENTLY a ON orders (note);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE INDEX CONCURRENTLY b ON orders (id);
-- bad, wrapped: a file of one statement in a tool that wraps
CREATE INDEX CONCURRENTLY a ON orders (note);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
-- no-transaction
CREATE INDEX CONCURRENTLY a ON orders (note);
-- bad, wrapped: together with other work
ALTER TABLE orders ADD COLUMN total numeric;
CREATE INDEX CONCURRENTLY IF NOT EXISTS a ON shop.orders (note);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
REINDEX INDEX CONCURRENTLY b;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE orders ADD COLUMN total numeric;
REINDEX INDEX CONCURRENTLY b;
-- file: 0002_create_a.sql
-- no-transaction
CREATE INDEX CONCURRENTLY IF NOT EXISTS a ON shop.orders (note);
-- bad, wrapped: the constraint that follows needs the index
CREATE UNIQUE INDEX CONCURRENTLY orders_note_key ON orders (note);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE orders ADD CONSTRAINT orders_note_key UNIQUE USING INDEX orders_note_key;
-- good, wrapped: the tool's marker
-- +goose NO TRANSACTION
-- +goose Up
CREATE TABLE notes (id bigint PRIMARY KEY, note text);
CREATE INDEX CONCURRENTLY a ON orders (note);
-- good: after COMMIT
BEGIN;
ALTER TABLE orders ADD COLUMN a text;
COMMIT;
CREATE INDEX CONCURRENTLY a ON orders (a);
-- good, wrapped: after a COMMIT that ends the tool's transaction
ALTER TABLE orders ADD COLUMN a text;
COMMIT;
CREATE INDEX CONCURRENTLY a ON orders (a);
-- good: the usual company of a concurrent build
SET lock_timeout = '5s';
DROP INDEX CONCURRENTLY IF EXISTS orders_note_key;
CREATE UNIQUE INDEX CONCURRENTLY orders_note_key ON orders (note);
ALTER TABLE orders ADD CONSTRAINT orders_note_key UNIQUE USING INDEX orders_note_key;
-- good: a string that is only logged
DO $$ BEGIN RAISE NOTICE 'run CREATE INDEX CONCURRENTLY by hand'; END $$;
-- good: REFRESH is allowed
BEGIN;
REFRESH MATERIALIZED VIEW CONCURRENTLY daily;
COMMIT;
-- bad: in a function, in a procedure that commits
CREATE FUNCTION tidy() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DROP INDEX CONCURRENTLY i; END $$;
                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE PROCEDURE build() LANGUAGE plpgsql AS $$ BEGIN COMMIT; CREATE INDEX CONCURRENTLY i ON orders (note); END $$;
                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: told of
DO $$ BEGIN RAISE NOTICE 'CREATE INDEX CONCURRENTLY i ON orders (note)'; END $$;
