-- bad: nothing is known of it
ALTER TABLE users RENAME TO accounts;
                  ^^^^^^^^^^^^^^^^^^
-- good: new tables, indexes, sequences, views left behind
-- given:
CREATE TABLE old (id bigint PRIMARY KEY, a text);
CREATE INDEX i ON old (a);
CREATE SEQUENCE s;
-- sql:
CREATE TABLE carts (id bigint PRIMARY KEY);
ALTER TABLE carts RENAME TO baskets;
ALTER TABLE i RENAME TO j;
ALTER TABLE s RENAME TO s2;
ALTER TABLE old RENAME TO new;
CREATE VIEW old AS SELECT id, a FROM new;
-- good: swapped
-- given:
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE users_next (id uuid PRIMARY KEY);
-- sql:
BEGIN;
ALTER TABLE users RENAME TO users_old;
ALTER TABLE users_next RENAME TO users;
COMMIT;

-- bad, mysql, shop: MySQL
ALTER TABLE products RENAME TO articles;
                     ^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE products RENAME TO articles;
CREATE VIEW products AS SELECT id, name, price FROM articles;

-- bad, mysql: RENAME TABLE
-- given:
CREATE TABLE products (id bigint PRIMARY KEY, `rank` int);
-- sql:
RENAME TABLE products TO articles;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
RENAME TABLE products TO articles;
CREATE VIEW products AS SELECT id, `rank` FROM articles;

-- good, mysql, shop: tables change places
CREATE TABLE products_new LIKE products;
RENAME TABLE products TO products_old, products_new TO products;

-- bad, sqlite, shop: SQLite
ALTER TABLE products RENAME TO articles;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good, sqlite, shop: written anew
CREATE TABLE products_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, price INTEGER);
INSERT INTO products_new (id, name, price) SELECT id, name, price FROM products;
DROP TABLE products;
ALTER TABLE products_new RENAME TO products;
-- good: one table takes the place of another, and no migration creates them
ALTER TABLE members RENAME TO members_old;
ALTER TABLE members_new RENAME TO members;
-- good, mysql only: one statement, and no migration creates them
-- error: 1146
RENAME TABLE members TO members_old, members_new TO members;
