-- bad: every kind
DROP VIEW v CASCADE;
^^^^^^^^^^^^^^^^^^^
DROP TYPE mood CASCADE;
^^^^^^^^^^^^^^^^^^^^^^
DROP DOMAIN d CASCADE;
^^^^^^^^^^^^^^^^^^^^^
DROP FUNCTION f(integer) CASCADE;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
DROP SEQUENCE s CASCADE;
^^^^^^^^^^^^^^^^^^^^^^^
DROP EXTENSION hstore CASCADE;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE orders DROP CONSTRAINT c CASCADE;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
DROP VIEW v;
DROP TYPE mood;
DROP DOMAIN d;
DROP FUNCTION f(integer);
DROP SEQUENCE s;
DROP EXTENSION hstore;
ALTER TABLE orders DROP CONSTRAINT c;
-- bad: several objects
DROP TABLE a, b CASCADE;
           ^  ^
-- fixed:
DROP TABLE a, b;
-- good: other cascades, own objects
CREATE TABLE notes (id bigint PRIMARY KEY, order_id bigint REFERENCES orders (id) ON DELETE CASCADE);
TRUNCATE orders CASCADE;
CREATE TYPE mood AS ENUM ('ok');
DROP TYPE mood CASCADE;
DROP TABLE notes CASCADE;
ALTER TABLE orders ADD COLUMN a text;
ALTER TABLE orders DROP COLUMN a CASCADE;
CREATE TEMPORARY TABLE t (id bigint);
DROP TABLE t CASCADE;
-- bad: at the end of others
DROP OWNED BY app CASCADE;
^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TYPE address DROP ATTRIBUTE zip CASCADE;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: without the word
DROP OWNED BY app;
ALTER TYPE address DROP ATTRIBUTE zip;
