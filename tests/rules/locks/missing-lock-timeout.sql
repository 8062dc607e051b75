-- bad, wrapped: SET LOCAL in a transaction
ALTER TABLE orders ADD COLUMN a text;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
SET LOCAL lock_timeout = '5s';
ALTER TABLE orders ADD COLUMN a text;
-- bad: once a file, with the limit of the project
-- option timeout: "2s"
CREATE TABLE notes (id bigint PRIMARY KEY);
DROP TABLE orders;
^^^^^^^^^^^^^^^^^
ALTER TABLE users ADD COLUMN a text;
-- fixed:
CREATE TABLE notes (id bigint PRIMARY KEY);
SET lock_timeout = '2s';
DROP TABLE orders;
ALTER TABLE users ADD COLUMN a text;
-- bad: zero is no limit
SET lock_timeout = 0;
ALTER TABLE orders ADD COLUMN a text;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
SET lock_timeout = 0;
SET lock_timeout = '5s';
ALTER TABLE orders ADD COLUMN a text;
-- bad: a foreign key of a new table
CREATE TABLE notes (id bigint PRIMARY KEY, order_id bigint REFERENCES orders (id));
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: in a DO block
DO $$ BEGIN ALTER TABLE orders ADD COLUMN a text; END $$;
                               ^^^^^^^^^^^^^^^^^
-- fixed:
SET lock_timeout = '5s';
DO $$ BEGIN ALTER TABLE orders ADD COLUMN a text; END $$;
-- good: the role has a limit
-- option assume_lock_timeout: true
ALTER TABLE orders ADD COLUMN a text;
-- good: by function
SELECT set_config('lock_timeout', '5s', false);
ALTER TABLE orders ADD COLUMN a text;
-- good: a statement_timeout limits the wait too
SET statement_timeout = '1min';
ALTER TABLE orders ADD COLUMN a text;
-- good: nothing that others wait for
CREATE INDEX CONCURRENTLY i ON orders (a);
ALTER TABLE orders VALIDATE CONSTRAINT c;
CREATE TEMPORARY TABLE t (id bigint);
ALTER TABLE t ADD COLUMN a text;
INSERT INTO orders (id) VALUES (1);
-- good: NOWAIT
BEGIN;
LOCK TABLE orders IN ACCESS EXCLUSIVE MODE NOWAIT;
COMMIT;
-- bad: the answer is CONCURRENTLY, which no limit should interrupt
CREATE INDEX i ON orders (total);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, wrapped: CONCURRENTLY is out of the question
DROP INDEX orders_status_idx;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
SET LOCAL lock_timeout = '5s';
DROP INDEX orders_status_idx;
-- good: an earlier migration stores it for the role, the database or the server
-- given:
CREATE ROLE patient_migrator;
ALTER ROLE patient_migrator SET lock_timeout = '5s';
-- sql:
ALTER TABLE orders ADD COLUMN a text;
DROP ROLE patient_migrator;
-- bad: who is connected already does not see it
CREATE ROLE hasty_migrator;
ALTER ROLE hasty_migrator SET lock_timeout = '9s';
ALTER TABLE orders ADD COLUMN a text;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
DROP ROLE hasty_migrator;
-- fixed:
CREATE ROLE hasty_migrator;
ALTER ROLE hasty_migrator SET lock_timeout = '9s';
SET lock_timeout = '5s';
ALTER TABLE orders ADD COLUMN a text;
DROP ROLE hasty_migrator;
-- bad: taken back
-- given:
CREATE ROLE other_migrator;
ALTER ROLE other_migrator SET lock_timeout = '5s';
ALTER ROLE other_migrator RESET lock_timeout;
-- sql:
DROP ROLE other_migrator;
ALTER TABLE orders ADD COLUMN a text;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
DROP ROLE other_migrator;
SET lock_timeout = '5s';
ALTER TABLE orders ADD COLUMN a text;
-- good: one finding, whatever follows in the transaction
SET lock_timeout = '5s';
BEGIN;
ALTER TABLE orders ADD COLUMN a text;
ALTER TABLE users ADD COLUMN a text;
COMMIT;
-- bad, mysql, mariadb, shop: where the project asks for it
-- option mysql: true
ALTER TABLE orders ADD COLUMN channel varchar(20);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
RENAME TABLE products TO goods;
-- fixed:
SET lock_wait_timeout = 5;
ALTER TABLE orders ADD COLUMN channel varchar(20);
RENAME TABLE products TO goods;
-- good, mysql, mariadb, shop: off unless the project asks for it
ALTER TABLE orders ADD COLUMN channel varchar(20);
-- good, mysql, mariadb, shop: a limit
-- option mysql: true
SET SESSION lock_wait_timeout = 5;
DROP TABLE orders;
-- good, mysql, mariadb, shop: nothing that waits for others
-- option mysql: true
CREATE TABLE carts (id bigint PRIMARY KEY);
ALTER TABLE carts ADD COLUMN note varchar(20);
UPDATE orders SET note = 'x' WHERE id = 1;
-- good, mariadb, shop: the statement says how long it waits
-- option mysql: true
ALTER TABLE orders WAIT 5 ADD COLUMN channel varchar(20);
DROP TABLE products NOWAIT;
-- good, mariadb, shop: a limit for each statement
-- option mysql: true
SET max_statement_time = 30;
DROP TABLE orders;
-- good, shop: whoever runs the file has set a limit, as there is one to take away
ALTER TABLE orders ADD COLUMN channel text;
COMMIT;
SET lock_timeout = 0;
CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);
-- good: a limit must not interrupt what would have to be finished by hand
ALTER TABLE readings DETACH PARTITION readings_2020 CONCURRENTLY;
-- bad: set_config() that takes the limit away
SELECT set_config('lock_timeout', '0', false);
ALTER TABLE members ADD COLUMN a int;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
SELECT set_config('lock_timeout', '0', false);
SET lock_timeout = '5s';
ALTER TABLE members ADD COLUMN a int;
-- good: a sequence
ALTER SEQUENCE members_id_seq RESTART WITH 1000;
