-- bad, shop: forgotten, foreign, lost
-- +goose Up
CREATE TABLE carts (id bigint PRIMARY KEY);
             ^^^^^
ALTER TABLE users ADD COLUMN motto text;
                  ^^^^^^^^^^^^^^^^^^^^^
CREATE INDEX users_name_idx ON users (name);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE orders DROP COLUMN note;
                   ^^^^^^^^^^^^^^^^
-- +goose Down
DROP TABLE products;
^^^^^^^^^^^^^^^^^^^
ALTER TABLE users DROP COLUMN status;
                  ^^^^^^^^^^^^^^^^^^
-- good, shop: indexes and constraints go with their columns and tables
-- +goose Up
CREATE TABLE carts (id bigint PRIMARY KEY, note text);
CREATE INDEX carts_note_idx ON carts (note);
ALTER TABLE users ADD COLUMN motto text;
CREATE INDEX users_motto_idx ON users (motto);
ALTER TABLE orders DROP COLUMN note;
-- +goose Down
ALTER TABLE orders ADD COLUMN note text;
ALTER TABLE users DROP COLUMN motto;
DROP TABLE carts;
-- good, shop: guarded on both sides, taken back by Up itself, of another kind
-- +goose Up
CREATE TABLE IF NOT EXISTS carts (id bigint PRIMARY KEY);
CREATE TABLE scratch (id bigint PRIMARY KEY);
DROP TABLE scratch;
-- +goose Down
DROP TABLE IF EXISTS carts;
-- good, shop: not to be undone
-- +goose Up
CREATE TABLE carts (id bigint PRIMARY KEY);
-- +goose Down
-- irreversible: the rows are gone
SELECT 1;
-- good: CASCADE, or both in one statement
-- +goose Up
CREATE TABLE a (id bigint PRIMARY KEY);
CREATE TABLE b (id bigint PRIMARY KEY, a_id bigint REFERENCES a (id));
CREATE TABLE c (id bigint PRIMARY KEY, b_id bigint REFERENCES b (id));
-- +goose Down
DROP TABLE a CASCADE;
DROP TABLE b, c;
-- good: what a block does is not read
-- +goose Up
CREATE TABLE a (id bigint PRIMARY KEY);
-- +goose Down
-- +goose StatementBegin
DO $$ BEGIN EXECUTE 'DROP TABLE a'; END $$;
-- +goose StatementEnd
-- bad, mysql, sqlite: other engines
-- migrate:up
CREATE TABLE a (id bigint PRIMARY KEY);
             ^
-- migrate:down
SELECT 1;
-- good, mysql, sqlite: dbmate
-- migrate:up
CREATE TABLE a (id bigint PRIMARY KEY);
-- migrate:down
DROP TABLE a;
