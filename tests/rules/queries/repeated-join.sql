-- bad, mysql, sqlite, shop: other engines, the sides exchanged
SELECT o.id, a.name, b.email FROM orders AS o LEFT JOIN users AS a ON a.id = o.user_id
LEFT JOIN users AS b ON o.user_id = b.id;
          ^^^^^^^^^^

-- good, mysql, sqlite, shop: other engines
SELECT o.id, a.name, b.name AS product
FROM orders AS o JOIN users AS a ON a.id = o.user_id JOIN products AS b ON b.id = o.product_id;

-- bad: further conditions in another order, USING
SELECT 1 FROM o JOIN c AS x ON x.id = o.c_id AND x.live JOIN c AS y ON y.live AND y.id = o.c_id;
                                                             ^^^^^^
SELECT 1 FROM o JOIN c AS x USING (id) JOIN c AS y USING (id);
                                            ^^^^^^

-- good: parent and child, sender and receiver, another filter, each chosen by WHERE, adjacent rows
SELECT 1 FROM m JOIN u AS s ON s.id = m.sender_id JOIN u AS r ON r.id = m.receiver_id;
SELECT 1 FROM t JOIN t AS p ON p.id = t.parent_id JOIN t AS g ON g.id = p.parent_id;
SELECT 1 FROM p JOIN tags AS a ON a.post_id = p.id AND a.name = 'x' JOIN tags AS b ON b.post_id = p.id AND b.name = 'y';
SELECT 1 FROM p JOIN tags AS a ON a.post_id = p.id JOIN tags AS b ON b.post_id = p.id WHERE a.name = 'x' AND b.name = 'y';
SELECT 1 FROM r AS a JOIN r AS b ON b.id = a.id + 1;
SELECT 1 FROM o JOIN unnest(o.a) AS x ON true JOIN unnest(o.a) AS y ON true;
SELECT 1 FROM o JOIN c AS x ON x.id = o.c_id JOIN s.c AS y ON y.id = o.c_id;
SELECT 1 FROM o JOIN c AS x ON x.o_id = o.id JOIN c AS y ON y.o_id = o.id AND y.id > x.id;
