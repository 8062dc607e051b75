-- bad, mysql, shop: REPLACE, a join, CREATE TABLE AS, an isolation level that locks
REPLACE INTO products (id, name, price) SELECT o.id, o.note, 0 FROM orders AS o WHERE o.status = 'x';
                                                                    ^^^^^^^^^^^
INSERT INTO products (name, price) SELECT u.name, 0 FROM users AS u JOIN orders AS o ON o.user_id = u.id;
                                                         ^^^^^^^^^^
CREATE TABLE kept AS SELECT id, total FROM orders WHERE total > 5;
                                           ^^^^^^
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;
INSERT INTO products (name, price) SELECT name, 0 FROM users;
                                                       ^^^^^

-- good, mysql, shop: a key, a range of keys, LIMIT, no table, READ COMMITTED for the session
INSERT INTO products (name, price) SELECT name, 0 FROM users WHERE email = 'a@example.org';
INSERT INTO products (name, price) SELECT name, 0 FROM users WHERE id BETWEEN 1 AND 1000;
INSERT INTO products (name, price) SELECT name, 0 FROM users WHERE id > 1 AND id <= 1000;
INSERT INTO products (name, price) SELECT name, 0 FROM users ORDER BY id LIMIT 10;
INSERT INTO products (name, price) SELECT 'a', 1;
SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED;
INSERT INTO products (name, price) SELECT name, 0 FROM users;

-- good, mysql, shop: a table of this file, a temporary one
CREATE TABLE copies (id bigint PRIMARY KEY, name varchar(200));
INSERT INTO copies (id, name) SELECT id, name FROM users;
CREATE TEMPORARY TABLE some (id bigint PRIMARY KEY, name varchar(200));
INSERT INTO products (name, price) SELECT name, 0 FROM some;

-- bad, mysql only: tables the history does not know
INSERT INTO orders_archive (id, total) SELECT id, total FROM orders WHERE total > 10;
                                                             ^^^^^^
