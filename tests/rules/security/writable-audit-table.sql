-- bad, mysql: another engine
-- given:
CREATE TABLE user_audit (id bigint PRIMARY KEY);
CREATE USER IF NOT EXISTS app;
-- sql:
GRANT SELECT, UPDATE ON user_audit TO app;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good, mysql: another engine
-- given:
CREATE TABLE user_audit (id bigint PRIMARY KEY);
CREATE USER IF NOT EXISTS app;
-- sql:
GRANT SELECT, INSERT ON user_audit TO app;

-- bad: everything, a schema, tables the history does not know
CREATE SCHEMA app;
CREATE TABLE app.audit_events (id bigint PRIMARY KEY);
GRANT ALL ON audit.audit_log TO app;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
GRANT DELETE ON ALL TABLES IN SCHEMA app TO web;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
GRANT TRUNCATE ON account_audit TO web;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good: taken back, an owner, other tables, rights to read
-- option owners: ["keeper"]
GRANT ALL ON audit_log TO app;
REVOKE UPDATE, DELETE, TRUNCATE ON audit_log FROM app;
GRANT DELETE ON audit_log TO keeper;
GRANT ALL ON orders, auditors_list TO app;
GRANT SELECT, INSERT ON audit_log TO app;

-- good: taken back in a later file
-- given:
CREATE TABLE audit_log (id bigint PRIMARY KEY);
CREATE ROLE app;
-- sql:
-- file: 0001_grant.sql
GRANT ALL ON audit_log TO app;
-- file: 0002_revoke.sql
REVOKE UPDATE, DELETE, TRUNCATE ON audit_log FROM app;

-- bad: taken back of another role
-- given:
CREATE TABLE audit_log (id bigint PRIMARY KEY);
CREATE ROLE app;
CREATE ROLE web;
-- sql:
GRANT UPDATE ON audit_log TO app, web;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
REVOKE UPDATE ON audit_log FROM app;
