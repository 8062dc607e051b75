-- bad: forms of true
CREATE POLICY a ON notes USING (1 = 1);
                                ^^^^^
CREATE POLICY b ON notes FOR DELETE TO app USING ((true));
                                                  ^^^^^^
CREATE POLICY c ON notes FOR INSERT WITH CHECK (owner = current_user OR true);
                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE POLICY d ON notes FOR UPDATE USING (owner = owner);
                                           ^^^^^^^^^^^^^
CREATE POLICY e ON notes FOR UPDATE USING (NOT false) WITH CHECK (true);
                                           ^^^^^^^^^
-- bad: altered
-- given:
CREATE TABLE notes (id bigint PRIMARY KEY, owner text);
CREATE POLICY own ON notes FOR UPDATE USING (owner = current_user);
-- sql:
ALTER POLICY own ON notes WITH CHECK (true);
                                      ^^^^
-- bad: a role of the project
-- option trusted_roles: []
CREATE POLICY a ON notes TO postgres USING (true);
                                            ^^^^
-- good: reading, restrictive, trusted roles, only looks constant, unknown policy
CREATE POLICY a ON notes FOR SELECT USING (true);
CREATE POLICY b ON notes AS RESTRICTIVE USING (true);
CREATE POLICY c ON notes TO service_role, app_admin USING (true) WITH CHECK (true);
CREATE POLICY d ON notes FOR INSERT WITH CHECK (auth.uid() IS NOT NULL);
CREATE POLICY e ON notes FOR UPDATE USING (owner = current_user);
ALTER POLICY other ON other_notes USING (true);

-- bad: a policy made elsewhere
ALTER POLICY edit ON elsewhere WITH CHECK (true);
                                           ^^^^

-- good: a policy made elsewhere may be one for reading
ALTER POLICY look ON elsewhere USING (true);
