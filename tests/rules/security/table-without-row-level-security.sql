-- bad: policies that speak of the users of an API
CREATE TABLE notes (id bigint PRIMARY KEY, owner uuid NOT NULL);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON notes USING (owner = auth.uid());
CREATE TABLE files (id bigint PRIMARY KEY);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE private.logs (id bigint PRIMARY KEY);
CREATE TABLE schema_migrations (version text PRIMARY KEY);
CREATE TEMP TABLE scratch (id bigint);
-- fixed:
CREATE TABLE notes (id bigint PRIMARY KEY, owner uuid NOT NULL);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON notes USING (owner = auth.uid());
CREATE TABLE files (id bigint PRIMARY KEY);
ALTER TABLE files ENABLE ROW LEVEL SECURITY;
CREATE TABLE private.logs (id bigint PRIMARY KEY);
CREATE TABLE schema_migrations (version text PRIMARY KEY);
CREATE TEMP TABLE scratch (id bigint);
-- good: enabled in a later file, another column, dropped, row level security without policies
CREATE TABLE notes (id bigint PRIMARY KEY, org_id bigint NOT NULL);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON notes USING (org_id = current_setting('app.org')::bigint);
CREATE TABLE files (id bigint PRIMARY KEY, org_id bigint NOT NULL);
CREATE TABLE plans (id bigint PRIMARY KEY, tenant_id bigint NOT NULL);
CREATE TABLE old (id bigint PRIMARY KEY, org_id bigint NOT NULL);
-- file: 0002_next.sql
ALTER TABLE files ENABLE ROW LEVEL SECURITY;
DROP TABLE old;

-- bad: a folder of Supabase
-- file: supabase/migrations/20240101000000_files.sql
CREATE TABLE files (id bigint PRIMARY KEY);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
-- file: supabase/migrations/20240101000000_files.sql
CREATE TABLE files (id bigint PRIMARY KEY);
ALTER TABLE files ENABLE ROW LEVEL SECURITY;

-- good: schemas that browsers do not reach
-- file: supabase/migrations/20240101000000_files.sql
CREATE SCHEMA private;
CREATE TABLE private.files (id bigint PRIMARY KEY);
