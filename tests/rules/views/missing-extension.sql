-- bad: types, functions, operator classes, schemas; the first use offers the extension
CREATE EXTENSION hstore;
CREATE TABLE nodes (id uuid PRIMARY KEY DEFAULT uuid_generate_v4(), path ltree NOT NULL, attributes hstore, name text);
                                                ^^^^^^^^^^^^^^^^^^       ^^^^^
CREATE INDEX nodes_name_idx ON nodes USING gin (name gin_trgm_ops);
                                                ^^^^^^^^^^^^^^^^^
SELECT id FROM nodes WHERE similarity(name, $1) > 0.5 ORDER BY id;
                           ^^^^^^^^^^
SELECT cron.schedule('refresh', '0 * * * *', 'SELECT 1');
       ^^^^^^^^^^^^^
SELECT jobid FROM cron.job;
                  ^^^^^^^^
-- fixed:
CREATE EXTENSION hstore;
CREATE EXTENSION IF NOT EXISTS "uuid-ossp";
CREATE EXTENSION IF NOT EXISTS ltree;
CREATE TABLE nodes (id uuid PRIMARY KEY DEFAULT uuid_generate_v4(), path ltree NOT NULL, attributes hstore, name text);
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX nodes_name_idx ON nodes USING gin (name gin_trgm_ops);
SELECT id FROM nodes WHERE similarity(name, $1) > 0.5 ORDER BY id;
CREATE EXTENSION IF NOT EXISTS pg_cron;
SELECT cron.schedule('refresh', '0 * * * *', 'SELECT 1');
SELECT jobid FROM cron.job;
-- bad, postgres 12: an old server has no gen_random_uuid
CREATE TABLE tokens (id uuid PRIMARY KEY DEFAULT gen_random_uuid());
                                                 ^^^^^^^^^^^^^^^^^
-- fixed:
CREATE EXTENSION IF NOT EXISTS pgcrypto;
CREATE TABLE tokens (id uuid PRIMARY KEY DEFAULT gen_random_uuid());
-- good: own things of those names, other schemas, an earlier file
-- given:
CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA extensions;
CREATE TYPE cube AS (edge int);
CREATE FUNCTION similarity(a text, b text) RETURNS real LANGUAGE sql AS $$ SELECT 1.0 $$;
CREATE SCHEMA cron;
-- sql:
CREATE TABLE boxes (id uuid PRIMARY KEY DEFAULT extensions.uuid_generate_v4(), name citext, box cube, path own.ltree);
SELECT similarity('a', 'b');
SELECT app.crypt('a', 'b');
SELECT cron.next_run();
-- good: the platform has it
-- option installed: ["uuid-ossp"]
CREATE TABLE tokens (id uuid PRIMARY KEY DEFAULT uuid_generate_v4());
-- bad: in a function
CREATE FUNCTION digest_of(value text) RETURNS text LANGUAGE sql AS $$ SELECT encode(digest(value, 'sha256'), 'hex') $$;
                                                                                    ^^^^^^
-- fixed:
CREATE EXTENSION IF NOT EXISTS pgcrypto;
CREATE FUNCTION digest_of(value text) RETURNS text LANGUAGE sql AS $$ SELECT encode(digest(value, 'sha256'), 'hex') $$;
-- bad: in a DO block, in the schema public
DO $$ BEGIN
    PERFORM cron.schedule('a', '* * * * *', 'SELECT 1');
            ^^^^^^^^^^^^^
END $$;
CREATE TABLE tokens (id uuid PRIMARY KEY DEFAULT public.uuid_generate_v4());
                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE EXTENSION IF NOT EXISTS pg_cron;
DO $$ BEGIN
    PERFORM cron.schedule('a', '* * * * *', 'SELECT 1');
END $$;
CREATE EXTENSION IF NOT EXISTS "uuid-ossp";
CREATE TABLE tokens (id uuid PRIMARY KEY DEFAULT public.uuid_generate_v4());
