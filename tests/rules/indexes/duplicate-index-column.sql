-- bad: expressions, whatever their spaces, and INCLUDE
CREATE INDEX a ON t (lower(x), y, lower( x ));
                                  ^^^^^^^^^^
-- fixed:
CREATE INDEX a ON t (lower(x), y);
-- bad: the only stored column
CREATE INDEX a ON t (x) INCLUDE (x);
                                 ^
-- bad: twice in INCLUDE
CREATE INDEX a ON t (x) INCLUDE (y, z, y);
                                       ^
-- fixed:
CREATE INDEX a ON t (x) INCLUDE (y, z);
-- bad: in two directions
CREATE INDEX a ON t (x DESC, x);
                             ^
-- fixed:
CREATE INDEX a ON t (x DESC);
-- good: quoted names of other columns
CREATE INDEX a ON t (x, "X", (x + 1));

-- bad, mysql, shop: MySQL refuses it
-- error: 1060
CREATE INDEX orders_sum_idx ON orders (status, total, Status);
                                                      ^^^^^^
-- fixed:
CREATE INDEX orders_sum_idx ON orders (status, total);

-- bad, mysql: inside the definition
-- error: 1060
CREATE TABLE parts (a bigint PRIMARY KEY, b bigint, c bigint, KEY by_b_c (b, c, `b`));
                                                                                ^^^
-- fixed:
CREATE TABLE parts (a bigint PRIMARY KEY, b bigint, c bigint, KEY by_b_c (b, c));

-- good, mysql, shop: every column once
CREATE INDEX orders_sum_idx ON orders (status, total);
