-- bad, mysql, mariadb: later, from a partitioned table
-- error: 1506
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE kids (id int PRIMARY KEY, p_id int) PARTITION BY HASH (id) PARTITIONS 4;
ALTER TABLE kids ADD CONSTRAINT x FOREIGN KEY (p_id) REFERENCES p (id);
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, mysql, mariadb: to a partitioned table
-- error: 1005
CREATE TABLE p (id int PRIMARY KEY) PARTITION BY KEY () PARTITIONS 2;
CREATE TABLE kids (id int PRIMARY KEY, p_id int, FOREIGN KEY (p_id) REFERENCES p (id));
                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, mysql, mariadb: partitioned later
-- error: 1217
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE kids (id int PRIMARY KEY, p_id int, FOREIGN KEY (p_id) REFERENCES p (id));
ALTER TABLE kids PARTITION BY HASH (id) PARTITIONS 4;
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, mysql only: a cluster
CREATE TABLE p (id int PRIMARY KEY) ENGINE=NDB;
CREATE TABLE kids (id int PRIMARY KEY, p_id int, FOREIGN KEY (p_id) REFERENCES p (id)) ENGINE=NDB PARTITION BY KEY (id);
-- good, mysql, mariadb: neither has partitions
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE kids (id int PRIMARY KEY, p_id int, FOREIGN KEY (p_id) REFERENCES p (id));
