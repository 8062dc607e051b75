-- bad: unknown tables, several actions, a DO block
ALTER TABLE orders DROP COLUMN IF EXISTS a, DROP b;
                   ^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^
DO $$ BEGIN ALTER TABLE orders DROP COLUMN a; END $$;
                               ^^^^^^^^^^^^^
-- bad: replaced in one go
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, email text);
-- sql:
ALTER TABLE users ADD COLUMN mail text;
UPDATE users SET mail = email;
ALTER TABLE users DROP COLUMN email;
                  ^^^^^^^^^^^^^^^^^
ALTER TABLE users RENAME COLUMN mail TO email;
-- good: computed when it is read
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, email text, mail text GENERATED ALWAYS AS (lower(email)) VIRTUAL);
-- sql:
ALTER TABLE users DROP COLUMN mail;
-- good: not there
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, email text);
-- sql:
ALTER TABLE users DROP COLUMN IF EXISTS mail;
-- good: temporary and foreign tables
CREATE TEMPORARY TABLE t (id bigint, a text);
ALTER TABLE t DROP COLUMN a;
