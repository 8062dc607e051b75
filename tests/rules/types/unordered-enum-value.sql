-- good: with a place, or a type of the same file
CREATE TYPE mood AS ENUM ('sad');
ALTER TYPE mood ADD VALUE 'ok';
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'so-so' BEFORE 'ok';
-- bad: a value with a quote
-- given:
CREATE TYPE mood AS ENUM ('it''s');
-- sql:
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'ok';
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'ok' AFTER 'it''s';
-- bad: a type that is not known
ALTER TYPE app.mood ADD VALUE 'ok';
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
