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
-- bad: what a view or a table takes from its query
-- given:
CREATE TABLE a (id bigint PRIMARY KEY);
CREATE TABLE b (id bigint PRIMARY KEY);
-- sql:
CREATE VIEW twice AS SELECT a.id, b.id FROM a, b;
                                  ^^^^
CREATE TABLE copied AS SELECT 1 AS n, 2 AS "n";
                                      ^^^^^^^^

-- good: named by the view, or by nobody; queries/duplicate-output-columns speaks of views where it is on
-- beside: queries/duplicate-output-columns
-- given:
CREATE TABLE a (id bigint PRIMARY KEY);
-- sql:
CREATE VIEW once (x, y) AS SELECT id, id FROM a;

-- bad, mysql: names have no case on MySQL
-- error: 1060
CREATE TABLE films (id bigint PRIMARY KEY, title text, `Title` text);
                                                       ^^^^^^^

-- bad, sqlite: names have no case on SQLite
-- error: duplicate column name: Title
CREATE TABLE films (id bigint PRIMARY KEY, title text, "Title" text);
                                                       ^^^^^^^

-- bad, mysql, sqlite, shop: the last value wins
UPDATE orders SET status = 'paid', note = 'x', status = 'sent' WHERE id = 1;
                                               ^^^^^^

-- bad, mysql, shop: MySQL refuses it in an INSERT
-- error: 1110
INSERT INTO products (name, price, name) VALUES ('pen', 2, 'pencil');
                                   ^^^^

-- bad, sqlite, shop: SQLite takes the first value
INSERT INTO products (name, price, name) VALUES ('pen', 2, 'pencil');
                                   ^^^^

-- good, mysql, sqlite, shop: other engines
UPDATE orders SET status = 'paid', note = status WHERE id = 1;
