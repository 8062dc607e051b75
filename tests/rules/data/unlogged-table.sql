-- bad: switched
-- given:
CREATE TABLE basket (id bigint PRIMARY KEY);
-- sql:
ALTER TABLE basket SET UNLOGGED;
                   ^^^^^^^^^^^^
-- good: back to logged, names of rows that can be lost, temporary
CREATE UNLOGGED TABLE basket (id bigint PRIMARY KEY);
ALTER TABLE basket SET LOGGED;
CREATE UNLOGGED TABLE staging_orders (id bigint PRIMARY KEY);
CREATE UNLOGGED TABLE page_cache (id bigint PRIMARY KEY);
CREATE TEMPORARY TABLE mine (id bigint);
-- bad: with a comment between
CREATE /* fast */ UNLOGGED TABLE "Basket" (id bigint PRIMARY KEY);
                  ^^^^^^^^
-- fixed:
CREATE /* fast */ TABLE "Basket" (id bigint PRIMARY KEY);
