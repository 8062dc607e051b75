-- bad, shop, wrapped: once a transaction
ALTER TABLE orders ADD COLUMN region text;
ALTER TABLE users RENAME COLUMN name TO full_name;
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE products ADD COLUMN weight int;
-- good, shop: nobody uses tables that are dropped
BEGIN;
DROP TABLE orders;
DROP TABLE products;
ALTER TABLE users ADD COLUMN region text;
COMMIT;
-- bad, shop: a third table beside a foreign key
-- given:
ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users (id);
-- sql:
BEGIN;
ALTER TABLE orders DROP CONSTRAINT orders_user_fk;
ALTER TABLE products ADD COLUMN weight int;
                     ^^^^^^^^^^^^^^^^^^^^^
COMMIT;
-- good, shop: a foreign key goes, which locks both its tables
-- given:
ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users (id);
-- sql:
BEGIN;
ALTER TABLE orders DROP CONSTRAINT orders_user_fk;
ALTER TABLE users ADD COLUMN note text;
ALTER TABLE orders ADD COLUMN region text;
COMMIT;
-- good: partitions and their table
-- given:
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2023 PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
-- sql:
BEGIN;
ALTER TABLE events_2023 ALTER COLUMN id SET DEFAULT 1;
ALTER TABLE events_2024 ALTER COLUMN id SET DEFAULT 1;
ALTER TABLE events ADD COLUMN note text;
COMMIT;
-- good, shop: the table and its indexes
BEGIN;
DROP INDEX orders_user_id_idx;
ALTER TABLE orders ADD COLUMN note2 text;
COMMIT;
-- good, shop: one of them is new, temporary, or locked for writes only
BEGIN;
CREATE TABLE carts (id bigint PRIMARY KEY);
CREATE TEMP TABLE picked (id bigint);
ALTER TABLE orders ADD COLUMN region text;
ALTER TABLE carts ADD COLUMN region text;
ALTER TABLE picked ADD COLUMN region text;
CREATE INDEX users_name_idx ON users (name);
COMMIT;
-- good, shop: one statement
DROP TABLE orders, users;
-- good, shop: each in its own transaction
BEGIN;
ALTER TABLE orders ADD COLUMN region text;
COMMIT;
BEGIN;
ALTER TABLE users ADD COLUMN region text;
COMMIT;
-- good: a table that another one references goes right behind it
-- given:
CREATE TABLE agents (id bigint PRIMARY KEY);
CREATE TABLE tasks (id bigint PRIMARY KEY, agent_id bigint REFERENCES agents (id));
CREATE TABLE stats (id bigint PRIMARY KEY, tasks integer);
-- sql:
BEGIN;
DROP TABLE tasks;
DROP TABLE agents;
ALTER TABLE stats DROP COLUMN tasks;
COMMIT;
-- bad, shop: two foreign keys of a table that is dropped
-- given:
ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users (id);
ALTER TABLE orders ADD COLUMN gift_id bigint CONSTRAINT orders_gift_fk REFERENCES products (id);
-- sql:
BEGIN;
ALTER TABLE orders DROP CONSTRAINT orders_user_fk;
ALTER TABLE orders DROP CONSTRAINT orders_gift_fk;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
DROP TABLE orders;
COMMIT;
