-- bad: an alias, and fewer values than columns
-- given:
CREATE TABLE t (a int, "Order" int, c int);
-- sql:
INSERT INTO t AS x VALUES (1, 2) RETURNING x.a;
^^^^^^^^^^^^^^^^^^
-- fixed:
INSERT INTO t AS x (a, "Order") VALUES (1, 2) RETURNING x.a;

-- bad: from a query
-- given:
CREATE TABLE t (a int, b int);
-- sql:
INSERT INTO t SELECT x, y FROM u;
^^^^^^^^^^^^^
-- fixed:
INSERT INTO t (a, b) SELECT x, y FROM u;

-- bad: no fix for tables that are not known or columns that are computed
-- given:
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED);
-- sql:
INSERT INTO t VALUES (1, DEFAULT);
^^^^^^^^^^^^^
INSERT INTO u VALUES (1);
^^^^^^^^^^^^^

-- bad: MERGE
MERGE INTO t USING u ON u.id = t.id WHEN NOT MATCHED THEN INSERT VALUES (u.id, u.x);
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good: DEFAULT VALUES
INSERT INTO t DEFAULT VALUES;
MERGE INTO t USING u ON u.id = t.id WHEN NOT MATCHED THEN INSERT DEFAULT VALUES;

-- good: tables of this file
CREATE TABLE t (a int);
INSERT INTO t VALUES (1);

-- good: a trigger copies the row
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (NEW.*); RETURN NEW; END $$;

-- bad, mysql, sqlite, shop: other engines
INSERT INTO products VALUES (1, 'pen', 2);
^^^^^^^^^^^^^^^^^^^^
-- fixed:
INSERT INTO products (id, name, price) VALUES (1, 'pen', 2);

-- bad, mysql, sqlite, shop: REPLACE
REPLACE INTO products VALUES (1, 'pen', 2);
^^^^^^^^^^^^^^^^^^^^^
-- fixed:
REPLACE INTO products (id, name, price) VALUES (1, 'pen', 2);

-- good, mysql, sqlite, shop: other engines
INSERT INTO products (name, price) VALUES ('pen', 2);

-- good, mysql, shop: SET names the columns
INSERT INTO products SET name = 'pen', price = 2;
