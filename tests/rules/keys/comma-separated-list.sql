-- bad: split and searched
-- given:
CREATE TABLE a (id bigint PRIMARY KEY, x text, y text, z text, ids bigint[]);
-- sql:
SELECT string_to_array(x, ',') FROM a;
                       ^
SELECT id FROM a WHERE a.y LIKE '%,7,%';
                         ^
DELETE FROM a WHERE concat(',', z, ',') LIKE '%,' || $1 || ',%';
                                ^
-- bad: names
CREATE TABLE a (id bigint PRIMARY KEY, tags text, role_ids varchar(40), code_list text, n_csv text);
                                            ^^^^           ^^^^^^^^^^^            ^^^^        ^^^^
-- bad, mysql, mariadb: functions
-- given:
CREATE TABLE a (id int PRIMARY KEY, x varchar(100), y text);
-- sql:
SELECT id FROM a WHERE FIND_IN_SET('7', x);
                                        ^
SELECT SUBSTRING_INDEX(y, ',', 1) FROM a;
                       ^
-- bad, sqlite: a pattern
-- given:
CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT);
-- sql:
SELECT id FROM a WHERE ',' || x || ',' LIKE '%,7,%';
                              ^
-- good: other texts, arrays, unknown columns, stages
CREATE TABLE a (id bigint PRIMARY KEY, tags text[], name text, csv_body text, price_list text, ids int);
CREATE TABLE import_a (role_ids text);
SELECT id FROM a WHERE name LIKE '%, %' OR name LIKE '%x%';
SELECT string_to_array(csv_body, E'\n'), split_part(name, ',', 1) FROM a;
SELECT string_to_array(unknown, ',') FROM nowhere;
-- good, mysql, mariadb, sqlite: other patterns
CREATE TABLE a (id int PRIMARY KEY, name varchar(20));
SELECT id FROM a WHERE name LIKE '%,%';
-- bad: a pattern says it, though no migration creates the table
SELECT id FROM recipes WHERE tags LIKE '%,7,%';
                             ^^^^
-- bad, mysql: a function says it, though no migration creates the table
-- error: 1146
SELECT id FROM recipes AS r WHERE FIND_IN_SET(7, r.tag_numbers);
                                                   ^^^^^^^^^^^
