-- bad, mysql, sqlite: other engines
CREATE TABLE t (id bigint PRIMARY KEY, x int);
             ^

-- good, mysql, sqlite: other engines
CREATE TABLE points (id bigint PRIMARY KEY, x int, y int);
