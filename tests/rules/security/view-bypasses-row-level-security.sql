-- bad: through another view, a materialized view, switched off later
-- given:
CREATE TABLE notes (id bigint PRIMARY KEY, owner text);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
-- sql:
CREATE VIEW a AS SELECT id FROM notes;
            ^
CREATE VIEW b AS SELECT id FROM a;
            ^
CREATE MATERIALIZED VIEW c AS SELECT id FROM notes;
                         ^
CREATE VIEW d WITH (security_invoker = true) AS SELECT id FROM notes;
            ^
ALTER VIEW d RESET (security_invoker);
CREATE VIEW e WITH (security_barrier) AS SELECT id FROM notes;
            ^
-- fixed:
CREATE VIEW a WITH (security_invoker = true) AS SELECT id FROM notes;
CREATE VIEW b WITH (security_invoker = true) AS SELECT id FROM a;
CREATE MATERIALIZED VIEW c AS SELECT id FROM notes;
CREATE VIEW d WITH (security_invoker = true) AS SELECT id FROM notes;
ALTER VIEW d RESET (security_invoker);
CREATE VIEW e WITH (security_barrier) AS SELECT id FROM notes;
-- bad, postgres 14: an old server
-- given:
CREATE TABLE notes (id bigint PRIMARY KEY, owner text);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
-- sql:
CREATE VIEW a AS SELECT id FROM notes;
            ^
-- good: set later, forced on the owner, without row level security, temporary, not exposed
CREATE TABLE notes (id bigint PRIMARY KEY, owner text);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE TABLE files (id bigint PRIMARY KEY);
ALTER TABLE files ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE TABLE plans (id bigint PRIMARY KEY);
CREATE VIEW a AS SELECT id FROM notes;
ALTER VIEW a SET (security_invoker = on);
CREATE VIEW b AS SELECT id FROM files;
CREATE VIEW c AS SELECT id FROM plans;
CREATE TEMP VIEW d AS SELECT id FROM notes;
CREATE VIEW private.e AS SELECT id FROM notes;
CREATE VIEW f WITH (security_invoker) AS SELECT id FROM notes;
