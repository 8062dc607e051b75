-- bad: a foreign key
-- given:
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint CONSTRAINT orders_customer_fk REFERENCES customers);
-- sql:
ALTER TABLE orders DROP CONSTRAINT orders_customer_fk;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good: another rule on deletion
-- given:
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint CONSTRAINT orders_customer_fk REFERENCES customers);
-- sql:
ALTER TABLE orders DROP CONSTRAINT orders_customer_fk;
ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers ON DELETE CASCADE NOT VALID;

-- good: the column goes too
-- given:
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint CONSTRAINT orders_customer_fk REFERENCES customers);
-- sql:
ALTER TABLE orders DROP CONSTRAINT orders_customer_fk;
ALTER TABLE orders DROP COLUMN customer_id;

-- good: a unique index says the same
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, email text CONSTRAINT users_email_key UNIQUE);
-- sql:
CREATE UNIQUE INDEX CONCURRENTLY users_email_idx ON users (email);
ALTER TABLE users DROP CONSTRAINT users_email_key;

-- good: another primary key
-- given:
CREATE TABLE members (team_id bigint, user_id bigint, CONSTRAINT members_pkey PRIMARY KEY (team_id, user_id));
-- sql:
ALTER TABLE members DROP CONSTRAINT members_pkey, ADD PRIMARY KEY (user_id, team_id);

-- good: added by the same file
ALTER TABLE orders ADD CONSTRAINT total_check CHECK (total > 0) NOT VALID;
ALTER TABLE orders DROP CONSTRAINT total_check;
-- good, mysql: replaced by a wider check
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY, total int, CONSTRAINT total_check CHECK (total > 0));
-- sql:
ALTER TABLE orders DROP CONSTRAINT total_check, ADD CONSTRAINT total_check CHECK (total >= 0);

-- bad, mysql: a check
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY, total int, CONSTRAINT total_check CHECK (total > 0));
-- sql:
ALTER TABLE orders DROP CONSTRAINT total_check;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- bad, mysql: a foreign key
-- given:
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (
    id bigint PRIMARY KEY,
    customer_id bigint,
    CONSTRAINT orders_customer_fk FOREIGN KEY (customer_id) REFERENCES customers (id)
);
-- sql:
ALTER TABLE orders DROP FOREIGN KEY orders_customer_fk;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, shop: a CHECK that proved NOT NULL
ALTER TABLE orders ADD CONSTRAINT note_is_there CHECK (note IS NOT NULL) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT note_is_there;
ALTER TABLE orders ALTER COLUMN note SET NOT NULL;
ALTER TABLE orders DROP CONSTRAINT note_is_there;
-- bad: nothing is known of it
ALTER TABLE orders DROP CONSTRAINT orders_user_fk;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE ONLY carts DROP CONSTRAINT IF EXISTS carts_user_fk;
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: nothing is known of it, and another one takes its place, or the table goes
ALTER TABLE orders DROP CONSTRAINT total_check, ADD CONSTRAINT total_check CHECK (total >= 0) NOT VALID;
ALTER TABLE carts DROP CONSTRAINT IF EXISTS carts_user_fk;
ALTER TABLE carts ADD CONSTRAINT carts_user_fk FOREIGN KEY (user_id) REFERENCES users NOT VALID;
ALTER TABLE users DROP CONSTRAINT users_team_fk;
DROP TABLE users;
-- bad, mysql, shop: a unique key as an index
DROP INDEX email ON users;
^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, mysql, shop: an index without a promise
DROP INDEX orders_user_id_idx ON orders;
-- good, shop: another one about some of its columns takes its place
-- given:
ALTER TABLE orders ADD CONSTRAINT orders_sane CHECK (total >= 0 AND user_id > 0);
-- sql:
ALTER TABLE orders DROP CONSTRAINT orders_sane;
ALTER TABLE orders ADD CONSTRAINT orders_sane CHECK (total >= 0) NOT VALID;
-- bad, shop: what earlier migrations promise about one of its columns does not take its place
-- given:
ALTER TABLE orders ADD CONSTRAINT orders_sane CHECK (total >= 0 AND user_id > 0);
ALTER TABLE orders ADD CONSTRAINT orders_small CHECK (total < 1000);
-- sql:
ALTER TABLE orders DROP CONSTRAINT orders_sane;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^
