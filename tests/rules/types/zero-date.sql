-- bad, mysql only: values that are stored
CREATE TABLE t (id bigint PRIMARY KEY, d date, v varchar(20));
INSERT INTO t (id, d, v) VALUES (1, '2024-00-10', '0000-00-00');
                                    ^^^^^^^^^^^^
UPDATE t SET d = '0000-00-00' WHERE id = 1;
                 ^^^^^^^^^^^^
-- good, mysql only: a clean-up
CREATE TABLE t (id bigint PRIMARY KEY, d date);
UPDATE t SET d = NULL WHERE d = '0000-00-00';
