-- bad, mysql: letters beyond ASCII, too
CREATE TABLE `sales-2024` (id bigint PRIMARY KEY);
             ^^^^^^^^^^^^
CREATE TABLE prices (id bigint PRIMARY KEY, `größe` int);
                                            ^^^^^^^

-- good, mysql: another engine
CREATE TABLE `sales_2024` (`id` bigint PRIMARY KEY);

-- bad, sqlite: other quotes
CREATE TABLE [sales 2024] (id integer PRIMARY KEY);
             ^^^^^^^^^^^^

-- good, sqlite: other quotes
CREATE TABLE [sales_2024] (id integer PRIMARY KEY);

-- bad: a digit first, an index, a constraint, a new name
CREATE TABLE t (id bigint PRIMARY KEY, "2nd" int);
                                       ^^^^^
CREATE INDEX "t.by/n" ON t (n);
             ^^^^^^^^
ALTER TABLE t ADD CONSTRAINT "n > 0" CHECK (n > 0);
                             ^^^^^^^
ALTER TABLE t RENAME COLUMN a TO "b c";
                                 ^^^^^

-- good: letters beyond ASCII, references, policies, roles
CREATE TABLE "größen" (id bigint PRIMARY KEY, "Name" text);
ALTER TABLE "my table" DROP COLUMN "my column";
CREATE POLICY "Users see their own rows" ON t USING (true);
CREATE ROLE "app-user";
CREATE EXTENSION IF NOT EXISTS "uuid-ossp";

-- bad: the option
-- option ascii: true
CREATE TABLE "größen" (id bigint PRIMARY KEY);
             ^^^^^^^^
