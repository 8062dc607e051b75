-- bad, mysql, mariadb, sqlite: two where one is wanted
-- option max_columns: 1
CREATE TABLE seats (hall int, seat int, PRIMARY KEY (hall, seat));
                                        ^^^^^^^^^^^^^^^^^^^^^^^^
-- good: keys of other tables, partition columns
-- option max_columns: 1
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (a_id int REFERENCES a (id), c_id int REFERENCES a (id), PRIMARY KEY (a_id, c_id));
CREATE TABLE e (id int, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
-- good, mysql, mariadb, sqlite: three
CREATE TABLE seats (hall int, line int, seat int, PRIMARY KEY (hall, line, seat));
