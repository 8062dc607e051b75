-- bad, wrapped: BEGIN and COMMIT in a file that the tool wraps
SELECT 1;
BEGIN;
^^^^^
ALTER TABLE orders ADD COLUMN a text;
COMMIT;
SELECT 2;
-- fixed:
SELECT 1;

ALTER TABLE orders ADD COLUMN a text;

SELECT 2;
-- bad, wrapped: COMMIT in a file that the tool wraps
ALTER TABLE orders ADD COLUMN a text;
COMMIT;
^^^^^^
ALTER TABLE orders ADD COLUMN b text;
-- fixed:
ALTER TABLE orders ADD COLUMN a text;

ALTER TABLE orders ADD COLUMN b text;
-- bad: ROLLBACK without BEGIN
SELECT 1;
ROLLBACK;
^^^^^^^^
SELECT 2;
-- fixed:
SELECT 1;

SELECT 2;
-- good: one after the other
BEGIN;
SELECT 1;
COMMIT;
START TRANSACTION;
SELECT 2;
END;
-- good: COMMIT AND CHAIN
BEGIN;
SELECT 1;
COMMIT AND CHAIN;
SELECT 2;
COMMIT;
-- good: blocks are no transactions
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; END $$;
CREATE FUNCTION g() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT 1; END;
-- good: makes way for a statement that no transaction may hold
ALTER TABLE orders ADD COLUMN a text;
COMMIT;
CREATE INDEX CONCURRENTLY i ON orders (a);
-- good: makes way for a scan that needs no other lock
ALTER TABLE orders ADD CONSTRAINT orders_total_check CHECK (total > 0) NOT VALID;
COMMIT;
ALTER TABLE orders VALIDATE CONSTRAINT orders_total_check;
-- good: the procedure commits
CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN DELETE FROM a; COMMIT; END $$;
