-- bad: unknown table, unnamed
ALTER TABLE users ADD UNIQUE (tenant_id, email);
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE UNIQUE INDEX CONCURRENTLY users_tenant_id_email_key ON users (tenant_id, email);
ALTER TABLE users ADD CONSTRAINT users_tenant_id_email_key UNIQUE USING INDEX users_tenant_id_email_key;
-- bad: INCLUDE, NULLS NOT DISTINCT and DEFERRABLE find their places
-- given:
CREATE TABLE sales.users (id bigint PRIMARY KEY, email text, name text, "Code" text);
-- sql:
ALTER TABLE sales.users ADD CONSTRAINT email_key UNIQUE (email) INCLUDE (name);
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE sales.users ADD CONSTRAINT code_key UNIQUE NULLS NOT DISTINCT ("Code") DEFERRABLE INITIALLY DEFERRED;
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE UNIQUE INDEX CONCURRENTLY email_key ON sales.users (email) INCLUDE (name);
ALTER TABLE sales.users ADD CONSTRAINT email_key UNIQUE USING INDEX email_key;
CREATE UNIQUE INDEX CONCURRENTLY code_key ON sales.users ("Code") NULLS NOT DISTINCT;
ALTER TABLE sales.users ADD CONSTRAINT code_key UNIQUE USING INDEX code_key DEFERRABLE INITIALLY DEFERRED;
-- bad: one action of several
ALTER TABLE users ADD COLUMN handle text, ADD UNIQUE (handle);
                                          ^^^^^^^^^^^^^^^^^^^
-- bad: storage parameters and comments stay where they are
ALTER TABLE users ADD CONSTRAINT email_key UNIQUE (email) WITH (fillfactor = 70);
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE users ADD CONSTRAINT name_key UNIQUE (name /* known as */);
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: in a transaction
BEGIN;
ALTER TABLE users ADD CONSTRAINT email_key UNIQUE (email);
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
COMMIT;
-- bad: a partitioned table refuses USING INDEX
-- given:
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2023 PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
-- sql:
ALTER TABLE events ADD UNIQUE (id, at);
                   ^^^^^^^^^^^^^^^^^^^
-- bad: a new column
ALTER TABLE users ADD COLUMN handle text CONSTRAINT handle_key UNIQUE NOT NULL DEFAULT '';
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE users ADD COLUMN handle text NOT NULL DEFAULT '';
CREATE UNIQUE INDEX CONCURRENTLY handle_key ON users (handle);
ALTER TABLE users ADD CONSTRAINT handle_key UNIQUE USING INDEX handle_key;
-- good: the index is there
ALTER TABLE users ADD CONSTRAINT email_key UNIQUE USING INDEX email_idx;
-- good, postgres 18: no overlaps, which is an exclusion constraint
ALTER TABLE users ADD CONSTRAINT id_key UNIQUE (id, valid WITHOUT OVERLAPS);
-- good: the table is new or temporary
CREATE TABLE users (id bigint PRIMARY KEY, email text);
CREATE TEMP TABLE picked (id integer);
ALTER TABLE users ADD UNIQUE (email);
ALTER TABLE picked ADD UNIQUE (id);
-- good: a table known to be small
-- option small_tables: ["settings"]
ALTER TABLE settings ADD UNIQUE (name);
-- bad: IF EXISTS of a table that no migration creates, like all others
ALTER TABLE IF EXISTS public.members ADD CONSTRAINT members_code_key UNIQUE (code);
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE UNIQUE INDEX CONCURRENTLY members_code_key ON public.members (code);
ALTER TABLE IF EXISTS public.members ADD CONSTRAINT members_code_key UNIQUE USING INDEX members_code_key;
-- good: the migrations make their tables, and not this one
-- given:
CREATE TABLE guests (id bigint PRIMARY KEY);
-- sql:
ALTER TABLE IF EXISTS members ADD CONSTRAINT members_code_key UNIQUE (code);
