-- bad: tables
-- given:
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE users_next (id uuid PRIMARY KEY);
-- sql:
DROP TABLE users;
^^^^^^^^^^^^^^^^
ALTER TABLE users_next RENAME TO users
-- fixed:
BEGIN;
DROP TABLE users;
ALTER TABLE users_next RENAME TO users;
COMMIT;
-- good, wrapped, shop: the tool opens a transaction
ALTER TABLE users DROP COLUMN name;
ALTER TABLE users RENAME COLUMN status TO name;
-- good, shop: another name, a table of the file
ALTER TABLE users DROP COLUMN name;
ALTER TABLE users RENAME COLUMN status TO state;
CREATE TABLE carts (id bigint PRIMARY KEY, a int, b int);
ALTER TABLE carts DROP COLUMN a;
ALTER TABLE carts RENAME COLUMN b TO a;
-- good, mysql: in one statement
-- given:
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE users_next (id bigint PRIMARY KEY);
-- sql:
RENAME TABLE users TO users_old, users_next TO users;
DROP TABLE users_old;
-- bad, mysql, shop: columns, in two statements
ALTER TABLE users DROP COLUMN name;
                  ^^^^^^^^^^^^^^^^
ALTER TABLE users RENAME COLUMN status TO name;
-- good, mysql, shop: columns, in one statement
ALTER TABLE users DROP COLUMN name, CHANGE status name varchar(20) NOT NULL DEFAULT 'new';
-- good, shop: columns, in one transaction
BEGIN;
ALTER TABLE users DROP COLUMN name;
ALTER TABLE users RENAME COLUMN status TO name;
COMMIT;
-- bad, shop: columns
ALTER TABLE users DROP COLUMN name;
                  ^^^^^^^^^^^^^^^^
ALTER TABLE users RENAME COLUMN status TO name;
-- fixed:
BEGIN;
ALTER TABLE users DROP COLUMN name;
ALTER TABLE users RENAME COLUMN status TO name;
COMMIT;
-- bad, mysql: DDL of MySQL commits
-- given:
CREATE TABLE products (id bigint PRIMARY KEY);
CREATE TABLE products_next (id bigint PRIMARY KEY);
-- sql:
START TRANSACTION;
DROP TABLE products;
^^^^^^^^^^^^^^^^^^^
RENAME TABLE products_next TO products;
COMMIT;
