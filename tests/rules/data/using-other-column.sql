-- bad, shop: a constant
ALTER TABLE orders ALTER COLUMN total TYPE bigint USING 0;
                                                        ^
-- good, shop: by a cast, a function, in another case
ALTER TABLE orders ALTER COLUMN note TYPE varchar(10) USING left(NOTE, 10);
ALTER TABLE orders ALTER COLUMN status TYPE text;
-- good: a new table
CREATE TABLE carts (id bigint PRIMARY KEY, a text, b text);
ALTER TABLE carts ALTER COLUMN a TYPE integer USING b::integer;
-- bad: a name in quotes has no fix
-- given:
CREATE TABLE lines (id bigint PRIMARY KEY, "Total" text, discount text);
-- sql:
ALTER TABLE lines ALTER COLUMN "Total" TYPE bigint USING discount::bigint;
                                                         ^^^^^^^^^^^^^^^^
-- good, shop: the column itself, with another one
ALTER TABLE orders ALTER COLUMN total TYPE bigint USING (total * 100)::bigint;
ALTER TABLE orders ALTER COLUMN total TYPE bigint USING total::bigint + product_id;
