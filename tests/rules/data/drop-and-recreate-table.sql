-- bad: a script that stands alone, with one table
DROP TABLE IF EXISTS customers;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE customers (id bigint PRIMARY KEY);
-- good: a script for an empty database
DROP TABLE IF EXISTS customers;
CREATE TABLE customers (id bigint PRIMARY KEY);
DROP TABLE IF EXISTS orders;
CREATE TABLE orders (id bigint PRIMARY KEY);
-- good: a script for an empty database, the drops first
DROP TABLE IF EXISTS customers, orders;
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY);
-- good, shop: rows copied out and back
CREATE TABLE kept AS SELECT * FROM products;
DROP TABLE products;
CREATE TABLE products (id uuid PRIMARY KEY, name text);
INSERT INTO products (id, name) SELECT gen_random_uuid(), name FROM kept;
-- good: temporary, made in the file, a dump, what tests use
CREATE TEMPORARY TABLE mine (id bigint);
DROP TABLE mine;
CREATE TEMPORARY TABLE mine (id bigint);
-- good: a dump
-- file: dump.sql
-- MySQL dump 10.13
DROP TABLE IF EXISTS customers;
CREATE TABLE customers (id bigint PRIMARY KEY);
-- good: what tests use
-- file: db/seeds/customers.sql
DROP TABLE IF EXISTS customers;
CREATE TABLE customers (id bigint PRIMARY KEY);
-- bad, mariadb: in one statement
-- given:
CREATE TABLE products (id int PRIMARY KEY);
-- sql:
CREATE OR REPLACE TABLE products (id int PRIMARY KEY, name varchar(10));
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, mysql: temporary
CREATE TEMPORARY TABLE scratch (id int PRIMARY KEY);
DROP TABLE scratch;
CREATE TEMPORARY TABLE scratch (id int PRIMARY KEY, n int);
-- bad, sqlite, shop: SQLite
DROP TABLE products;
^^^^^^^^^^^^^^^^^^^
CREATE TABLE products (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
-- good, sqlite, shop: written anew
CREATE TABLE kept AS SELECT * FROM products;
DROP TABLE products;
CREATE TABLE products (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO products (id, name) SELECT id, name FROM kept;
