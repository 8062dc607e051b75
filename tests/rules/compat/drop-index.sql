-- bad, shop: a unique index, the only index of a foreign key
-- given:
CREATE UNIQUE INDEX products_name_key ON products (name);
ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users;
-- sql:
DROP INDEX products_name_key;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^
DROP INDEX orders_user_id_idx;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: not known
DROP INDEX CONCURRENTLY users_email_key;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, shop: covered, made again, not known and maybe not there
-- given:
CREATE INDEX orders_user_status_idx ON orders (user_id, status);
CREATE INDEX orders_status_idx ON orders (status);
-- sql:
DROP INDEX orders_user_id_idx;
DROP INDEX CONCURRENTLY IF EXISTS orders_status_idx;
CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);
DROP INDEX IF EXISTS never_there;
