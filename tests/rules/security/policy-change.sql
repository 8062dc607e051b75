-- bad: created, altered, dropped, switched off
CREATE POLICY own ON notes USING (id > 0);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER POLICY own ON notes USING (id > 1);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
DROP POLICY own ON notes;
^^^^^^^^^^^^^^^^^^^^^^^^
