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

-- bad, mysql, shop: MySQL
START TRANSACTION;
UPDATE orders SET note = 'x' WHERE id = 1;
BEGIN;
^^^^^
UPDATE orders SET note = 'y' WHERE id = 2;
COMMIT;
-- fixed:
START TRANSACTION;
UPDATE orders SET note = 'x' WHERE id = 1;

UPDATE orders SET note = 'y' WHERE id = 2;
COMMIT;

-- bad, sqlite, shop: SQLite
-- error: cannot start a transaction within a transaction
BEGIN;
BEGIN IMMEDIATE;
^^^^^^^^^^^^^^^
UPDATE orders SET note = 'y' WHERE id = 2;
COMMIT;
-- fixed:
BEGIN;

UPDATE orders SET note = 'y' WHERE id = 2;
COMMIT;

-- good, mysql: a statement that commits by itself
START TRANSACTION;
CREATE TABLE notes (id bigint PRIMARY KEY);
COMMIT;
START TRANSACTION;
INSERT INTO notes (id) VALUES (1);
COMMIT;

-- good, mysql: without automatic commits
SET autocommit = 0;
CREATE TABLE notes (id bigint PRIMARY KEY);
INSERT INTO notes (id) VALUES (1);
COMMIT;

-- good, mysql: the BEGIN of a body
CREATE TABLE notes (id bigint PRIMARY KEY);
DELIMITER //
CREATE PROCEDURE fill() BEGIN INSERT INTO notes (id) VALUES (1); END//
DELIMITER ;

-- good, sqlite: one after the other, and a body
BEGIN EXCLUSIVE;
CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT);
CREATE TRIGGER notes_in AFTER INSERT ON notes BEGIN UPDATE notes SET body = '' WHERE id = new.id; END;
END;
BEGIN;
SAVEPOINT a;
ROLLBACK TO a;
COMMIT;

-- good: the BEGIN of a body
DO $$ BEGIN PERFORM 1; END $$;
