-- A serial key that another table points to becomes bigint.
--- rule
locks/column-type-rewrite
--- given
CREATE TABLE orders (
    id serial PRIMARY KEY,
    "Total" numeric(12, 2) DEFAULT 0 CHECK ("Total" >= 0),
    code text UNIQUE,
    CONSTRAINT unlucky CHECK (id <> 13 OR code IS NULL OR code = 'c13')
);
CREATE INDEX orders_late ON orders (lower(code), id) WHERE id > 3;
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint REFERENCES orders ON DELETE CASCADE);
CREATE INDEX items_order_id_idx ON items (order_id);
COMMENT ON COLUMN orders.id IS 'what customers''s letters say';
INSERT INTO orders ("Total", code) SELECT n, CASE WHEN n % 3 > 0 THEN 'c' || n END FROM generate_series(1, 12000) AS n;
INSERT INTO orders (id, code) VALUES (2147483647, 'last'), (-2147483648, NULL), (0, 'none');
INSERT INTO items SELECT n, nullif(n, 5) FROM generate_series(1, 100) AS n;
--- migration
ALTER TABLE orders ALTER COLUMN id TYPE bigint;
--- down
ALTER TABLE orders ALTER COLUMN id TYPE integer;
--- writes
INSERT INTO orders (code) VALUES ('new' || {n});
INSERT INTO items VALUES (1000 + {n}, {n});
UPDATE orders SET id = id + 1000000 WHERE code = 'new' || ({n} - 1);
DELETE FROM orders WHERE code = 'c' || (50 * {n});
--- holds
SELECT nextval('orders_id_seq') > 12000;
SELECT data_type::text = 'bigint' FROM pg_sequences WHERE sequencename = 'orders_id_seq';
SELECT pg_get_serial_sequence('orders', 'id') = 'public.orders_id_seq';
SELECT col_description('orders'::regclass, attnum) LIKE 'what%' FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attname = 'id';
--- steps
-- 0003_sync_orders_id_new.down.sql
-- 0003_sync_orders_id_new.up.sql
-- 0004_fill_orders_id_new.down.sql
-- 0004_fill_orders_id_new.up.sql
-- 0005_create_orders_pkey_new.down.sql
-- 0005_create_orders_pkey_new.up.sql
-- 0006_create_orders_late_new.down.sql
-- 0006_create_orders_late_new.up.sql
-- 0007_bind_orders_id_new.down.sql
-- 0007_bind_orders_id_new.up.sql
-- 0008_validate_orders_id_new.down.sql
-- 0008_validate_orders_id_new.up.sql
-- 0009_swap_orders_id_new.down.sql
-- 0009_swap_orders_id_new.up.sql
--- differs
-- + column orders.id_old integer false 
-- + index orders_late_old CREATE INDEX orders_late_old ON public.orders USING btree (lower(code), id_old) WHERE (id_old > 3) true
