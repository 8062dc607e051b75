-- bad: the beginning of a primary key or UNIQUE
CREATE TABLE lines (bill bigint, n int, sku bigint, PRIMARY KEY (bill, n), UNIQUE (sku, bill));
CREATE INDEX lines_bill_idx ON lines (bill);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE INDEX lines_sku_idx ON lines (sku DESC);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: unique, partial, of another method, with a payload, or in other order
CREATE TABLE parts (id bigint PRIMARY KEY, a int, b int, c int);
CREATE INDEX whole ON lines (a, b, c);
CREATE UNIQUE INDEX one ON lines (a);
CREATE INDEX two ON lines (a) WHERE b = 1;
CREATE INDEX three ON lines USING hash (a);
CREATE INDEX four ON lines (a) INCLUDE (c);
CREATE INDEX five ON lines (b);
CREATE INDEX six ON lines (a, b DESC);
-- good: the longer one is partial
CREATE TABLE parts (id bigint PRIMARY KEY, a int, b int);
CREATE INDEX short ON lines (a);
CREATE INDEX long ON lines (a, b) WHERE b > 0;

-- bad, mysql: MySQL
CREATE TABLE parts (a bigint, b bigint, c bigint, PRIMARY KEY (a), KEY by_b (b), KEY by_b_c (b, c));
                                                                   ^^^^^^^^^^^^

-- bad, sqlite, shop: SQLite
CREATE INDEX orders_status_idx ON orders (status);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE INDEX orders_status_created_at_idx ON orders (Status, created_at);

-- good, mysql: another beginning
CREATE TABLE parts (a bigint, b bigint, c bigint, PRIMARY KEY (a), KEY by_b (b), UNIQUE KEY by_c_b (c, b));

-- good, sqlite, shop: another beginning
CREATE INDEX orders_status_idx ON orders (status);
CREATE INDEX orders_created_at_status_idx ON orders (created_at, status);

-- good, mysql, mariadb: a column that the server adds to every index
CREATE TABLE songs (id bigint PRIMARY KEY, title varchar(20), KEY a (title), KEY b (title, id));
