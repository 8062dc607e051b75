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
