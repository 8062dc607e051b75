-- bad, mysql, sqlite, shop: other engines
SELECT count(1) AS n, count(*) AS m FROM orders;
             ^
-- fixed:
SELECT count(*) AS n, count(*) AS m FROM orders;

-- good, mysql, sqlite, shop: other engines
SELECT count(*) AS n, count(NULL) AS none FROM orders;
