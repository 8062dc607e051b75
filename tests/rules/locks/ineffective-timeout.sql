-- bad: too long, in other units, and LOCAL
BEGIN;
SET LOCAL lock_timeout TO '10min';
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE orders ADD COLUMN a text;
COMMIT;
-- fixed:
BEGIN;
SET LOCAL lock_timeout = '5s';
ALTER TABLE orders ADD COLUMN a text;
COMMIT;
-- bad: a bare number counts milliseconds
SET lock_timeout = 60000;
^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE orders ADD COLUMN a text;
-- fixed:
SET lock_timeout = '5s';
ALTER TABLE orders ADD COLUMN a text;
-- bad: back to the default
SET lock_timeout = '5s';
RESET lock_timeout;
^^^^^^^^^^^^^^^^^^
ALTER TABLE orders ADD COLUMN a text;
-- fixed:
SET lock_timeout = '5s';
SET lock_timeout = '5s';
ALTER TABLE orders ADD COLUMN a text;
-- bad: statement_timeout alone
SET statement_timeout = '1h';
^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE orders ADD COLUMN a text;
-- bad: another limit
-- option longest_lock_timeout: "2s"
SET lock_timeout = '5s';
^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE orders ADD COLUMN a text;
-- good: after the last lock
SET lock_timeout = '5s';
ALTER TABLE orders ADD COLUMN a text;
RESET lock_timeout;
SET statement_timeout = 0;
-- good: long work that lets others go on
SET statement_timeout = 0;
ALTER TABLE orders VALIDATE CONSTRAINT c;
DROP INDEX CONCURRENTLY i;
-- good: lock_timeout protects
SET statement_timeout = 0;
SET lock_timeout = '5s';
ALTER TABLE orders ADD COLUMN a text;
-- good: a variable
SET lock_timeout = :timeout;
ALTER TABLE orders ADD COLUMN a text;
-- good: the header of a dump
SET statement_timeout = 0;
SET lock_timeout = 0;
CREATE TABLE orders (id bigint PRIMARY KEY);
ALTER TABLE orders ADD COLUMN a text;
-- bad: set_config()
SELECT set_config('lock_timeout', '0', false);
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE members ADD COLUMN a int;
-- good: set_config() with a short limit, or one that is worked out
SELECT pg_catalog.set_config('lock_timeout', '2s', false);
ALTER TABLE members ADD COLUMN a int;
SELECT set_config('lock_timeout', (SELECT setting FROM limits), false);
ALTER TABLE members ADD COLUMN b int;
