-- bad, mysql, sqlite, shop: other engines
SELECT o.id FROM orders AS o WHERE o.status IN ('new', o.status);
                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good, mysql, sqlite, shop: other engines
SELECT o.id FROM orders AS o WHERE o.status IN ('new', o.note);

-- good: another relation
SELECT a.id FROM a JOIN b ON a.x IN (b.x, 3);
