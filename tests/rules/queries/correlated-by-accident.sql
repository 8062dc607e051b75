-- bad, mysql, sqlite, shop: other engines
SELECT o.id FROM orders AS o WHERE o.user_id IN (SELECT user_id FROM users);
                                                        ^^^^^^^

-- good, mysql, sqlite, shop: other engines
SELECT o.id FROM orders AS o WHERE o.user_id IN (SELECT id FROM users);

-- bad, shop: ANY, NOT IN, a level further out, an inner common table
SELECT id FROM orders WHERE product_id = ANY (SELECT product_id FROM products);
                                                     ^^^^^^^^^^
SELECT id FROM orders WHERE product_id NOT IN (SELECT product_id FROM products WHERE price > 3);
                                                      ^^^^^^^^^^
WITH dear AS (SELECT id FROM products WHERE price > 100)
SELECT id FROM orders WHERE product_id IN (SELECT product_id FROM dear);
                                                  ^^^^^^^^^^

-- good, shop: EXISTS, a correlation in WHERE, unknown relations, expressions
SELECT id FROM orders AS o WHERE EXISTS (SELECT user_id FROM users AS u WHERE u.id = o.user_id);
SELECT id FROM orders WHERE product_id IN (SELECT id FROM products WHERE price > total);
SELECT id FROM orders WHERE product_id IN (SELECT product_id FROM elsewhere);
SELECT id FROM orders WHERE product_id IN (SELECT product_id FROM products JOIN elsewhere ON true);
SELECT id FROM orders WHERE status IN (SELECT lower(orders.status) FROM users);
