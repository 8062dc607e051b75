-- bad: nothing is known of the table; unique, in a schema
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS users_email ON app.users (email);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
DROP INDEX CONCURRENTLY IF EXISTS app.users_email;
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS users_email ON app.users (email);
-- good, shop: dropped before, not concurrent, not guarded, without a name
DROP INDEX CONCURRENTLY IF EXISTS orders_note_idx;
CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_note_idx ON orders (note);
CREATE INDEX IF NOT EXISTS orders_total_idx ON orders (total);
CREATE INDEX CONCURRENTLY orders_status_idx ON orders (status);
-- good: a table of the file
CREATE TABLE carts (id bigint PRIMARY KEY, note text);
CREATE INDEX CONCURRENTLY IF NOT EXISTS carts_note_idx ON carts (note);
-- bad, shop: dropped too late
CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_note_idx ON orders (note);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
DROP INDEX CONCURRENTLY IF EXISTS orders_note_idx;
-- fixed:
DROP INDEX CONCURRENTLY IF EXISTS orders_note_idx;
CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_note_idx ON orders (note);
DROP INDEX CONCURRENTLY IF EXISTS orders_note_idx;
