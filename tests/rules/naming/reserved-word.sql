-- bad: columns, constraints, renames
CREATE TABLE orders (id bigint PRIMARY KEY, "order" int, "desc" text);
                                            ^^^^^^^      ^^^^^^
ALTER TABLE orders RENAME COLUMN "order" TO "limit";
                                            ^^^^^^^
-- good: words that only look reserved, references, functions
CREATE TABLE orders (id bigint PRIMARY KEY, timestamp date, value int, key text, index int, name text, "path" text);
SELECT id AS "order" FROM orders WHERE id = 1;
ALTER TABLE "user" DROP COLUMN name;

-- bad, mysql, sqlite: in quotes
CREATE TABLE `order` (id bigint PRIMARY KEY);
             ^^^^^^^

-- bad, mysql: without quotes
-- error: 1064
CREATE TABLE lists (id bigint PRIMARY KEY, rows integer NOT NULL);
                                           ^^^^
-- fixed:
CREATE TABLE lists (id bigint PRIMARY KEY, `rows` integer NOT NULL);

-- bad, mysql only: reserved since MySQL 8
CREATE TABLE teams (id bigint PRIMARY KEY, rank integer NOT NULL);
                                           ^^^^
-- fixed:
CREATE TABLE teams (id bigint PRIMARY KEY, `rank` integer NOT NULL);

-- good, mariadb: other words than in MySQL
CREATE TABLE teams (id bigint PRIMARY KEY, `rank` integer NOT NULL, lag integer);

-- bad, sqlite: without quotes
-- error: near "transaction"
CREATE TABLE payments (id bigint PRIMARY KEY, transaction integer NOT NULL);
                                              ^^^^^^^^^^^
-- fixed:
CREATE TABLE payments (id bigint PRIMARY KEY, `transaction` integer NOT NULL);

-- good, mysql, sqlite: other words
CREATE TABLE orders (id bigint PRIMARY KEY, status text, value integer NOT NULL, user varchar(20));

-- good, mysql 5.7: not reserved before MySQL 8
CREATE TABLE teams (id bigint PRIMARY KEY, `rank` integer NOT NULL);
