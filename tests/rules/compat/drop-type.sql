-- bad: a domain, a cast, an operator
-- given:
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
-- sql:
DROP DOMAIN email;
^^^^^^^^^^^^^^^^^
DROP CAST (text AS inet);
^^^^^^^^^^^^^^^^^^^^^^^^
DROP OPERATOR @@@ (text, text);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: the columns went as well
-- given:
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE diary (id bigint PRIMARY KEY, felt mood);
-- sql:
ALTER TABLE diary DROP COLUMN felt;
DROP TYPE mood;
-- good: the columns moved to a new type
-- given:
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE diary (id bigint PRIMARY KEY, felt mood);
-- sql:
ALTER TYPE mood RENAME TO mood_old;
CREATE TYPE mood AS ENUM ('ok', 'happy');
ALTER TABLE diary ALTER COLUMN felt TYPE mood USING felt::text::mood;
DROP TYPE mood_old;
