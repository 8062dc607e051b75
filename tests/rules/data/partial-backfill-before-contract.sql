-- bad: NOT NULL after the first thousand rows
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, name text, label text);
-- sql:
UPDATE users SET label = 'none' WHERE label IS NULL AND id <= 1000;
                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE users ALTER COLUMN label SET NOT NULL;

-- bad: a batch by LIMIT
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, name text, label text);
-- sql:
UPDATE users SET label = name WHERE id IN (SELECT id FROM users WHERE label IS NULL LIMIT 1000);
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE users DROP COLUMN name;

-- good: a loop
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, name text, label text);
-- sql:
DO $$ BEGIN
  LOOP
    UPDATE users SET label = name WHERE id IN (SELECT id FROM users WHERE label IS NULL LIMIT 1000);
    EXIT WHEN NOT FOUND;
  END LOOP;
END $$;
ALTER TABLE users DROP COLUMN name;

-- good: another column
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, name text, label text);
-- sql:
UPDATE users SET label = 'none' WHERE id <= 1000;
ALTER TABLE users DROP COLUMN name;
-- bad, mysql: the source is dropped
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, name text, label text);
-- sql:
UPDATE users SET label = name WHERE id BETWEEN 1 AND 1000;
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE users DROP COLUMN name;

-- good, mysql: the last range is open
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, name text, label text);
-- sql:
UPDATE users SET label = name WHERE id < 1000;
UPDATE users SET label = name WHERE id >= 1000;
ALTER TABLE users DROP COLUMN name;

-- bad, sqlite: the source is dropped
-- given:
CREATE TABLE users (id integer PRIMARY KEY, name text, label text);
-- sql:
UPDATE users SET label = name WHERE id BETWEEN 1 AND 1000;
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE users DROP COLUMN name;

-- good, sqlite: all rows
-- given:
CREATE TABLE users (id integer PRIMARY KEY, name text, label text);
-- sql:
UPDATE users SET label = name;
ALTER TABLE users DROP COLUMN name;
-- bad, mysql, shop: the next few, and MODIFY
UPDATE orders SET note = '' WHERE note IS NULL LIMIT 1000;
                            ^^^^^^^^^^^^^^^^^^
ALTER TABLE orders MODIFY note text NOT NULL;
-- good, mysql, shop: MODIFY that requires nothing
UPDATE orders SET note = '' WHERE note IS NULL LIMIT 1000;
ALTER TABLE orders MODIFY note mediumtext;
-- bad: a table that no migration creates, and the clause on a line of its own
UPDATE members
   SET label = upper(name)
 WHERE id >= 1 AND id < 5000;
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE public.members DROP COLUMN name;
-- bad: a table that no migration creates, and the next few rows
UPDATE members SET label = name WHERE id IN (SELECT id FROM members WHERE label IS NULL LIMIT 500);
                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE members ALTER COLUMN label SET NOT NULL;
-- bad, mysql: a number of rows, whichever they are
-- given:
CREATE TABLE users (id bigint PRIMARY KEY, name text, label text);
-- sql:
UPDATE users SET label = name LIMIT 1000;
                              ^^^^^^^^^^
ALTER TABLE users DROP COLUMN name;
-- good: another table of that name
UPDATE app.members SET label = name WHERE id < 5000;
ALTER TABLE members DROP COLUMN name;
