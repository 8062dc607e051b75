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

-- bad, mysql, shop: MySQL
START TRANSACTION;
^^^^^^^^^^^^^^^^^
UPDATE orders SET note = 'x' WHERE id = 1;
-- fixed:
START TRANSACTION;
UPDATE orders SET note = 'x' WHERE id = 1;
COMMIT;

-- bad, sqlite, shop: SQLite
BEGIN TRANSACTION;
^^^^^^^^^^^^^^^^^
ALTER TABLE orders ADD COLUMN channel TEXT;
-- fixed:
BEGIN TRANSACTION;
ALTER TABLE orders ADD COLUMN channel TEXT;
COMMIT;

-- good, mysql, shop: the last statement commits
START TRANSACTION;
UPDATE orders SET note = 'x' WHERE id = 1;
ALTER TABLE orders ADD COLUMN channel text;

-- good, sqlite, shop: SQLite
BEGIN;
ALTER TABLE orders ADD COLUMN channel TEXT;
END TRANSACTION;
