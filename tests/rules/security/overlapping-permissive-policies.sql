-- bad: the same role, everybody, ALL
CREATE POLICY a ON t FOR UPDATE TO app, web USING (x = 1);
CREATE POLICY b ON t FOR UPDATE TO web USING (x = 2);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE POLICY c ON u FOR DELETE USING (x = 1);
CREATE POLICY d ON u FOR DELETE TO web USING (x = 2);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good: other roles, other commands, restrictive, dropped
CREATE POLICY a ON t FOR SELECT TO app USING (x = 1);
CREATE POLICY b ON t FOR SELECT TO web USING (x = 2);
CREATE POLICY c ON t FOR INSERT TO web WITH CHECK (x = 2);
CREATE POLICY d ON t AS RESTRICTIVE USING (x = 3);
CREATE POLICY e ON u USING (x = 1);
DROP POLICY e ON u;
CREATE POLICY f ON u USING (x = 2);
