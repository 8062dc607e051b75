-- bad: other words
--  MIGRATE UP:
CREATE TABLE a (id bigint PRIMARY KEY);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- Rollback:
DROP TABLE a;
-- good: one of the words, more than the word, nothing below it
-- Down
CREATE TABLE a (id bigint PRIMARY KEY);
-- good: more than the word
-- Up: a table
CREATE TABLE a (id bigint PRIMARY KEY);
-- Down the road
DROP TABLE IF EXISTS b;
-- good: nothing below it
-- Up
CREATE TABLE a (id bigint PRIMARY KEY);
-- Down
-- good: two files
-- file: 1_a.up.sql
-- Up
CREATE TABLE a (id bigint PRIMARY KEY);
-- Down
SELECT 1;
-- good: goose
-- +goose Up
-- Up
CREATE TABLE a (id bigint PRIMARY KEY);
-- +goose Down
-- Down
DROP TABLE a;
-- bad, mysql, sqlite: other engines
-- Up
CREATE TABLE a (id bigint PRIMARY KEY);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- Down
DROP TABLE a;
-- good, mysql, sqlite: dbmate
-- migrate:up
CREATE TABLE a (id bigint PRIMARY KEY);
-- migrate:down
DROP TABLE a;
-- bad: in a document
-- file: guide.md
# Guide
```sql
-- Up
CREATE TABLE a (id bigint PRIMARY KEY);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- Down
DROP TABLE a;
```
```sql
-- +goose Up
CREATE TABLE b (id bigint PRIMARY KEY);
-- +goose Down
DROP TABLE b;
```
