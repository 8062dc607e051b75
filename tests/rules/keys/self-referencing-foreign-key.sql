-- bad, mysql, mariadb, sqlite: of the table
CREATE TABLE folders (id int PRIMARY KEY, parent_id int, FOREIGN KEY (parent_id) REFERENCES folders (id));
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: later
CREATE TABLE folders (id int PRIMARY KEY, parent_id int);
ALTER TABLE folders ADD CONSTRAINT x FOREIGN KEY (parent_id) REFERENCES folders;
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: single links, a path
CREATE TABLE a (id int PRIMARY KEY, previous_version_id int REFERENCES a (id), replaced_by_id int REFERENCES a (id));
CREATE TABLE b (id int PRIMARY KEY, parent_id int REFERENCES b (id), path text);
-- good, mysql, mariadb, sqlite: another table
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id int, FOREIGN KEY (a_id) REFERENCES a (id));
