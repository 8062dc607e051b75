-- bad: by its usual name
ALTER TABLE orders DROP CONSTRAINT orders_pkey;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, shop: with its column
ALTER TABLE orders DROP COLUMN id;
                   ^^^^^^^^^^^^^^
-- good, shop: put back later, another constraint, the table goes
ALTER TABLE orders DROP CONSTRAINT orders_pkey;
ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id, user_id);
ALTER TABLE users DROP CONSTRAINT users_email_key;
ALTER TABLE products DROP CONSTRAINT products_pkey;
DROP TABLE products;
-- good: from an index that was built before
ALTER TABLE orders DROP CONSTRAINT orders_pkey, ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_next;
-- good, mysql: a table of the file
CREATE TABLE carts (id bigint PRIMARY KEY);
ALTER TABLE carts DROP PRIMARY KEY;
-- bad, mysql: another key is left
-- given:
CREATE TABLE guests (id bigint PRIMARY KEY, code char(8) NOT NULL, UNIQUE KEY guests_code (code));
-- sql:
ALTER TABLE guests DROP PRIMARY KEY;
                   ^^^^^^^^^^^^^^^^
-- bad: another key is left, and a unique one that lets rows without a value in
-- given:
CREATE TABLE guests (id bigint PRIMARY KEY, code text NOT NULL UNIQUE);
CREATE TABLE rooms (id bigint PRIMARY KEY, code text UNIQUE);
-- sql:
ALTER TABLE guests DROP CONSTRAINT guests_pkey;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE rooms DROP CONSTRAINT rooms_pkey;
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^
