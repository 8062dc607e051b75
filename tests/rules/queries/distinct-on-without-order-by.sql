-- bad: the keys by position and alias
SELECT DISTINCT ON (1, kind) a, b AS kind, c FROM t ORDER BY a, 2;
       ^^^^^^^^^^^^^^^^^^^^^

-- bad: before LIMIT
-- given:
CREATE TABLE t (id bigint PRIMARY KEY, a int, b int);
-- sql:
SELECT DISTINCT ON (a) a, b FROM t LIMIT 5;
       ^^^^^^^^^^^^^^^
-- fixed:
SELECT DISTINCT ON (a) a, b FROM t ORDER BY a, id DESC LIMIT 5;

-- good: only keys are selected
SELECT DISTINCT ON (t.a, b) a, b FROM t;

-- good: one more sort key
SELECT DISTINCT ON (a) a, b FROM t ORDER BY a, c DESC;

-- good: the key decides the whole row
-- given:
CREATE TABLE t (id bigint PRIMARY KEY, a int);
CREATE TABLE u (id bigint PRIMARY KEY, t_id bigint);
-- sql:
SELECT DISTINCT ON (t.id) t.id, t.a FROM t JOIN u ON u.t_id = t.id;

-- good: plain DISTINCT
SELECT DISTINCT a, b FROM t;
