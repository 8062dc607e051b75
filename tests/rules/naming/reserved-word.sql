-- bad: columns, constraints, renames
CREATE TABLE orders (id bigint PRIMARY KEY, "order" int, "desc" text);
                                            ^^^^^^^      ^^^^^^
ALTER TABLE orders RENAME COLUMN "order" TO "limit";
                                            ^^^^^^^
-- good: words that only look reserved, references, functions
CREATE TABLE orders (id bigint PRIMARY KEY, timestamp date, value int, key text, index int, name text, "path" text);
SELECT id AS "order" FROM orders WHERE id = 1;
ALTER TABLE "user" DROP COLUMN name;
