-- bad, cql: one column turned, the other not
-- file: asks.cql
CREATE TABLE t (a int, b int, c int, PRIMARY KEY (a, b, c));
SELECT b FROM t WHERE a = 1 ORDER BY b ASC, c DESC;
                                            ^

-- bad, cql: several partitions
-- file: asks.cql
CREATE TABLE t (a int, b int, c int, PRIMARY KEY ((a, b), c));
SELECT b FROM t WHERE a = 1 ORDER BY c;
                                     ^

-- good, cql: all turned
-- file: asks.cql
CREATE TABLE t (a int, b int, c int, PRIMARY KEY (a, b, c));
SELECT b FROM t WHERE a = 1 ORDER BY b DESC, c DESC;

-- good, cql: the second key where the first is given
-- file: asks.cql
CREATE TABLE t (a int, b int, c int, PRIMARY KEY (a, b, c));
SELECT b FROM t WHERE a = 1 AND b = 2 ORDER BY c;

-- good, cql: the nearest vectors
-- file: asks.cql
CREATE TABLE t (a int PRIMARY KEY, v vector<float, 3>);
SELECT a FROM t ORDER BY v ANN OF [1, 2, 3] LIMIT 3;
