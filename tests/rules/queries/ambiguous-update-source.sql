-- bad, sqlite, shop: another engine
UPDATE users SET name = o.note FROM orders AS o WHERE o.user_id = users.id AND users.id = 3;
                                    ^^^^^^^^^^^

-- good, sqlite, shop: another engine
UPDATE orders SET note = u.name FROM users AS u WHERE u.id = orders.user_id AND orders.id = 3;

-- bad, mysql, shop: other engines
UPDATE users AS u JOIN orders AS o ON o.user_id = u.id SET u.name = o.note WHERE u.id = 3;
                       ^^^^^^^^^^^

-- good, mysql, shop: other engines
UPDATE orders AS o JOIN users AS u ON u.id = o.user_id SET o.note = u.name WHERE o.id = 3;
UPDATE users AS u JOIN orders AS o ON o.user_id = u.id SET u.name = 'buyer' WHERE u.id = 3;
DELETE u FROM users AS u JOIN orders AS o ON o.user_id = u.id WHERE u.id = 3;

-- bad, shop: rows, further filters, a third relation
UPDATE users AS u SET (name, status) = (o.note, 'b') FROM orders AS o WHERE (o.user_id) = (u.id) AND o.status = 'new';
                                                          ^^^^^^^^^^^
UPDATE users AS u SET name = o.note FROM products AS p, orders AS o WHERE o.user_id = u.id AND p.id = o.product_id;
                                                        ^^^^^^^^^^^

-- good, shop: unique keys, sources made unique, expressions that do not read it, unknown tables, constants that pin it
UPDATE orders AS o SET note = u.name FROM users AS u WHERE u.email = o.note;
UPDATE users AS u SET name = o.note FROM (SELECT DISTINCT ON (user_id) user_id, note FROM orders ORDER BY user_id, id DESC) AS o WHERE o.user_id = u.id;
UPDATE users AS u SET status = 'buyer' FROM orders AS o WHERE o.user_id = u.id;
UPDATE users AS u SET name = x.note FROM elsewhere AS x WHERE x.user_id = u.id;
UPDATE users AS u SET name = o.note FROM orders AS o WHERE o.user_id = u.id AND o.id = $1;
UPDATE users AS u SET name = (SELECT max(o.note) FROM orders AS o WHERE o.user_id = u.id);
