-- bad: FORCE alone, a schema, DISABLE
-- given:
CREATE TABLE audit.notes (id bigint PRIMARY KEY, owner text NOT NULL);
-- sql:
CREATE POLICY own ON audit.notes USING (owner = current_user);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE POLICY more ON audit.notes USING (true);
ALTER TABLE audit.notes FORCE ROW LEVEL SECURITY;
-- fixed:
ALTER TABLE audit.notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON audit.notes USING (owner = current_user);
CREATE POLICY more ON audit.notes USING (true);
ALTER TABLE audit.notes FORCE ROW LEVEL SECURITY;

-- good: enabled in another file, an unknown table
-- given:
CREATE TABLE notes (id bigint PRIMARY KEY, owner text NOT NULL);
-- sql:
CREATE POLICY own ON notes USING (owner = current_user);
CREATE POLICY own ON elsewhere USING (owner = current_user);
-- file: 0002_enable.sql
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
