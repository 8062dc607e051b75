-- bad: unknown tables, several actions, a DO block
ALTER TABLE orders DROP COLUMN IF EXISTS a, DROP b;
                   ^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^
DO $$ BEGIN ALTER TABLE orders DROP COLUMN a; END $$;
                               ^^^^^^^^^^^^^
-- bad: replaced in one go
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, email text);
-- sql:
ALTER TABLE users ADD COLUMN mail text;
UPDATE users SET mail = email;
ALTER TABLE users DROP COLUMN email;
                  ^^^^^^^^^^^^^^^^^
ALTER TABLE users RENAME COLUMN mail TO email;
-- good: computed when it is read
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, email text, mail text GENERATED ALWAYS AS (lower(email)) VIRTUAL);
-- sql:
ALTER TABLE users DROP COLUMN mail;
-- good: not there
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, email text);
-- sql:
ALTER TABLE users DROP COLUMN IF EXISTS mail;
-- good: temporary and foreign tables
CREATE TEMPORARY TABLE t (id bigint, a text);
ALTER TABLE t DROP COLUMN a;

-- bad, sqlite, shop: SQLite
ALTER TABLE orders DROP COLUMN note;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- bad, mysql, shop: one action of several
ALTER TABLE orders ADD COLUMN channel varchar(20), DROP note;
                                                   ^^^^^^^^^

-- bad, sqlite, shop: a column that a rebuilt table does not take over
CREATE TABLE products_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO products_new (id, name) SELECT id, name FROM products;
DROP TABLE products;
^^^^^^^^^^^^^^^^^^^
ALTER TABLE products_new RENAME TO products;

-- good, sqlite, shop: a table that is written anew with all its columns
CREATE TABLE products_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, price INTEGER NOT NULL CHECK (price > 0));
INSERT INTO products_new (id, name, price) SELECT id, name, price FROM products;
DROP TABLE products;
ALTER TABLE products_new RENAME TO products;

-- good, mysql, sqlite: a table that the file creates
CREATE TABLE carts (id bigint PRIMARY KEY, scratch text);
ALTER TABLE carts DROP COLUMN scratch;
