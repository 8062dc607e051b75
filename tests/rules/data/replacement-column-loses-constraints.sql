-- bad: a foreign key and its index
-- given:
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id int REFERENCES customers);
CREATE INDEX orders_customer_id_idx ON orders (customer_id);
-- sql:
ALTER TABLE orders ADD COLUMN customer bigint;
                              ^^^^^^^^^^^^^^^
UPDATE orders SET customer = customer_id;
ALTER TABLE orders DROP COLUMN customer_id;

-- good: it gets them at the end
-- given:
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id int REFERENCES customers);
CREATE INDEX orders_customer_id_idx ON orders (customer_id);
-- sql:
ALTER TABLE orders ADD COLUMN customer bigint;
UPDATE orders SET customer = customer_id;
ALTER TABLE orders DROP COLUMN customer_id;
ALTER TABLE orders RENAME COLUMN customer TO customer_id;
ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers NOT VALID;
CREATE INDEX CONCURRENTLY orders_customer_idx ON orders (customer_id);

-- good: the values went elsewhere before
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, email text UNIQUE, label text);
-- sql:
UPDATE users SET label = email;
ALTER TABLE users DROP COLUMN email;

-- good: it gets them before
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL UNIQUE);
-- sql:
ALTER TABLE users ADD COLUMN mail varchar(255) UNIQUE;
UPDATE users SET mail = lower(email);
ALTER TABLE users ALTER COLUMN mail SET NOT NULL;
ALTER TABLE users DROP COLUMN email;
ALTER TABLE users RENAME COLUMN mail TO email;

-- good: nothing was promised
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY, note text);
-- sql:
ALTER TABLE orders ADD COLUMN remark text;
UPDATE orders SET remark = note;
ALTER TABLE orders DROP COLUMN note;

-- bad, mysql: not null and uniqueness
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, email varchar(100) NOT NULL UNIQUE);
-- sql:
ALTER TABLE users ADD COLUMN mail varchar(255);
                             ^^^^^^^^^^^^^^^^^
UPDATE users SET mail = email;
ALTER TABLE users DROP COLUMN email;

-- good, mysql: it gets them
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, email varchar(100) NOT NULL UNIQUE);
-- sql:
ALTER TABLE users ADD COLUMN mail varchar(255) UNIQUE;
UPDATE users SET mail = email;
ALTER TABLE users DROP COLUMN email, MODIFY COLUMN mail varchar(255) NOT NULL;

-- bad, sqlite: not null
-- given:
CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL);
-- sql:
ALTER TABLE users ADD COLUMN mail text;
                             ^^^^^^^^^
UPDATE users SET mail = email;
ALTER TABLE users DROP COLUMN email;

-- good, sqlite: nothing was promised
-- given:
CREATE TABLE users (id integer PRIMARY KEY, email text);
-- sql:
ALTER TABLE users ADD COLUMN mail text;
UPDATE users SET mail = email;
ALTER TABLE users DROP COLUMN email;

-- bad: the table is not known, and the new column gets the old name
-- sql:
ALTER TABLE users ADD COLUMN new_email varchar(255);
                             ^^^^^^^^^^^^^^^^^^^^^^
UPDATE users SET new_email = email;
ALTER TABLE users DROP COLUMN email;
ALTER TABLE users RENAME COLUMN new_email TO email;

-- good: the table is not known, and the new column gets a key
-- sql:
ALTER TABLE users ADD COLUMN new_email varchar(255);
UPDATE users SET new_email = email;
CREATE UNIQUE INDEX CONCURRENTLY users_new_email_key ON users (new_email);
ALTER TABLE users DROP COLUMN email;
ALTER TABLE users RENAME COLUMN new_email TO email;

-- good: the table is not known, and the new column keeps its name
-- sql:
ALTER TABLE orders ADD COLUMN remark text;
UPDATE orders SET remark = note;
ALTER TABLE orders DROP COLUMN note;
