-- bad, postgres, shop: every kind of list
INSERT INTO users (email, "email") VALUES ('a', 'b');
                          ^^^^^^^
UPDATE orders SET (total, note) = (1, 'x'), note = 'y' WHERE id = 3;
                                            ^^^^
INSERT INTO users (email) VALUES ('a') ON CONFLICT (email) DO UPDATE SET name = 'a', status = 'b', NAME = 'c';
                                                                                                   ^^^^
MERGE INTO orders AS o USING users AS u ON o.user_id = u.id
WHEN MATCHED THEN UPDATE SET note = 'a', note = 'b'
                                         ^^^^
WHEN NOT MATCHED THEN INSERT (user_id, user_id) VALUES (u.id, 2);
                                       ^^^^^^^

-- good, postgres, shop: elements, fields, branches, other names
UPDATE boxes SET sizes[1] = 1, sizes[2] = 2, place.x = 1, place.y = 2, "Name" = 'a', name = 'b' WHERE id = 1;
MERGE INTO orders AS o USING users AS u ON o.user_id = u.id
WHEN MATCHED AND o.total > 5 THEN UPDATE SET note = 'a'
WHEN MATCHED THEN UPDATE SET note = 'b';

-- bad, mysql, sqlite, shop: other engines
UPDATE orders SET user_id = 1, USER_ID = 2 WHERE id = 3;
                               ^^^^^^^

-- good, mysql, sqlite, shop: other engines
UPDATE orders SET user_id = 2 WHERE id = 3;

-- good, mysql, shop: two tables
UPDATE orders JOIN users ON users.id = orders.user_id SET orders.status = 'a', users.status = 'b' WHERE users.id = 1;
