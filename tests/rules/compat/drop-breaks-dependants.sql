-- bad: tables
-- given:
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users (id));
CREATE TABLE base (id bigint PRIMARY KEY);
CREATE TABLE derived () INHERITS (base);
-- sql:
DROP TABLE users;
^^^^^^^^^^^^^^^^
DROP TABLE base;
^^^^^^^^^^^^^^^
-- bad: columns and their types
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY, a integer, b integer GENERATED ALWAYS AS (a * 2) STORED, c text);
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON orders USING (c = current_user);
CREATE VIEW v AS SELECT o.a FROM orders o;
-- sql:
ALTER TABLE orders DROP COLUMN c;
                   ^^^^^^^^^^^^^
ALTER TABLE orders ALTER COLUMN a TYPE bigint;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: types and functions
-- given:
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE notes (id bigint PRIMARY KEY, m mood);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER notes_touch BEFORE UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION touch();
-- sql:
DROP TYPE mood;
^^^^^^^^^^^^^^
DROP FUNCTION touch();
^^^^^^^^^^^^^^^^^^^^^
-- bad: a view over a view
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE VIEW v AS SELECT id FROM orders;
CREATE MATERIALIZED VIEW m AS SELECT id FROM v;
-- sql:
DROP VIEW v;
^^^^^^^^^^^
-- fixed:
DROP MATERIALIZED VIEW m;
DROP VIEW v;
-- good: dropped above, in the same statement, with CASCADE
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, a text);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users (id));
CREATE VIEW v AS SELECT id, a FROM users;
CREATE VIEW w AS SELECT id FROM users;
-- sql:
DROP VIEW v;
ALTER TABLE users DROP COLUMN a;
DROP VIEW w;
DROP TABLE users, orders;
-- good: another column of that name, a rename that views follow
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, a text);
CREATE TABLE orders (id bigint PRIMARY KEY, a text);
CREATE VIEW v AS SELECT u.id, o.a FROM users u JOIN orders o ON o.id = u.id;
-- sql:
ALTER TABLE users DROP COLUMN a;
ALTER TABLE orders RENAME COLUMN a TO b;
ALTER TABLE orders RENAME TO purchases;
-- good: the same name in another schema
-- given:
CREATE SCHEMA archive;
CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE TABLE archive.orders (id bigint PRIMARY KEY);
CREATE VIEW v AS SELECT id FROM orders;
-- sql:
DROP TABLE archive.orders;

-- good: nothing depends on it
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE VIEW order_ids AS SELECT id FROM orders;
-- sql:
CREATE TABLE notes (id bigint PRIMARY KEY);
DROP TABLE notes;

-- bad, mysql: a foreign key
-- given:
CREATE TABLE teams (id bigint PRIMARY KEY);
CREATE TABLE players (id bigint PRIMARY KEY, team_id bigint, FOREIGN KEY (team_id) REFERENCES teams (id));
-- error: 1451
-- sql:
DROP TABLE teams;
^^^^^^^^^^^^^^^^

-- bad, mysql: a column that a foreign key refers to
-- given:
CREATE TABLE teams (id bigint PRIMARY KEY, code varchar(10) NOT NULL UNIQUE);
CREATE TABLE players (id bigint PRIMARY KEY, team varchar(10), FOREIGN KEY (team) REFERENCES teams (code));
-- error: 1553
-- sql:
ALTER TABLE teams DROP COLUMN code;
                  ^^^^^^^^^^^^^^^^

-- bad, mysql, sqlite, shop: a view that stays behind
-- given:
CREATE VIEW order_totals AS SELECT id, total FROM orders;
-- sql:
DROP TABLE orders;
^^^^^^^^^^^^^^^^^

-- bad, mysql, shop: a view of a column
-- given:
CREATE VIEW order_totals AS SELECT id, total FROM orders;
-- sql:
ALTER TABLE orders DROP COLUMN total;
                   ^^^^^^^^^^^^^^^^^

-- good, mysql: all together, or without checks
CREATE TABLE teams (id bigint PRIMARY KEY);
CREATE TABLE players (id bigint PRIMARY KEY, team_id bigint, FOREIGN KEY (team_id) REFERENCES teams (id));
DROP TABLE players, teams;
CREATE TABLE teams (id bigint PRIMARY KEY);
CREATE TABLE players (id bigint PRIMARY KEY, team_id bigint, FOREIGN KEY (team_id) REFERENCES teams (id));
SET foreign_key_checks = 0;
DROP TABLE teams;

-- good, mysql, sqlite, shop: the view first
-- given:
CREATE VIEW order_totals AS SELECT id, total FROM orders;
-- sql:
DROP VIEW order_totals;
DROP TABLE orders;

-- good, sqlite, shop: a table that is written anew
-- given:
CREATE VIEW product_names AS SELECT id, name FROM products;
-- sql:
PRAGMA legacy_alter_table = ON;
CREATE TABLE products_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, price INTEGER);
INSERT INTO products_new (id, name, price) SELECT id, name, price FROM products;
DROP TABLE products;
ALTER TABLE products_new RENAME TO products;
-- bad, mysql, shop: views of MySQL do not follow a new name
-- given:
CREATE VIEW names AS SELECT name FROM users;
-- sql:
ALTER TABLE users RENAME COLUMN name TO full_name;
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, mysql, sqlite, shop: no view reads it
-- given:
CREATE VIEW names AS SELECT name FROM users;
-- sql:
ALTER TABLE users RENAME COLUMN status TO state;
-- good, shop: views of PostgreSQL follow
-- given:
CREATE VIEW names AS SELECT name FROM users;
-- sql:
ALTER TABLE users RENAME COLUMN name TO full_name;
-- bad, shop: bodies of functions
-- given:
CREATE FUNCTION paid() RETURNS bigint LANGUAGE sql AS $$ SELECT sum(o.total) FROM orders o $$;
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.status := 'new'; RETURN NEW; END $$;
CREATE TRIGGER stamp BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE FUNCTION rename_users() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    UPDATE users SET name = upper(name);
END $$;
-- sql:
ALTER TABLE orders RENAME COLUMN total TO amount;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE users DROP COLUMN status;
                  ^^^^^^^^^^^^^^^^^^
ALTER TABLE users RENAME TO members;
                  ^^^^^^^^^^^^^^^^^
-- good, shop: bodies of functions that are made again, dropped, or find the old name
-- given:
CREATE FUNCTION paid() RETURNS bigint LANGUAGE sql AS $$ SELECT sum(total) FROM orders $$;
CREATE FUNCTION paid_by(who bigint) RETURNS bigint LANGUAGE sql AS $$ SELECT sum(total) FROM orders WHERE user_id = who $$;
CREATE FUNCTION names() RETURNS SETOF text LANGUAGE sql AS $$ SELECT name FROM users $$;
-- sql:
DROP FUNCTION paid_by(bigint);
ALTER TABLE orders RENAME COLUMN total TO amount;
CREATE OR REPLACE FUNCTION paid() RETURNS bigint LANGUAGE sql AS $$ SELECT sum(amount) FROM orders $$;
ALTER TABLE users RENAME TO members;
CREATE VIEW users AS SELECT * FROM members;
-- good, shop: a column of that name elsewhere, a comment, and a trigger of another table
-- given:
CREATE TABLE invoices (id bigint PRIMARY KEY, total int);
CREATE FUNCTION paid() RETURNS bigint LANGUAGE sql AS $$ SELECT sum(total) FROM invoices -- not of orders
$$;
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.total := 0; RETURN NEW; END $$;
CREATE TRIGGER stamp BEFORE INSERT ON invoices FOR EACH ROW EXECUTE FUNCTION stamp();
-- sql:
ALTER TABLE orders RENAME COLUMN total TO amount;
-- good, shop: the server knows what these bodies read, and a new name reaches them
-- given:
CREATE FUNCTION paid() RETURNS bigint LANGUAGE sql RETURN (SELECT sum(total) FROM orders);
-- sql:
ALTER TABLE orders RENAME COLUMN total TO amount;
-- bad, mysql, shop: the body of a procedure
-- given:
CREATE PROCEDURE clean() UPDATE users SET name = upper(name);
-- sql:
ALTER TABLE users RENAME COLUMN name TO full_name;
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, shop: a parameter that is called like the column
-- given:
CREATE FUNCTION named(name text) RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM users WHERE email = name $$;
-- sql:
ALTER TABLE users DROP COLUMN name;
