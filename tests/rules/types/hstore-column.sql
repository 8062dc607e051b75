-- bad: with a schema, in a later migration, as a new type
CREATE TABLE a (id bigint PRIMARY KEY, x public.hstore, y text);
                                         ^^^^^^^^^^^^^
-- file: 0002_more.sql
ALTER TABLE a ADD COLUMN z hstore;
                           ^^^^^^
ALTER TABLE a ALTER COLUMN y TYPE hstore USING y::hstore;
                                  ^^^^^^
-- fixed:
CREATE TABLE a (id bigint PRIMARY KEY, x jsonb, y text);
-- file: 0002_more.sql
ALTER TABLE a ADD COLUMN z jsonb;
ALTER TABLE a ALTER COLUMN y TYPE hstore USING y::hstore;
-- good: casts and arguments
CREATE FUNCTION f(a hstore) RETURNS text LANGUAGE sql AS $$ SELECT a -> 'x' $$;
