-- bad: two columns added by one statement
-- given:
CREATE TABLE films (id bigint PRIMARY KEY);
-- sql:
ALTER TABLE films ADD COLUMN title text, ADD COLUMN title varchar(10);
                                                    ^^^^^
-- bad: the columns of an INSERT
INSERT INTO films (id, title, id) VALUES (1, 'a', 2);
                              ^^
-- bad: several columns set at once
UPDATE films SET (a, b) = (SELECT 1, 2), a = 3 WHERE id = 1;
                                         ^
-- good: SELECT may repeat names
SELECT id, id FROM films;
-- good: elements and fields are set one by one
UPDATE films SET ratings[1] = 5, ratings[2] = 4, origin.city = 'x', origin.zip = 'y' WHERE id = 1;
-- good: IF NOT EXISTS
-- given:
CREATE TABLE films (id bigint PRIMARY KEY);
-- sql:
ALTER TABLE films ADD COLUMN title text, ADD COLUMN IF NOT EXISTS title text;
-- good: columns of earlier statements are another matter
-- given:
CREATE TABLE films (id bigint PRIMARY KEY, title text);
-- sql:
ALTER TABLE films ADD COLUMN subtitle text;
-- good: views and SELECT are a matter of queries/duplicate-output-columns
CREATE VIEW twice AS SELECT a.id, b.id FROM a, b;
