-- bad: created_at only
CREATE TABLE authors (id bigint PRIMARY KEY, born date, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL);
CREATE TABLE houses (id bigint PRIMARY KEY, price int NOT NULL, created_at timestamptz NOT NULL);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: asked for everywhere
-- option always: true
CREATE TABLE houses (id bigint PRIMARY KEY, size int NOT NULL, city text NOT NULL);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, mysql, mariadb, sqlite: the same elsewhere
CREATE TABLE authors (id int PRIMARY KEY, born date, created_at datetime NOT NULL);
CREATE TABLE houses (id int PRIMARY KEY, size int NOT NULL, city varchar(20) NOT NULL);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: its rows are not changed later
CREATE TABLE authors (id bigint PRIMARY KEY, born date, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL);
CREATE TABLE bids (id bigint PRIMARY KEY, cents int NOT NULL, created_at timestamptz NOT NULL);
-- good: no table has them
CREATE TABLE houses (id bigint PRIMARY KEY, size int NOT NULL, city text NOT NULL);
-- good: junctions, lookups, logs, other times, stages, and columns that come later
CREATE TABLE authors (id bigint PRIMARY KEY, born date, created_at timestamptz NOT NULL);
CREATE TABLE books (id bigint PRIMARY KEY, pages int, inserted_at timestamptz NOT NULL);
CREATE TABLE book_authors (book_id bigint REFERENCES books (id), author_id bigint REFERENCES authors (id), share int, PRIMARY KEY (book_id, author_id));
CREATE TABLE genres (id bigint PRIMARY KEY, code text, name text, sort_order int);
CREATE TABLE reading_log (id bigint PRIMARY KEY, page int NOT NULL, minutes int NOT NULL);
CREATE TABLE sales (id bigint PRIMARY KEY, amount int NOT NULL, city text, occurred_at timestamptz NOT NULL);
CREATE TABLE stg_books (id bigint PRIMARY KEY, amount int NOT NULL, city text);
CREATE TABLE dim_books (id bigint PRIMARY KEY, amount int NOT NULL, city text);
CREATE TABLE shelves (id bigint PRIMARY KEY, width int NOT NULL, room text);
-- file: 0002_more.sql
ALTER TABLE shelves ADD COLUMN created_at timestamptz;
-- good, mysql, mariadb, sqlite: no table has them
CREATE TABLE houses (id int PRIMARY KEY, size int NOT NULL, city varchar(20) NOT NULL);
-- good: columns that begin with the name of their table
CREATE TABLE bills (bill_id bigint PRIMARY KEY, bill_total numeric, bill_note text, bill_status text, bill_created bigint NOT NULL, bill_updated bigint NOT NULL);
CREATE TABLE carts (cart_id bigint PRIMARY KEY, cart_note text, cart_place text, cart_created_at timestamptz NOT NULL);
CREATE TABLE plain (id bigint PRIMARY KEY, note text, place text, created_at timestamptz NOT NULL);
-- bad: a flag is no time
CREATE TABLE bills (id bigint PRIMARY KEY, total numeric, note text, is_created boolean NOT NULL);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE plain (id bigint PRIMARY KEY, note text, place text, created_at timestamptz NOT NULL);
