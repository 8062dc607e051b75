-- bad, mysql, mariadb: of the table, later
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id int, FOREIGN KEY (a_id) REFERENCES a (id) ON UPDATE CASCADE);
                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
ALTER TABLE b ADD CONSTRAINT y FOREIGN KEY (a_id) REFERENCES a ( id );
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id int, FOREIGN KEY (a_id) REFERENCES a (id) ON DELETE RESTRICT ON UPDATE CASCADE);
ALTER TABLE b ADD CONSTRAINT y FOREIGN KEY (a_id) REFERENCES a ( id ) ON DELETE RESTRICT;
-- bad: without columns, with more behind it
-- given:
CREATE TABLE a (id int PRIMARY KEY);
-- sql:
CREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a NOT NULL);
                                             ^^^^^^^^^^^^
ALTER TABLE b ADD FOREIGN KEY (a_id) REFERENCES a NOT VALID;
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a ON DELETE NO ACTION NOT NULL);
ALTER TABLE b ADD FOREIGN KEY (a_id) REFERENCES a ON DELETE NO ACTION NOT VALID;
-- bad, sqlite: of a column
CREATE TABLE a (id INTEGER PRIMARY KEY);
CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER REFERENCES a (id));
                                                     ^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE a (id INTEGER PRIMARY KEY);
CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER REFERENCES a (id) ON DELETE NO ACTION);
-- good, mysql, mariadb, sqlite: said
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id int, FOREIGN KEY (a_id) REFERENCES a (id) ON DELETE NO ACTION);
