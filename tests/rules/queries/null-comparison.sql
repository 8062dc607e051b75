-- bad: every operator, the last ones without a fix
SELECT a FROM t WHERE a = NULL OR b != NULL::int OR c < NULL OR NULL = d;
                      ^^^^^^^^    ^^^^^^^^^^^^^^    ^^^^^^^^    ^^^^^^^^
-- fixed:
SELECT a FROM t WHERE a IS NULL OR b IS NOT NULL OR c < NULL OR NULL = d;

-- bad: CASE, HAVING and ON
SELECT CASE WHEN a = NULL THEN 1 END FROM t JOIN u ON u.x <> NULL GROUP BY a HAVING max(b) = NULL;
                 ^^^^^^^^                             ^^^^^^^^^^^                   ^^^^^^^^^^^^^
-- fixed:
SELECT CASE WHEN a IS NULL THEN 1 END FROM t JOIN u ON u.x IS NOT NULL GROUP BY a HAVING max(b) IS NULL;

-- bad: checks and policies
ALTER TABLE t ADD CONSTRAINT c CHECK (a = NULL OR a > 1);
                                        ^^^^^^
CREATE POLICY p ON t USING (owner <> NULL);
                                  ^^^^^^^
-- fixed:
ALTER TABLE t ADD CONSTRAINT c CHECK (a IS NULL OR a > 1);
CREATE POLICY p ON t USING (owner IS NOT NULL);

-- bad: in a function
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM t WHERE a = NULL $$;
                                                                                   ^^^^^^^^
-- fixed:
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM t WHERE a IS NULL $$;

-- good: assignments, defaults and named arguments
UPDATE t SET a = NULL WHERE id = 1;
ALTER TABLE t ALTER COLUMN a SET DEFAULT NULL;
SELECT f(a => NULL);
INSERT INTO t (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET a = NULL;

-- good: tests that know NULL
SELECT a FROM t WHERE a IS NOT DISTINCT FROM NULL AND b IS DISTINCT FROM NULL;

-- good: the session translates it
SET transform_null_equals = on;
SELECT a FROM t WHERE a = NULL;

-- bad, mysql, sqlite, shop: other engines
SELECT id FROM orders WHERE note = NULL;
                            ^^^^^^^^^^^
-- fixed:
SELECT id FROM orders WHERE note IS NULL;

-- bad, mysql, sqlite: a CHECK of other engines
CREATE TABLE jobs (id bigint PRIMARY KEY, owner varchar(20), CHECK (owner <> NULL));
                                                                          ^^^^^^^
-- fixed:
CREATE TABLE jobs (id bigint PRIMARY KEY, owner varchar(20), CHECK (owner IS NOT NULL));

-- good, mysql, sqlite, shop: other engines
SELECT id FROM orders WHERE note IS NULL;

-- good, mysql, shop: the operator that is made for it
SELECT id FROM orders WHERE note <=> NULL;

-- bad: the condition of an index
CREATE INDEX orders_open ON orders (id) WHERE done_at = NULL;
                                                      ^^^^^^
-- fixed:
CREATE INDEX orders_open ON orders (id) WHERE done_at IS NULL;
