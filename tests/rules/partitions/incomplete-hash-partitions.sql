-- bad: two of four, in another file than the table
CREATE TABLE carts (id bigint PRIMARY KEY) PARTITION BY HASH (id);
             ^^^^^
-- file: 0002_next.sql
CREATE TABLE carts_0 PARTITION OF carts FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE carts_1 PARTITION OF carts FOR VALUES WITH (MODULUS 4, REMAINDER 1);
-- fixed:
CREATE TABLE carts (id bigint PRIMARY KEY) PARTITION BY HASH (id);
CREATE TABLE carts_2 PARTITION OF carts FOR VALUES WITH (MODULUS 4, REMAINDER 2);
CREATE TABLE carts_3 PARTITION OF carts FOR VALUES WITH (MODULUS 4, REMAINDER 3);
-- file: 0002_next.sql
CREATE TABLE carts_0 PARTITION OF carts FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE carts_1 PARTITION OF carts FOR VALUES WITH (MODULUS 4, REMAINDER 1);
-- bad: mixed moduli that leave a gap
CREATE TABLE carts (id bigint PRIMARY KEY) PARTITION BY HASH (id);
             ^^^^^
CREATE TABLE carts_a PARTITION OF carts FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE carts_b PARTITION OF carts FOR VALUES WITH (MODULUS 4, REMAINDER 1);
-- fixed:
CREATE TABLE carts (id bigint PRIMARY KEY) PARTITION BY HASH (id);
CREATE TABLE carts_3 PARTITION OF carts FOR VALUES WITH (MODULUS 4, REMAINDER 3);
CREATE TABLE carts_a PARTITION OF carts FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE carts_b PARTITION OF carts FOR VALUES WITH (MODULUS 4, REMAINDER 1);
-- bad: partitions that do not go together
CREATE TABLE carts (id bigint NOT NULL, PRIMARY KEY (id)) PARTITION BY HASH (id);
CREATE TABLE carts_0 PARTITION OF carts FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE carts_2 PARTITION OF carts FOR VALUES WITH (MODULUS 4, REMAINDER 2);
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE carts_1 PARTITION OF carts FOR VALUES WITH (MODULUS 3, REMAINDER 1);
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE carts_rest PARTITION OF carts DEFAULT;
                                           ^^^^^^^
-- bad: attached, the same remainder twice
CREATE TABLE carts (id bigint NOT NULL, PRIMARY KEY (id)) PARTITION BY HASH (id);
CREATE TABLE carts_0 PARTITION OF carts FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE carts_1 (id bigint NOT NULL, PRIMARY KEY (id));
ALTER TABLE carts ATTACH PARTITION carts_1 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: mixed moduli that take everything
CREATE TABLE carts (id bigint PRIMARY KEY) PARTITION BY HASH (id);
CREATE TABLE carts_0 PARTITION OF carts FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE carts_1 PARTITION OF carts FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE carts_3 PARTITION OF carts FOR VALUES WITH (MODULUS 4, REMAINDER 3);
-- good: the rest comes in a later file
CREATE TABLE carts (id bigint PRIMARY KEY) PARTITION BY HASH (id);
CREATE TABLE carts_0 PARTITION OF carts FOR VALUES WITH (MODULUS 2, REMAINDER 0);
-- file: 0002_next.sql
CREATE TABLE carts_1 PARTITION OF carts FOR VALUES WITH (modulus 2, remainder 1);
-- good: no partitions, a variable, an unknown table
CREATE TABLE carts (id bigint PRIMARY KEY) PARTITION BY HASH (id);
CREATE TABLE bags (id bigint PRIMARY KEY) PARTITION BY HASH (id);
CREATE TABLE bags_0 PARTITION OF bags FOR VALUES WITH (MODULUS :count, REMAINDER 0);
CREATE TABLE boxes_0 PARTITION OF boxes FOR VALUES WITH (MODULUS 4, REMAINDER 0);
