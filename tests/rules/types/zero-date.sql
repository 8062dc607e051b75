-- bad, mysql only: values that are stored
CREATE TABLE t (id bigint PRIMARY KEY, d date, v varchar(20));
INSERT INTO t (id, d, v) VALUES (1, '2024-00-10', '0000-00-00');
                                    ^^^^^^^^^^^^
UPDATE t SET d = '0000-00-00' WHERE id = 1;
                 ^^^^^^^^^^^^
-- good, mysql only: a clean-up
CREATE TABLE t (id bigint PRIMARY KEY, d date);
UPDATE t SET d = NULL WHERE d = '0000-00-00';

-- bad, mysql: a default that is set later
-- error: 1146
-- given:
CREATE TABLE members (id BIGINT PRIMARY KEY, left_on DATE, note VARCHAR(20));
-- sql:
ALTER TABLE members ALTER COLUMN left_on SET DEFAULT '0000-00-00', ALTER note SET DEFAULT '0000-00-00';
                                                     ^^^^^^^^^^^^
ALTER TABLE guests ALTER COLUMN left_on SET DEFAULT '0000-00-00';
                                                    ^^^^^^^^^^^^
ALTER TABLE guests ALTER COLUMN number SET DEFAULT 0;

-- bad, mysql: in double quotes
CREATE TABLE members (id BIGINT PRIMARY KEY, left_on DATE DEFAULT "0000-00-00" NOT NULL);
                                                          ^^^^^^^^^^^^^^^^^^^^
