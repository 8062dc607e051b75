-- bad, shop: every way to name a column
-- error: 42703
ALTER TABLE orders RENAME COLUMN colour TO color;
                                 ^^^^^^
ALTER TABLE orders ALTER COLUMN colour SET NOT NULL;
                                ^^^^^^
CREATE INDEX orders_colour_idx ON orders (status, colour);
                                                  ^^^^^^
ALTER TABLE orders ADD FOREIGN KEY (owner_id) REFERENCES users (uid);
                                    ^^^^^^^^                    ^^^
ALTER TABLE orders ADD COLUMN note text;
                              ^^^^
-- bad: over several files
-- error: 42703
-- file: 0001_orders.sql
CREATE TABLE orders (id bigint PRIMARY KEY, note text);
-- file: 0002_note.sql
ALTER TABLE orders DROP COLUMN note;
-- file: 0003_note.sql
ALTER TABLE orders ALTER COLUMN note SET DEFAULT '';
                                ^^^^
-- bad: a table that is there
-- error: 42P07
CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY);
             ^^^^^^
-- good, shop: guarded, dropped before, a partial column list that nobody knows
CREATE TABLE IF NOT EXISTS orders (id bigint PRIMARY KEY);
DROP TABLE products;
CREATE TABLE products (id bigint PRIMARY KEY);
ALTER TABLE orders ADD COLUMN IF NOT EXISTS note text;
CREATE TEMPORARY TABLE users (id bigint);
ALTER TABLE never_seen DROP COLUMN colour;
-- good: a table made of a query, one that the history only mentions
-- given:
CREATE TABLE made AS SELECT 1 AS a;
ALTER TABLE mentioned ADD COLUMN a int;
-- sql:
ALTER TABLE made DROP COLUMN b;
ALTER TABLE mentioned DROP COLUMN b;
-- good, shop: a block that puts its statements together
DO $$ BEGIN EXECUTE format('ALTER TABLE orders ADD COLUMN %I text', 'colour'); END $$;
ALTER TABLE orders DROP COLUMN colour;
-- good, shop: a statement that could not be read
ALTER TABLE orders FROBNICATE COLUMN colour;
ALTER TABLE orders DROP COLUMN colour;
-- good: two scripts, of which one is run
-- file: small.sql
CREATE TABLE orders (id bigint PRIMARY KEY);
-- file: large.sql
CREATE TABLE orders (id bigint PRIMARY KEY, note text);
-- good, mysql, sqlite, shop: whatever the case of names
ALTER TABLE orders RENAME COLUMN Note TO remark;
-- bad, mysql, shop: twice
-- error: 1060
ALTER TABLE orders ADD COLUMN note text;
                              ^^^^
