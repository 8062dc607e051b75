-- bad, shop: every kind
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users NOT VALID;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE products ADD UNIQUE (name);
                     ^^^^^^^^^^^^^^^^^
ALTER TABLE orders ALTER COLUMN note SET NOT NULL;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE UNIQUE INDEX ON users (lower(name));
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: a domain
-- given:
CREATE DOMAIN email AS text;
-- sql:
ALTER DOMAIN email ADD CHECK (VALUE LIKE '%@%') NOT VALID;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: a new table, new columns, a wider rule, one that is not enforced
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY, total integer CONSTRAINT total_check CHECK (total > 0));
-- sql:
CREATE TABLE carts (id bigint PRIMARY KEY);
ALTER TABLE carts ADD CHECK (id > 0);
ALTER TABLE orders ADD COLUMN weight integer;
ALTER TABLE orders ADD CHECK (weight > 0);
ALTER TABLE orders DROP CONSTRAINT total_check;
ALTER TABLE orders ADD CONSTRAINT total_check CHECK (total >= 0) NOT VALID;
-- good, postgres 18, shop: not enforced
ALTER TABLE orders ADD CONSTRAINT total_check CHECK (total >= 0) NOT ENFORCED;
