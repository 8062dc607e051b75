-- bad: as pg_dump writes it, and a list in two tables
-- option most: 3
CREATE TABLE a (n int PRIMARY KEY, s text, CONSTRAINT a_s CHECK ((s = ANY (ARRAY['a'::text, 'b'::text, 'c'::text, 'd'::text]))));
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE b (n int PRIMARY KEY, t text CHECK (t IN ('x', 'y', 'z')));
CREATE TABLE c (n int PRIMARY KEY, u text CHECK (u IN ('z', 'y', 'x')));
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, mysql, mariadb, sqlite: the same elsewhere
-- option most: 3
CREATE TABLE a (n int PRIMARY KEY, s varchar(5), CONSTRAINT a_s CHECK (s IN ('a', 'b', 'c', 'd')));
                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: ranges, patterns, several columns, short lists
-- option most: 2
CREATE TABLE a (n int PRIMARY KEY, s text, t text, CHECK (n IN (1, 2) OR n > 5), CHECK (s ~ '^(a|b|c)$'), CHECK (s IN ('a', 'b', t)));
CREATE TABLE b (n int PRIMARY KEY, s text CHECK (s IN ('a', 'b')));
CREATE TABLE c (n int PRIMARY KEY, s text CHECK (s IN ('a', 'b')));
-- good, mysql, mariadb, sqlite: few values
CREATE TABLE a (n int PRIMARY KEY, s varchar(5), CONSTRAINT a_s CHECK (s IN ('a', 'b', 'c', 'd')));
