-- bad, mysql, mariadb: of the table, later, of a column
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id int, CONSTRAINT x FOREIGN KEY (a_id) REFERENCES a (id));
                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE c (id int PRIMARY KEY, a_id int);
ALTER TABLE c ADD CONSTRAINT y FOREIGN KEY (a_id) REFERENCES a (id);
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, sqlite: of a new column
CREATE TABLE a (id INTEGER PRIMARY KEY);
CREATE TABLE b (id INTEGER PRIMARY KEY);
ALTER TABLE b ADD COLUMN a_id INTEGER REFERENCES a (id);
                                      ^^^^^^^^^^^^^^^^^
-- good: taken away
ALTER TABLE b DROP CONSTRAINT x;
-- good, mysql: forgotten by the server
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a (id));
-- good, mariadb, sqlite: none
CREATE TABLE a (id int PRIMARY KEY, b_id int);
