-- bad: a generated column
-- given:
CREATE TABLE lines (id bigint PRIMARY KEY, n integer, twice integer GENERATED ALWAYS AS (n * 2) STORED);
-- sql:
ALTER TABLE lines ALTER COLUMN twice DROP EXPRESSION;
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: a table that is not known
ALTER TABLE lines ALTER COLUMN n DROP DEFAULT;
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, shop: there is none, another one follows, an identity follows, the column goes
ALTER TABLE orders ALTER COLUMN note DROP DEFAULT;
ALTER TABLE orders ALTER COLUMN status DROP DEFAULT;
ALTER TABLE orders ALTER COLUMN status TYPE text;
ALTER TABLE orders ALTER COLUMN status SET DEFAULT 'new';
ALTER TABLE orders ALTER COLUMN created_at DROP DEFAULT;
ALTER TABLE orders DROP COLUMN created_at;
-- good, shop: a default that the file itself has set
ALTER TABLE orders ALTER COLUMN note SET DEFAULT '';
UPDATE orders SET note = DEFAULT WHERE id = 1;
ALTER TABLE orders ALTER COLUMN note DROP DEFAULT;
-- good: a table of the file that nothing else is known of
ALTER TABLE orders ADD COLUMN region text NOT NULL DEFAULT 'eu';
ALTER TABLE orders ALTER COLUMN region DROP DEFAULT;
-- bad, mysql, shop: NOT NULL
ALTER TABLE orders ALTER COLUMN status DROP DEFAULT;
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, mysql, shop: set again
ALTER TABLE orders ALTER COLUMN status DROP DEFAULT;
ALTER TABLE orders ALTER COLUMN status SET DEFAULT 'open';
-- good: what undoes another migration
-- file: 0001_users.sql
-- +goose Up
CREATE TABLE users (id bigint PRIMARY KEY, status text DEFAULT 'new');
-- file: 0002_status.sql
-- +goose Up
ALTER TABLE users ADD COLUMN note text;
-- +goose Down
ALTER TABLE users ALTER COLUMN status DROP DEFAULT;
