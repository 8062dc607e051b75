-- bad: function, type, domain, sequence, materialized view
-- given:
CREATE FUNCTION total(a bigint) RETURNS bigint LANGUAGE sql AS 'SELECT a';
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE DOMAIN email AS text;
CREATE SEQUENCE numbers;
CREATE MATERIALIZED VIEW totals AS SELECT 1 AS a;
-- sql:
ALTER FUNCTION total(bigint) RENAME TO order_total;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TYPE mood RENAME TO feeling;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER DOMAIN email RENAME TO address;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER SEQUENCE numbers RENAME TO counters;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER MATERIALIZED VIEW totals RENAME TO sums;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, shop: names that errors show
ALTER TABLE users RENAME CONSTRAINT users_email_key TO one_account_per_email;
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER INDEX products_pkey RENAME TO products_key;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, shop: a plain index, after a key that adopts an index, put back under the old name
ALTER INDEX orders_user_id_idx RENAME TO orders_by_user;
CREATE SEQUENCE s;
ALTER SEQUENCE s RENAME TO t;
-- good, shop: an index that a key adopted
CREATE UNIQUE INDEX CONCURRENTLY users_email_next ON users (email);
ALTER TABLE users DROP CONSTRAINT users_email_key;
ALTER TABLE users ADD CONSTRAINT users_email_next UNIQUE USING INDEX users_email_next;
ALTER TABLE users RENAME CONSTRAINT users_email_next TO users_email_key;
-- good: a function of the old name stays
-- given:
CREATE FUNCTION total(a bigint) RETURNS bigint LANGUAGE sql AS 'SELECT a';
-- sql:
ALTER FUNCTION total(bigint) RENAME TO order_total;
CREATE FUNCTION total(a bigint) RETURNS bigint LANGUAGE sql AS 'SELECT order_total(a)';
