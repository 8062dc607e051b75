-- bad, mariadb: check_constraint_checks = 0 changes nothing
-- given:
CREATE TABLE jobs (id int PRIMARY KEY, n int);
-- sql:
SET check_constraint_checks = 0;
ALTER TABLE jobs ADD CHECK (n > 0);
                 ^^^^^^^^^^^^^^^^^

-- good, mysql 5.7: old versions read a CHECK and forget it
-- given:
CREATE TABLE jobs (id int PRIMARY KEY, n int);
-- sql:
ALTER TABLE jobs ADD CONSTRAINT n_positive CHECK (n > 0);

-- good, mysql: a table of this migration
CREATE TABLE jobs (id int PRIMARY KEY, n int);
ALTER TABLE jobs ADD CONSTRAINT n_positive CHECK (n > 0);

-- bad, mysql, shop: at a new column
ALTER TABLE orders ADD COLUMN weight int CHECK (weight > 0);
                                         ^^^^^^^^^^^^^^^^^^

-- good, mysql, mariadb: the table is new
CREATE TABLE carts (id bigint PRIMARY KEY, total int);
ALTER TABLE carts ADD CONSTRAINT carts_total_check CHECK (total > 0);
ALTER TABLE carts ADD COLUMN weight int CHECK (weight > 0);
