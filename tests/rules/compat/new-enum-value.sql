-- bad: a type that no migration creates
ALTER TYPE app.mood ADD VALUE IF NOT EXISTS 'calm' BEFORE 'sad';
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: another name for a value
-- given:
CREATE TYPE mood AS ENUM ('sad', 'glad');
-- sql:
ALTER TYPE mood RENAME VALUE 'sad' TO 'down';
