-- bad: SET LOCAL stays in its transaction
ALTER TABLE orders ADD COLUMN a text;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
BEGIN;
SET LOCAL lock_timeout = '5s';
ALTER TABLE orders ADD COLUMN b text;
COMMIT;
-- bad: LOCAL in the same transaction
BEGIN;
CREATE TABLE notes (id bigint PRIMARY KEY);
DROP TABLE orders;
^^^^^^^^^^^^^^^^^
SET LOCAL lock_timeout = '5s';
DROP TABLE users;
COMMIT;
-- fixed:
BEGIN;
CREATE TABLE notes (id bigint PRIMARY KEY);
SET LOCAL lock_timeout = '5s';
DROP TABLE orders;
DROP TABLE users;
COMMIT;
-- bad: after no limit
SET lock_timeout = 0;
DROP TABLE orders;
^^^^^^^^^^^^^^^^^
SET lock_timeout = '5s'; DROP TABLE users;
-- fixed:
SET lock_timeout = 0;
SET lock_timeout = '5s';
DROP TABLE orders;
 DROP TABLE users;
-- bad: by function there is no edit
DROP TABLE orders;
^^^^^^^^^^^^^^^^^
SELECT set_config('lock_timeout', '5s', false);
DROP TABLE users;
-- good: another limit is there already
SET statement_timeout = '1min';
DROP TABLE orders;
SET lock_timeout = '5s';
DROP TABLE users;
-- good: back to no limit
SET lock_timeout = '5s';
DROP TABLE orders;
SET lock_timeout = 0;
-- good: rows and weak locks need none
INSERT INTO orders (id) VALUES (1);
CREATE INDEX CONCURRENTLY i ON orders (a);
ALTER TABLE orders VALIDATE CONSTRAINT c;
SET lock_timeout = '5s';
DROP TABLE users;
-- good: never set, of which another rule tells
DROP TABLE orders;
-- good, shop: new tables need none
CREATE TABLE carts (id bigint PRIMARY KEY);
ALTER TABLE carts ADD COLUMN note text;
SET lock_timeout = '5s';
ALTER TABLE orders ADD COLUMN channel text;
-- good, shop: a limit that whoever runs the file has set is taken away and set again
ALTER TABLE orders ADD COLUMN channel text;
COMMIT;
SET lock_timeout = 0;
CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);
SET lock_timeout = '5s';
-- good, shop: a foreign key of a new table, of which another rule gives a hint
CREATE TABLE notes (id bigint PRIMARY KEY, order_id bigint REFERENCES orders (id));
SET lock_timeout = '5s';
ALTER TABLE orders ADD COLUMN channel text;
-- good, shop: the role has a limit already
-- option assume_lock_timeout: true
DROP TABLE orders;
SET lock_timeout = '1s';
DROP TABLE users;
