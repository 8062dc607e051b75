-- bad, mysql, sqlite, shop: other engines
CREATE VIEW v AS SELECT p.*, u.name AS buyer FROM products AS p JOIN users AS u ON u.id = p.id;
                        ^^^
-- fixed:
CREATE VIEW v AS SELECT p.id, p.name, p.price, u.name AS buyer FROM products AS p JOIN users AS u ON u.id = p.id;

-- good, mysql, sqlite, shop: other engines
CREATE VIEW v AS SELECT id, name FROM products;

-- bad, shop: branches, materialized views, OR REPLACE, unknown tables, a query that names its columns
CREATE MATERIALIZED VIEW m AS SELECT id, name, price FROM products UNION ALL SELECT * FROM products;
                                                                                    ^
CREATE OR REPLACE VIEW v AS SELECT * FROM elsewhere;
                                   ^
CREATE VIEW w AS WITH x AS (SELECT id, name FROM products) SELECT * FROM x;
                                                                  ^
-- fixed:
CREATE MATERIALIZED VIEW m AS SELECT id, name, price FROM products UNION ALL SELECT id, name, price FROM products;
CREATE OR REPLACE VIEW v AS SELECT * FROM elsewhere;
CREATE VIEW w AS WITH x AS (SELECT id, name FROM products) SELECT id, name FROM x;

-- good, shop: EXISTS, whole rows, stars further inside, system views
CREATE VIEW v AS SELECT id FROM users AS u WHERE EXISTS (SELECT * FROM orders AS o WHERE o.user_id = u.id);
CREATE VIEW j AS SELECT row_to_json(p.*) AS doc FROM products AS p;
CREATE VIEW x AS SELECT s.id FROM (SELECT * FROM products) AS s;
CREATE VIEW y AS SELECT * FROM pg_stat_activity;
SELECT * FROM products;
