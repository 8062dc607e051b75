-- bad, wrapped: once in a transaction
ALTER TABLE orders ADD COLUMN a text;
UPDATE users SET a = 'x' WHERE a IS NULL;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
UPDATE users SET a = 'y' WHERE a IS NULL;
-- good, wrapped: slow work on the locked table alone is what other rules report at the same place
ALTER TABLE orders ADD COLUMN a text;
UPDATE orders SET a = 'x' WHERE a IS NULL;
CREATE INDEX i ON orders (a);
ALTER TABLE orders ADD CONSTRAINT a_user FOREIGN KEY (a) REFERENCES users;
-- bad: an index build on another table
BEGIN;
ALTER TABLE orders ADD COLUMN a text;
CREATE INDEX i ON users (email);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
COMMIT;
-- bad: rows copied from another table
BEGIN;
ALTER TABLE drafts ADD COLUMN x text;
INSERT INTO orders (id) SELECT id FROM imports;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
COMMIT;
-- bad: a DO block
DO $$ BEGIN
    ALTER TABLE orders ADD COLUMN a text;
    UPDATE users SET b = 1;
    ^^^^^^^^^^^^^^^^^^^^^^
END $$;
-- good: autocommit
ALTER TABLE orders ADD COLUMN a text;
UPDATE users SET b = 1;
-- good: the slow statement locks the same table against everyone itself
BEGIN;
ALTER TABLE orders ADD COLUMN a text;
ALTER TABLE orders ALTER COLUMN n TYPE bigint;
COMMIT;
-- good: the locked table is new
BEGIN;
CREATE TABLE notes (id bigint PRIMARY KEY);
ALTER TABLE notes ADD COLUMN a text;
UPDATE users SET b = 1;
COMMIT;
-- good: bookkeeping
BEGIN;
ALTER TABLE orders ADD COLUMN a text;
INSERT INTO schema_migrations (version) VALUES ('12');
COMMENT ON COLUMN orders.a IS 'x';
SET LOCAL lock_timeout = '5s';
COMMIT;
-- good: COMMIT between
BEGIN;
ALTER TABLE orders ADD COLUMN a text;
COMMIT;
BEGIN;
UPDATE users SET b = 1;
COMMIT;
-- good, wrapped: an index is replaced by another one
-- given:
CREATE TABLE posts (id bigint PRIMARY KEY, a text);
CREATE INDEX posts_a ON posts (a);
-- sql:
DROP INDEX posts_a;
CREATE INDEX posts_lower_a ON posts (lower(a));
-- bad, wrapped: and work on another table
-- given:
CREATE TABLE posts (id bigint PRIMARY KEY, a text);
CREATE INDEX posts_a ON posts (a);
-- sql:
DROP INDEX posts_a;
UPDATE users SET a = 'x' WHERE a IS NULL;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, shop: rows are loaded
-- error: 57014
BEGIN;
ALTER TABLE orders ADD COLUMN channel text;
COPY users (email) FROM '/var/lib/nowhere.csv';
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
COMMIT;
-- good, shop: a comment, a setting and a table without rows
BEGIN;
ALTER TABLE orders ADD COLUMN channel text;
COMMENT ON COLUMN orders.channel IS 'Where the order came from.';
SET LOCAL work_mem = '1MB';
CREATE TABLE carts (LIKE orders);
INSERT INTO users (email, status) VALUES ('robot@example.org', 'active');
COMMIT;
-- good, shop: foreign keys of a new table without rows
BEGIN;
ALTER TABLE orders ADD COLUMN channel text;
CREATE TABLE carts (id bigint PRIMARY KEY, user_id bigint);
ALTER TABLE carts ADD FOREIGN KEY (user_id) REFERENCES users (id);
CREATE INDEX carts_user_idx ON carts (user_id);
COMMIT;
-- bad, shop: foreign keys of a new table that has been filled
BEGIN;
ALTER TABLE orders ADD COLUMN channel text;
CREATE TABLE carts (id bigint PRIMARY KEY, user_id bigint);
INSERT INTO carts (id, user_id) VALUES (1, NULL);
ALTER TABLE carts ADD FOREIGN KEY (user_id) REFERENCES users (id);
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
COMMIT;
-- good, shop: nobody uses a table that is dropped
BEGIN;
DROP TABLE orders;
UPDATE products SET name = trim(name);
COMMIT;
-- bad: a SELECT that reads all rows, of the locked table too
BEGIN;
ALTER TABLE "Members" RENAME COLUMN x TO y;
SELECT count(*) FROM "Members" WHERE y IS NULL;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
COMMIT;
-- good: a SELECT that reads few rows, or what the server itself knows
BEGIN;
ALTER TABLE members RENAME COLUMN x TO y;
SELECT y FROM members WHERE id = 7;
SELECT y FROM members LIMIT 5;
SELECT setval('members_id_seq', (SELECT max(id) FROM members));
SELECT relname FROM pg_class;
SELECT table_name FROM information_schema.tables;
COMMIT;
-- good: a SELECT from a table that the transaction makes, and one before the lock
BEGIN;
SELECT count(*) FROM members;
ALTER TABLE members RENAME COLUMN x TO y;
CREATE TABLE guests (id bigint PRIMARY KEY);
SELECT count(*) FROM guests;
COMMIT;
SELECT count(*) FROM members;
-- good: what a tool notes of its own
BEGIN;
ALTER TABLE members ADD COLUMN note text;
UPDATE alembic_version SET version_num = 'b2' WHERE alembic_version.version_num = 'a1';
COMMIT;

-- good: a sequence, which is one row
-- given:
CREATE SEQUENCE part_numbers;
CREATE TABLE parts (id bigint PRIMARY KEY, no bigint NOT NULL DEFAULT nextval('part_numbers'));
-- sql:
BEGIN;
ALTER TABLE parts ALTER COLUMN no DROP DEFAULT;
SELECT setval('part_numbers', last_value, is_called) FROM part_numbers;
COMMIT;
