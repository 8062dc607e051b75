-- bad: another policy for other roles
-- given:
CREATE TABLE notes (id bigint PRIMARY KEY, owner text NOT NULL);
-- sql:
CREATE POLICY add_note ON notes FOR INSERT TO app;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE POLICY staff ON notes FOR ALL TO staff USING (true);

-- good: covered by another one, for all commands, restrictive
-- given:
CREATE TABLE notes (id bigint PRIMARY KEY, owner text NOT NULL);
CREATE TABLE marks (id bigint PRIMARY KEY, owner text NOT NULL);
-- sql:
CREATE POLICY add_note ON notes FOR INSERT TO app;
CREATE POLICY own ON notes USING (owner = current_user);
CREATE POLICY own ON marks FOR ALL TO app USING (owner = current_user);
CREATE POLICY edit ON marks FOR UPDATE TO app USING (owner = current_user);
