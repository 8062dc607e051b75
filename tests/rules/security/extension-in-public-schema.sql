-- bad: moved, with a schema that is there
CREATE SCHEMA extensions;
CREATE EXTENSION ltree WITH SCHEMA "public";
                                   ^^^^^^^^
ALTER EXTENSION citext SET SCHEMA public;
                                  ^^^^^^
-- fixed:
CREATE SCHEMA extensions;
CREATE EXTENSION ltree WITH SCHEMA extensions;
ALTER EXTENSION citext SET SCHEMA extensions;

-- bad: without a schema, with the option
-- option exposed_schema: true
CREATE EXTENSION citext;
                 ^^^^^^

-- good: without a schema, fixed schemas, another one, other changes
CREATE EXTENSION IF NOT EXISTS "uuid-ossp";
CREATE EXTENSION pg_cron SCHEMA public;
CREATE EXTENSION hstore SCHEMA app;
ALTER EXTENSION hstore UPDATE TO '1.8';
