-- bad, mysql: another engine, guards
-- file: migrations/002_roles.sql
CREATE ROLE reporting;
^^^^^^^^^^^^^^^^^^^^^
DROP ROLE IF EXISTS other;
^^^^^^^^^^^^^^^^^^^^^^^^^

-- good, mysql: another engine
-- file: migrations/002_grants.sql
CREATE TABLE sales (id bigint PRIMARY KEY);

-- bad: changed, dropped
-- file: db/migrate/20240101120000_roles.sql
ALTER ROLE app CREATEDB;
^^^^^^^^^^^^^^^^^^^^^^^
DROP ROLE a, b;
          ^  ^

-- good: settings of a role, a question before, a password
-- file: migrations/0002_roles.sql
ALTER ROLE app SET statement_timeout = '5s';
DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'x') THEN CREATE ROLE x; END IF; END $$;
CREATE ROLE app LOGIN PASSWORD 'secret';

-- good: scripts that set a server up, files without a version
-- file: docker/init/01_roles.sql
CREATE ROLE app;
-- file: roles.sql
CREATE ROLE web;
