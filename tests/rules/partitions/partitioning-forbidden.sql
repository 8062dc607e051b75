-- bad, mysql, mariadb: later
CREATE TABLE ev (id int PRIMARY KEY);
ALTER TABLE ev PARTITION BY HASH (id) PARTITIONS 4;
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: a partition of a table that has them
ALTER TABLE ev ATTACH PARTITION ev_1 DEFAULT;
