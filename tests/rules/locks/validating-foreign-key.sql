-- bad: the key of an unknown table, named as PostgreSQL would name it
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE orders ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_user_id_fkey;
-- bad: several keys in one statement
-- given:
CREATE TABLE shops (id bigint PRIMARY KEY);
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, shop_id bigint, user_id bigint);
-- sql:
ALTER TABLE IF EXISTS ONLY public.orders
    ADD CONSTRAINT "Shop" FOREIGN KEY (shop_id) REFERENCES shops, -- the shop
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE DEFERRABLE;
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE IF EXISTS ONLY public.orders
    ADD CONSTRAINT "Shop" FOREIGN KEY (shop_id) REFERENCES shops NOT VALID, -- the shop
    ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE DEFERRABLE NOT VALID;
ALTER TABLE IF EXISTS ONLY public.orders VALIDATE CONSTRAINT orders_user_id_fkey;
ALTER TABLE IF EXISTS ONLY public.orders VALIDATE CONSTRAINT "Shop";
-- bad: in a transaction only NOT VALID can be added
BEGIN;
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
COMMIT;
-- fixed:
BEGIN;
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users NOT VALID;
COMMIT;
-- bad, wrapped: in a file that the tool wraps
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE orders ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users NOT VALID;
-- file: 0002_validate_orders_user_id_fkey.sql
ALTER TABLE orders VALIDATE CONSTRAINT orders_user_id_fkey;
-- bad, wrapped: what follows needs the constraint, so its validation is left to the author
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE orders RENAME TO purchases;
-- fixed:
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users NOT VALID;
ALTER TABLE orders RENAME TO purchases;
-- bad: inside a DO block
DO $$
BEGIN
    ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users;
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
END
$$;
-- fixed:
DO $$
BEGIN
    ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users NOT VALID;
END
$$;
-- bad: a new column with a default is compared
-- given:
CREATE TABLE regions (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY);
-- sql:
ALTER TABLE orders ADD COLUMN region_id bigint DEFAULT 1 REFERENCES regions (id);
                                                         ^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE orders ADD COLUMN region_id bigint DEFAULT 1, ADD CONSTRAINT orders_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions (id) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_region_id_fkey;
-- bad: DEFAULT NULL counts as a default
-- given:
CREATE TABLE regions (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY);
-- sql:
ALTER TABLE orders ADD COLUMN region_id bigint DEFAULT NULL CONSTRAINT region REFERENCES regions NOT NULL;
                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE orders ADD COLUMN region_id bigint DEFAULT NULL NOT NULL, ADD CONSTRAINT region FOREIGN KEY (region_id) REFERENCES regions NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT region;
-- bad: IF NOT EXISTS would not cover the separate constraint, so there is no edit
ALTER TABLE orders ADD COLUMN IF NOT EXISTS region_id bigint DEFAULT 1 REFERENCES regions (id);
                                                                       ^^^^^^^^^^^^^^^^^^^^^^^
-- bad: the column is new in this file, but the rows are read all the same
ALTER TABLE orders ADD COLUMN region_id bigint;
ALTER TABLE orders ADD FOREIGN KEY (region_id) REFERENCES regions (id);
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE orders ADD COLUMN region_id bigint;
ALTER TABLE orders ADD CONSTRAINT orders_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions (id) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_region_id_fkey;
-- bad, postgres 17: a partitioned table refuses NOT VALID before 18
-- given:
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE events (id bigint, user_id bigint) PARTITION BY RANGE (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (1) TO (100);
-- sql:
ALTER TABLE events ADD CONSTRAINT events_user_fk FOREIGN KEY (user_id) REFERENCES users;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, postgres 18: a partitioned table takes NOT VALID since 18
-- given:
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE events (id bigint, user_id bigint) PARTITION BY RANGE (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (1) TO (100);
-- sql:
ALTER TABLE events ADD CONSTRAINT events_user_fk FOREIGN KEY (user_id) REFERENCES users;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE events ADD CONSTRAINT events_user_fk FOREIGN KEY (user_id) REFERENCES users NOT VALID;
ALTER TABLE events VALIDATE CONSTRAINT events_user_fk;
-- good: a new column without a default holds NULL only
ALTER TABLE orders ADD COLUMN region_id bigint REFERENCES regions (id);
-- good, postgres 18: not enforced
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users NOT ENFORCED;
-- good: the referencing table is new
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);
ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users (id);
-- good: temporary tables
CREATE TEMP TABLE picked (user_id bigint);
-- file: 0002_next.sql
ALTER TABLE pg_temp.picked ADD FOREIGN KEY (user_id) REFERENCES others;
-- good: a table known to be small
-- option small_tables: ["settings"]
ALTER TABLE settings ADD FOREIGN KEY (user_id) REFERENCES users;
