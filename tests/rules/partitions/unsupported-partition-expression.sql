-- bad: the month of a timestamptz
-- error: 42P17
CREATE TABLE ev (id bigint NOT NULL, at timestamptz NOT NULL) PARTITION BY RANGE (date_trunc('month', at));
                                                                                  ^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE ev (id bigint NOT NULL, at timestamptz NOT NULL) PARTITION BY RANGE (at);
-- bad: a list of two
-- error: 42P17
CREATE TABLE ev (a int, b int) PARTITION BY LIST (a, b);
                               ^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: an expression beside a unique key
-- error: 0A000
CREATE TABLE ev (a int, b int UNIQUE) PARTITION BY HASH ((a % 4));
                                                         ^^^^^^^
-- fixed:
CREATE TABLE ev (a int, b int UNIQUE) PARTITION BY HASH (a);
-- good: plain columns, immutable expressions, unknown types
CREATE TABLE a (id bigint, at timestamptz, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE b (id bigint, at timestamp) PARTITION BY RANGE (date_trunc('month', at));
CREATE TABLE c (a int, b int) PARTITION BY LIST ((a % 4));
