-- bad: nothing is known of it
ALTER TABLE orders ALTER status DROP NOT NULL;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, postgres 18: the constraint by name
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY, status text CONSTRAINT has_status NOT NULL);
-- sql:
ALTER TABLE orders DROP CONSTRAINT has_status;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: before the column is dropped
ALTER TABLE orders ALTER COLUMN status DROP NOT NULL;
ALTER TABLE orders DROP COLUMN status;
-- good: nullable already
-- given:
CREATE TABLE orders (id bigint PRIMARY KEY, status text);
-- sql:
ALTER TABLE orders ALTER COLUMN status DROP NOT NULL;
-- good: new tables
CREATE TABLE carts (id bigint PRIMARY KEY, status text NOT NULL);
ALTER TABLE carts ALTER COLUMN status DROP NOT NULL;

-- bad, mysql, shop: MODIFY says NULL
ALTER TABLE orders MODIFY status varchar(40) NULL DEFAULT 'new';
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- bad, mysql, shop: CHANGE says NULL
ALTER TABLE orders CHANGE status state varchar(20) NULL;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good, mysql, shop: NOT NULL again, or nullable before
ALTER TABLE orders MODIFY status varchar(40) NOT NULL DEFAULT 'new', MODIFY note mediumtext NULL;
-- bad, mysql, shop: a definition that does not say NOT NULL any more
ALTER TABLE users MODIFY email varchar(200);
                  ^^^^^^^^^^^^^^^^^^^^^^^^^
