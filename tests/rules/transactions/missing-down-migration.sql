-- bad, shop: a section without statements
-- +goose Up
ALTER TABLE orders ADD COLUMN colour text;
                   ^^^^^^^^^^^^^^^^^^^^^^
-- +goose Down
-- bad: no file beside it
-- file: 1_users.up.sql
CREATE TABLE carts (id bigint PRIMARY KEY);
-- file: 1_users.down.sql
DROP TABLE carts;
-- file: 2_colour.up.sql
ALTER TABLE carts ADD COLUMN colour text;
                  ^^^^^^^^^^^^^^^^^^^^^^
-- good, shop: rows only
-- +goose Up
UPDATE orders SET note = '' WHERE id = 1;
-- good, shop: cannot be undone
-- +goose Up
DROP TABLE orders;
-- +goose Down
-- irreversible
-- good: a folder that nothing is undone in
-- file: 1_users.up.sql
CREATE TABLE carts (id bigint PRIMARY KEY);
-- file: 2_colour.up.sql
ALTER TABLE carts ADD COLUMN colour text;
-- good: a tool that undoes nothing
-- file: V1__users.sql
CREATE TABLE carts (id bigint PRIMARY KEY);
-- bad, mysql, sqlite: other engines
-- migrate:up
CREATE TABLE a (id bigint PRIMARY KEY);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- migrate:down
-- good, mysql, sqlite: with one
-- migrate:up
CREATE TABLE a (id bigint PRIMARY KEY);
-- migrate:down
DROP TABLE a;
-- good, shop: a comment says why nothing undoes it
-- +goose Up
ALTER TABLE orders ADD COLUMN colour text;
-- +goose Down
-- Intentionally left empty: the column was missing from an earlier migration.
-- good: what cannot be taken back
-- given:
CREATE TYPE mood AS ENUM ('glad');
-- sql:
-- +goose Up
ALTER TYPE mood ADD VALUE 'sad';
-- +goose Down
-- A value of an enum cannot be removed.
