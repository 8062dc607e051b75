-- bad, mysql, sqlite, shop: other engines
SELECT id FROM orders WHERE user_id = 4 AND (status = 'new' OR status = 'paid' OR status = 'sent');
                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
SELECT id FROM orders WHERE user_id = 4 AND (status IN ('new', 'paid', 'sent'));

-- good, mysql, sqlite, shop: other engines
SELECT id FROM orders WHERE status IN ('new', 'paid', 'sent');

-- bad: parameters, in ON and in an UPDATE
SELECT a.id FROM a JOIN b ON b.a_id = a.id AND (b.kind = $1 OR b.kind = $2 OR b.kind = $3);
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
UPDATE a SET x = 1 WHERE kind = 'a' OR kind = 'b' OR kind = 'c' OR kind = 'd';
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
SELECT a.id FROM a JOIN b ON b.a_id = a.id AND (b.kind IN ($1, $2, $3));
UPDATE a SET x = 1 WHERE kind IN ('a', 'b', 'c', 'd');

-- bad: a comment in the chain is kept, so nothing is rewritten
SELECT id FROM a WHERE kind = 'a' OR kind = 'b' /* new */ OR kind = 'c';
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good: other columns, other operators, two operands, columns on both sides
SELECT id FROM a WHERE kind = 'a' OR state = 'b' OR kind = 'c';
SELECT id FROM a WHERE kind = 'a' OR kind <> 'b' OR kind = 'c';
SELECT id FROM a WHERE kind = 'a' OR kind = 'b';
SELECT id FROM a WHERE kind = b OR kind = c OR kind = d;
SELECT id FROM a WHERE kind = 'a' OR kind = 'b' OR kind IS NULL;
