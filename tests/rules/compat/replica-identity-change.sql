-- bad, shop: nothing, and what a publication loses
ALTER TABLE orders REPLICA IDENTITY NOTHING;
                   ^^^^^^^^^^^^^^^^^^^^^^^^
ALTER PUBLICATION changes DROP TABLE orders;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
DROP PUBLICATION changes;
^^^^^^^^^^^^^^^^^^^^^^^^
-- good, shop: more tables
ALTER PUBLICATION changes ADD TABLE orders;
CREATE PUBLICATION more FOR TABLE users;
