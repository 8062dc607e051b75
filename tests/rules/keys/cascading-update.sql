-- bad, mysql, mariadb, sqlite: of the table
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a_id int, FOREIGN KEY (a_id) REFERENCES a (id) ON UPDATE CASCADE);
                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, mysql, mariadb, sqlite: another action, a code
CREATE TABLE a (code varchar(2) PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, country_code varchar(2), n varchar(2), FOREIGN KEY (country_code) REFERENCES a (code) ON UPDATE CASCADE, FOREIGN KEY (n) REFERENCES a (code) ON UPDATE RESTRICT);
