-- bad, mysql, sqlite, shop: other engines
SELECT o.id FROM orders AS o, users AS u WHERE u.id = o.user_id;
                              ^^^^^^^^^^

-- good, mysql, sqlite, shop: other engines
SELECT o.id FROM orders AS o JOIN users AS u ON u.id = o.user_id;

-- good: functions, LATERAL, what nothing connects
SELECT a.id FROM a, unnest(a.x) AS u;
SELECT a.id FROM a, LATERAL (SELECT 1) AS b;
SELECT a.id FROM a, b WHERE a.x = 1;
