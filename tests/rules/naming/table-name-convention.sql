-- bad, mysql, sqlite: other engines
CREATE TABLE tblCustomer (id bigint PRIMARY KEY);
             ^^^^^^^^^^^

-- good, mysql, sqlite: other engines
CREATE TABLE customers (id bigint PRIMARY KEY);

-- bad: a schema, a new name, options
-- option pattern: "^[a-z]+s$"
-- option max_length: 8
CREATE TABLE app.customer (id bigint PRIMARY KEY);
                 ^^^^^^^^
ALTER TABLE a RENAME TO item;
                        ^^^^
CREATE TABLE verylongnames (id bigint PRIMARY KEY);
             ^^^^^^^^^^^^^

-- good: partitions and temporary tables
CREATE TABLE "P_2024" PARTITION OF events FOR VALUES IN (1);
CREATE TEMP TABLE "Work" (id bigint);
