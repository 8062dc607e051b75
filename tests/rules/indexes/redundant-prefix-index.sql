-- bad: the beginning of a primary key or UNIQUE
CREATE TABLE lines (bill bigint, n int, sku bigint, PRIMARY KEY (bill, n), UNIQUE (sku, bill));
CREATE INDEX lines_bill_idx ON lines (bill);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE INDEX lines_sku_idx ON lines (sku DESC);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: unique, partial, of another method, with a payload, or in other order
CREATE TABLE lines (id bigint PRIMARY KEY, a int, b int, c int);
CREATE INDEX whole ON lines (a, b, c);
CREATE UNIQUE INDEX one ON lines (a);
CREATE INDEX two ON lines (a) WHERE b = 1;
CREATE INDEX three ON lines USING hash (a);
CREATE INDEX four ON lines (a) INCLUDE (c);
CREATE INDEX five ON lines (b);
CREATE INDEX six ON lines (a, b DESC);
-- good: the longer one is partial
CREATE TABLE lines (id bigint PRIMARY KEY, a int, b int);
CREATE INDEX short ON lines (a);
CREATE INDEX long ON lines (a, b) WHERE b > 0;
