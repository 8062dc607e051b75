-- bad, mysql, sqlite, shop: other engines
CREATE VIEW v AS SELECT id FROM orders WHERE total > 5 ORDER BY id DESC;
                                                       ^^^^^^^^^^^^^^^^
-- fixed:
CREATE VIEW v AS SELECT id FROM orders WHERE total > 5;

-- good, mysql, sqlite, shop: other engines
CREATE VIEW v AS SELECT id FROM orders WHERE total > 5;

-- bad: a union
CREATE VIEW v AS SELECT id FROM a UNION ALL SELECT id FROM b ORDER BY id;
                                                             ^^^^^^^^^^^
-- fixed:
CREATE VIEW v AS SELECT id FROM a UNION ALL SELECT id FROM b;

-- good: DISTINCT ON, inside aggregates and subqueries, materialized views
CREATE VIEW v AS SELECT DISTINCT ON (a) a, b FROM t ORDER BY a, c;
CREATE VIEW w AS SELECT string_agg(a, ',' ORDER BY b) AS list FROM t;
CREATE MATERIALIZED VIEW m AS SELECT a FROM t ORDER BY a;
