-- bad: among other joins there is no fix
-- given:
CREATE TABLE a (id bigint PRIMARY KEY);
CREATE TABLE b (id bigint PRIMARY KEY);
CREATE TABLE c (id bigint PRIMARY KEY);
-- sql:
SELECT a.id FROM a JOIN b ON b.id = a.id RIGHT OUTER JOIN c ON c.id = a.id;
                                         ^^^^^^^^^^^^^^^^

-- bad, mysql: two tables
-- given:
CREATE TABLE a (id bigint PRIMARY KEY);
CREATE TABLE b (id bigint PRIMARY KEY);
-- sql:
SELECT a.id FROM a RIGHT JOIN b ON b.id = a.id;
                   ^^^^^^^^^^
-- fixed:
SELECT a.id FROM b LEFT JOIN a ON b.id = a.id;

-- good, mysql: the other way round
-- given:
CREATE TABLE a (id bigint PRIMARY KEY);
CREATE TABLE b (id bigint PRIMARY KEY);
-- sql:
SELECT a.id FROM b LEFT JOIN a ON b.id = a.id;

-- bad, sqlite: SQLite since 3.39
-- given:
CREATE TABLE a (id integer PRIMARY KEY);
CREATE TABLE b (id integer PRIMARY KEY);
-- sql:
SELECT a.id FROM a RIGHT JOIN b ON b.id = a.id;
                   ^^^^^^^^^^
-- fixed:
SELECT a.id FROM b LEFT JOIN a ON b.id = a.id;

-- good, sqlite: the other way round
-- given:
CREATE TABLE a (id integer PRIMARY KEY);
CREATE TABLE b (id integer PRIMARY KEY);
-- sql:
SELECT a.id FROM b LEFT JOIN a ON b.id = a.id;
