-- bad: several tables
DROP TABLE orders, archive.users;
           ^^^^^^  ^^^^^^^^^^^^^
-- bad: a partition
-- given:
CREATE TABLE events (at timestamptz NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_2019 PARTITION OF events FOR VALUES FROM ('2019-01-01') TO ('2020-01-01');
-- sql:
DROP TABLE events_2019;
^^^^^^^^^^^^^^^^^^^^^^
-- bad: IF EXISTS and CASCADE
DROP TABLE IF EXISTS orders CASCADE;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: known, and made anew
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY);
-- sql:
DROP TABLE IF EXISTS orders;
^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE orders (id uuid PRIMARY KEY);
-- good: a script that starts from nothing
DROP TABLE IF EXISTS orders;
CREATE TABLE orders (id bigint PRIMARY KEY);
-- good: temporary
CREATE TEMPORARY TABLE t (id bigint);
DROP TABLE t;
-- good: the rows live on in a table that takes its place
CREATE TABLE orders_new (id uuid PRIMARY KEY, n integer);
INSERT INTO orders_new (id, n) SELECT gen_random_uuid(), n FROM orders;
DROP TABLE orders;
ALTER TABLE orders_new RENAME TO orders;

-- bad: a name that needs quotes keeps them
-- given:
CREATE TABLE "UserSession" (id bigint PRIMARY KEY);
-- sql:
DROP TABLE "UserSession";
^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE "UserSession" RENAME TO "UserSession_unused";

-- bad, mysql, sqlite, shop: other engines
DROP TABLE orders;
^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE orders RENAME TO orders_unused;

-- bad, sqlite, shop: whatever the case of its name
DROP TABLE Orders;
^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE Orders RENAME TO Orders_unused;

-- bad, mysql, sqlite: names in quotes
-- given:
CREATE TABLE `order items` (id bigint PRIMARY KEY);
-- sql:
DROP TABLE `order items`;
^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE `order items` RENAME TO `order items_unused`;

-- good, sqlite, shop: written anew
PRAGMA foreign_keys = OFF;
CREATE TABLE products_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, price INTEGER);
INSERT INTO products_new SELECT id, name, price FROM products;
DROP TABLE products;
ALTER TABLE products_new RENAME TO products;

-- good, sqlite, shop: written anew in the other order
ALTER TABLE products RENAME TO _products_old;
CREATE TABLE products (id INTEGER PRIMARY KEY, name TEXT NOT NULL, price INTEGER);
INSERT INTO products (id, name, price) SELECT id, name, price FROM _products_old;
DROP TABLE _products_old;

-- good, mysql: a table of the file
CREATE TABLE scratch (id bigint PRIMARY KEY);
DROP TABLE scratch;

-- good, mysql, shop: written anew
CREATE TABLE products_new LIKE products;
INSERT INTO products_new SELECT * FROM products;
RENAME TABLE products TO products_old, products_new TO products;
DROP TABLE products_old;
-- good, mysql, mariadb: a temporary table, which no migration has to have made
DROP TEMPORARY TABLE IF EXISTS picked;
DROP TEMPORARY TABLE IF EXISTS picked, chosen;
-- good, shop, sqlite: the name is cleared for the table that is written anew
DROP TABLE IF EXISTS _users_old;
ALTER TABLE users RENAME TO _users_old;
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL, name TEXT);
INSERT INTO users (id, email, name) SELECT id, email, name FROM _users_old;
DROP TABLE _users_old;
