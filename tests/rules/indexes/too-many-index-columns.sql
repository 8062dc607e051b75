-- bad: the limit is an option
-- option max_key_columns: 2
CREATE INDEX a ON t (a, b, c);
                           ^
-- bad: more than PostgreSQL takes
CREATE UNIQUE INDEX a ON t (c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17) INCLUDE (d1, d2, d3, d4, d5, d6, d7, d8, d9, d10, d11, d12, d13, d14, d15, d16);
                                                                                                                                                                                   ^^^
-- good: unique keys, payload, other methods
CREATE UNIQUE INDEX a ON t (a, b, c, d, e);
CREATE INDEX b ON t (a, b) INCLUDE (c, d, e, f);
CREATE INDEX c ON t USING gin (a, b, c, d, e);
CREATE INDEX d ON t USING brin (a, b, c, d, e);

-- good: the primary key at the end is there to make the order one without ties, as pages by key need it
-- given:
CREATE TABLE runs (namespace_id bigint, run_id bigint, kind text, closed_at timestamptz, started_at timestamptz, PRIMARY KEY (namespace_id, run_id));
-- sql:
CREATE INDEX a ON runs (namespace_id, kind, (coalesce(closed_at, 'infinity')) DESC, started_at DESC, run_id);

-- bad: but not what stands before it
-- given:
CREATE TABLE runs (namespace_id bigint, run_id bigint, kind text, closed_at timestamptz, started_at timestamptz, PRIMARY KEY (namespace_id, run_id));
-- sql:
CREATE INDEX a ON runs (namespace_id, kind, closed_at, started_at, lower(kind), run_id);
                                                                   ^^^^^^^^^^^

-- bad, mysql, sqlite, shop: other engines
CREATE INDEX orders_wide_idx ON orders (user_id, product_id, status, created_at, total);
                                                                                 ^^^^^

-- bad, mysql only: more than MySQL takes
CREATE UNIQUE INDEX wide ON t (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q);
                                                                               ^

-- good, mysql, sqlite, shop: other engines
CREATE INDEX orders_wide_idx ON orders (product_id, status, total);
CREATE UNIQUE INDEX orders_key ON orders (id, user_id, status, created_at, total);
-- bad, mysql, mariadb: inside the table
CREATE TABLE t (id int PRIMARY KEY, a int, b int, c int, d int, e int, KEY k (a, b, c, d, e), KEY l (a, b, c, d, id), UNIQUE KEY m (e, a, b, c, d));
                                                                                          ^
