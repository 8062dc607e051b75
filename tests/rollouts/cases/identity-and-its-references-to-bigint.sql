-- An identity in a schema of its own, under names that need quotes, with the columns that point to it.
--- rule
types/narrow-integer-key
--- guidance
--- later
--- accepts
keys/cascade-deletes-business-data
--- given
CREATE SCHEMA shop;
CREATE TABLE shop."Users" (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "eMail" text NOT NULL);
CREATE TABLE shop.orders (
    "user id" int NOT NULL REFERENCES shop."Users" (id) ON DELETE CASCADE,
    no bigint NOT NULL,
    "order" int REFERENCES shop."Users",
    PRIMARY KEY ("user id", no)
);
CREATE INDEX "orders_Order" ON shop.orders ("order" DESC NULLS LAST) INCLUDE (no);
INSERT INTO shop."Users" ("eMail") SELECT 'u' || n FROM generate_series(1, 6000) AS n;
INSERT INTO shop.orders SELECT n, n % 7, nullif(n, 9) FROM generate_series(1, 5500) AS n;
--- migration
ALTER TABLE shop.orders ALTER "user id" TYPE bigint, ALTER "order" TYPE bigint;
ALTER TABLE shop."Users" ALTER id TYPE bigint;
--- down
ALTER TABLE shop."Users" ALTER id TYPE int;
ALTER TABLE shop.orders ALTER "user id" TYPE int, ALTER "order" TYPE int;
--- writes
INSERT INTO shop."Users" ("eMail") VALUES ('new' || {n});
INSERT INTO shop.orders ("user id", no, "order") VALUES (5600 + {n}, 1, {n});
DELETE FROM shop."Users" WHERE "eMail" = 'u' || (6000 - {n});
UPDATE shop.orders SET "order" = {n} WHERE "order" BETWEEN 100 * {n} AND 100 * {n} + 5;
--- holds
SELECT nextval('shop."Users_id_seq"') > 6000;
SELECT attidentity = 'a' FROM pg_attribute WHERE attrelid = 'shop."Users"'::regclass AND attname = 'id';
--- steps
-- 0003_add_orders_user_id_new.down.sql
-- 0003_add_orders_user_id_new.up.sql
-- 0004_sync_orders_user_id_new.down.sql
-- 0004_sync_orders_user_id_new.up.sql
-- 0005_fill_orders_user_id_new.down.sql
-- 0005_fill_orders_user_id_new.up.sql
-- 0006_create_orders_pkey_new.down.sql
-- 0006_create_orders_pkey_new.up.sql
-- 0007_bind_orders_user_id_new.down.sql
-- 0007_bind_orders_user_id_new.up.sql
-- 0008_validate_orders_user_id_new.down.sql
-- 0008_validate_orders_user_id_new.up.sql
-- 0009_swap_orders_user_id_new.down.sql
-- 0009_swap_orders_user_id_new.up.sql
-- 0010_add_orders_order_new.down.sql
-- 0010_add_orders_order_new.up.sql
-- 0011_sync_orders_order_new.down.sql
-- 0011_sync_orders_order_new.up.sql
-- 0012_fill_orders_order_new.down.sql
-- 0012_fill_orders_order_new.up.sql
-- 0013_create_orders_order_new.down.sql
-- 0013_create_orders_order_new.up.sql
-- 0014_bind_orders_order_new.down.sql
-- 0014_bind_orders_order_new.up.sql
-- 0015_validate_orders_order_new.down.sql
-- 0015_validate_orders_order_new.up.sql
-- 0016_swap_orders_order_new.down.sql
-- 0016_swap_orders_order_new.up.sql
-- 0017_add_users_id_new.down.sql
-- 0017_add_users_id_new.up.sql
-- 0018_sync_users_id_new.down.sql
-- 0018_sync_users_id_new.up.sql
-- 0019_fill_users_id_new.down.sql
-- 0019_fill_users_id_new.up.sql
-- 0020_create_users_pkey_new.down.sql
-- 0020_create_users_pkey_new.up.sql
-- 0021_bind_users_id_new.down.sql
-- 0021_bind_users_id_new.up.sql
-- 0022_validate_users_id_new.down.sql
-- 0022_validate_users_id_new.up.sql
-- 0023_swap_users_id_new.down.sql
-- 0023_swap_users_id_new.up.sql
--- differs
-- + column shop."Users".id_old integer false 
-- + column shop.orders.order_old integer false 
-- + column shop.orders.user id_old integer false 
-- + index shop."orders_Order_old" CREATE INDEX "orders_Order_old" ON shop.orders USING btree (order_old DESC NULLS LAST) INCLUDE (no) true
