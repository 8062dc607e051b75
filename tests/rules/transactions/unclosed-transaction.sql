-- bad: the second of two
BEGIN;
SELECT 1;
COMMIT;
START TRANSACTION;
^^^^^^^^^^^^^^^^^
SELECT 2
-- fixed:
BEGIN;
SELECT 1;
COMMIT;
START TRANSACTION;
SELECT 2;
COMMIT;
-- good: ended by END, ABORT and PREPARE TRANSACTION
BEGIN;
SELECT 1;
END;
BEGIN;
SELECT 1;
ABORT;
BEGIN;
SELECT 1;
PREPARE TRANSACTION 'x';
-- good: a routine body
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; END $$;
-- good, wrapped: the tool commits
ALTER TABLE orders ADD COLUMN a text;
