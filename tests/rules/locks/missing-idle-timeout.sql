-- bad: once a file, in the first transaction that locks
-- option timeout: "1min"
BEGIN;
INSERT INTO orders (id) VALUES (1);
COMMIT;
BEGIN;
DROP TABLE users;
^^^^^^^^^^^^^^^^
DROP TABLE orders;
COMMIT;
-- fixed:
BEGIN;
INSERT INTO orders (id) VALUES (1);
COMMIT;
BEGIN;
SET idle_in_transaction_session_timeout = '1min';
DROP TABLE users;
DROP TABLE orders;
COMMIT;
-- good, postgres 17: a limit for the transaction
SET transaction_timeout = '2min';
BEGIN;
ALTER TABLE orders ADD COLUMN a text;
COMMIT;
-- good: the role has a limit
-- option assume_idle_timeout: true
BEGIN;
ALTER TABLE orders ADD COLUMN a text;
COMMIT;
-- good: an earlier migration stores one
-- given:
CREATE ROLE busy_migrator;
ALTER ROLE busy_migrator SET idle_in_transaction_session_timeout = '1min';
-- sql:
BEGIN;
ALTER TABLE orders ADD COLUMN a text;
COMMIT;
DROP ROLE busy_migrator;
-- good, wrapped: the tool opens the transaction
ALTER TABLE orders ADD COLUMN a text;
-- good: locks that let others read, and new tables
BEGIN;
CREATE INDEX orders_a_idx ON orders (a);
CREATE TABLE notes (id bigint PRIMARY KEY);
ALTER TABLE notes ADD COLUMN a text;
COMMIT;
