-- bad, mariadb, shop: its own setting counts seconds
-- option timeout: "2min"
DROP TABLE orders;
^^^^^^^^^^^^^^^^^
-- fixed:
SET max_statement_time = 120;
DROP TABLE orders;
-- bad: once a file, zero is no limit, and a lock_timeout limits only the wait
SET statement_timeout = 0;
CREATE TABLE notes (id bigint PRIMARY KEY);
BEGIN;
ALTER TABLE orders ADD COLUMN a text;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE users ADD COLUMN a text;
COMMIT;
-- fixed:
SET statement_timeout = 0;
CREATE TABLE notes (id bigint PRIMARY KEY);
BEGIN;
SET statement_timeout = '60s';
ALTER TABLE orders ADD COLUMN a text;
ALTER TABLE users ADD COLUMN a text;
COMMIT;
-- good, postgres 17: a limit for the transaction
SET transaction_timeout = '2min';
ALTER TABLE orders ADD COLUMN a text;
-- good: the role has a limit
-- option assume_statement_timeout: true
ALTER TABLE orders ADD COLUMN a text;
-- good: an earlier migration stores one
-- given:
CREATE ROLE careful_migrator;
ALTER ROLE careful_migrator SET statement_timeout = '1min';
-- sql:
ALTER TABLE orders ADD COLUMN a text;
DROP ROLE careful_migrator;
-- good: long by design
ALTER TABLE orders ADD CONSTRAINT c CHECK (total > 0) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT c;
-- good: an index that is built beside other work
ALTER TABLE orders ADD COLUMN a text;
CREATE INDEX CONCURRENTLY i ON orders (a);
-- good: new and temporary tables, rows
CREATE TABLE notes (id bigint PRIMARY KEY);
CREATE TEMP TABLE picked (id bigint);
ALTER TABLE notes ADD COLUMN a text;
ALTER TABLE picked ADD COLUMN a text;
INSERT INTO orders (id) VALUES (1);
