-- bad: a value of an enum; a column that nobody gives
-- given:
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE diary (id bigint PRIMARY KEY, felt mood);
-- sql:
ALTER TYPE mood RENAME VALUE 'sad' TO 'low';
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE diary DROP COLUMN felt;
-- good: an initial schema
CREATE TABLE carts (id bigint PRIMARY KEY, a text);
ALTER TABLE carts DROP COLUMN a;
ALTER TABLE carts RENAME TO baskets;
-- bad, mysql, sqlite, shop: other engines
DROP TABLE products;
^^^^^^^^^^^^^^^^^^^
-- good, mysql, sqlite, shop: more
ALTER TABLE users ADD COLUMN motto varchar(100);
