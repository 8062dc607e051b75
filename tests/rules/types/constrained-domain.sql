-- bad: NOT NULL, and several checks
CREATE DOMAIN a AS text NOT NULL;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE DOMAIN app.b AS int DEFAULT 1 CONSTRAINT low CHECK (VALUE > 0) CHECK (VALUE < 9);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: none
CREATE DOMAIN a AS text DEFAULT 'x' COLLATE "C";
CREATE DOMAIN b AS text NULL;
