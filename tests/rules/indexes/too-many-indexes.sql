-- bad, mysql, mariadb, sqlite: the first one too many
-- option max_indexes: 2
CREATE TABLE u (id int PRIMARY KEY, a int, b int, c int);
CREATE INDEX u1 ON u (a);
CREATE INDEX u2 ON u (b);
^^^^^^^^^^^^^^^^^^^^^^^^
CREATE INDEX u3 ON u (c);
-- bad: counted with keys
-- option max_indexes: 2
CREATE TABLE u (id int PRIMARY KEY, a int UNIQUE, b int UNIQUE);
                                                        ^^^^^^
-- good: dropped again, of partitions, of a warehouse
-- option max_indexes: 2
CREATE TABLE u (id int PRIMARY KEY, a int, b int);
CREATE INDEX u1 ON u (a);
CREATE INDEX u2 ON u (b);
DROP INDEX u1;
CREATE TABLE fact_u (id int PRIMARY KEY, a int UNIQUE, b int UNIQUE);
-- good, mysql, mariadb, sqlite: within the budget
CREATE TABLE u (id int PRIMARY KEY, a int, b int);
CREATE INDEX u1 ON u (a);
