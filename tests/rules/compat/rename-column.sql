-- bad: unknown table, a view, a composite type
-- given:
CREATE VIEW v AS SELECT 1 AS a;
CREATE TYPE address AS (street text);
-- sql:
ALTER TABLE users RENAME name TO full_name;
                  ^^^^^^^^^^^^^^^^^^^^^^^^
ALTER VIEW v RENAME COLUMN a TO b;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TYPE address RENAME ATTRIBUTE street TO road;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: a column that takes the place of one dropped above
ALTER TABLE users ADD COLUMN new_email text;
ALTER TABLE users DROP COLUMN email;
ALTER TABLE users RENAME COLUMN new_email TO email;
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: new tables and columns, other renames
CREATE TABLE carts (id bigint PRIMARY KEY, a text);
ALTER TABLE carts RENAME COLUMN a TO b;
ALTER TABLE users ADD COLUMN a text;
ALTER TABLE users RENAME COLUMN a TO b;
ALTER TABLE users RENAME CONSTRAINT c TO d;
ALTER INDEX i RENAME TO j;
-- good: the old name lives on as a generated column
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- sql:
ALTER TABLE users RENAME COLUMN name TO full_name;
ALTER TABLE users ADD COLUMN name text GENERATED ALWAYS AS (full_name) STORED;
-- good: a view takes the place of the table
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- sql:
ALTER TABLE users RENAME COLUMN name TO full_name;
ALTER TABLE users RENAME TO people;
CREATE VIEW users AS SELECT id, full_name AS name FROM people;

-- bad, mysql, shop: MySQL
ALTER TABLE users RENAME COLUMN name TO full_name;
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- bad, sqlite, shop: SQLite
ALTER TABLE users RENAME COLUMN name TO full_name;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- bad, mysql, shop: CHANGE
ALTER TABLE users CHANGE COLUMN name full_name varchar(200);
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good, mysql, shop: the same name
ALTER TABLE users CHANGE name Name varchar(300);

-- bad, sqlite, shop: in a table that is written anew
CREATE TABLE products_new (id INTEGER PRIMARY KEY, label TEXT NOT NULL, price INTEGER NOT NULL);
INSERT INTO products_new (id, label, price) SELECT id, name, price FROM products;
DROP TABLE products;
^^^^^^^^^^^^^^^^^^^
ALTER TABLE products_new RENAME TO products;

-- good, mysql, sqlite: a table of the file
CREATE TABLE carts (id bigint PRIMARY KEY, name text);
ALTER TABLE carts RENAME COLUMN name TO label;
-- good: the table moves away first, and a view takes its place
BEGIN;
ALTER TABLE members RENAME TO members_data;
ALTER TABLE members_data RENAME COLUMN mail TO email;
CREATE VIEW members AS SELECT id, email AS mail FROM members_data;
COMMIT;
-- bad: the table moves away, and nothing takes its place
ALTER TABLE members RENAME TO guests;
ALTER TABLE guests RENAME COLUMN mail TO email;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^
