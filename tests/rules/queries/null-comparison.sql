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

-- bad: what a body works out itself
CREATE FUNCTION f(a integer) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE b boolean := a = NULL;
                       ^^^^^^
BEGIN
    IF a = NULL THEN b := NULL; ELSIF a <> NULL THEN b = NULL; END IF;
         ^^^^^^                         ^^^^^^^
    WHILE a != NULL LOOP EXIT WHEN a = NULL; END LOOP;
            ^^^^^^^                  ^^^^^^
    RETURN a = NULL;
             ^^^^^^
END $$;
-- fixed:
CREATE FUNCTION f(a integer) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE b boolean := a IS NULL;
BEGIN
    IF a IS NULL THEN b := NULL; ELSIF a IS NOT NULL THEN b = NULL; END IF;
    WHILE a IS NOT NULL LOOP EXIT WHEN a IS NULL; END LOOP;
    RETURN a IS NULL;
END $$;

-- bad: triggers and domains
-- given:
CREATE TABLE t (id bigint PRIMARY KEY, a integer);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
-- sql:
CREATE TRIGGER changed BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.a = NULL) EXECUTE FUNCTION f();
                                                                   ^^^^^^
CREATE DOMAIN filled AS integer CHECK (VALUE <> NULL);
                                             ^^^^^^^
-- fixed:
CREATE TRIGGER changed BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.a IS NULL) EXECUTE FUNCTION f();
CREATE DOMAIN filled AS integer CHECK (VALUE IS NOT NULL);

-- bad: a body in single quotes, where no edit is exact
CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE plpgsql AS 'BEGIN IF a = NULL THEN RETURN 1; END IF; RETURN 2; END';
                                                                             ^^^^^^

-- good: assignments of a body
CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE b integer = NULL; r record;
BEGIN
    b = NULL;
    IF a IS NULL THEN b := NULL; ELSE b = NULL; END IF;
    SELECT 1 AS x INTO r;
    r.x = NULL;
    UPDATE t SET a = NULL WHERE id = 3;
    RETURN NULL;
END $$;

-- bad, mysql: a trigger
-- given:
CREATE TABLE t (id bigint PRIMARY KEY, a integer);
-- sql:
CREATE TRIGGER changed BEFORE UPDATE ON t FOR EACH ROW BEGIN IF NEW.a = NULL THEN SET NEW.a = 1; END IF; END;
                                                                      ^^^^^^
-- fixed:
CREATE TRIGGER changed BEFORE UPDATE ON t FOR EACH ROW BEGIN IF NEW.a IS NULL THEN SET NEW.a = 1; END IF; END;

-- good, mysql: SET of several variables
-- given:
CREATE TABLE t (id bigint PRIMARY KEY, a integer, b integer);
-- sql:
CREATE TRIGGER changed BEFORE UPDATE ON t FOR EACH ROW BEGIN
    IF NEW.a IS NULL THEN SET NEW.a = NULL, NEW.b = NULL; END IF;
END;

-- bad, sqlite: the condition of a trigger
-- given:
CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER);
-- sql:
CREATE TRIGGER changed BEFORE UPDATE ON t WHEN OLD.a = NULL BEGIN UPDATE t SET a = NULL WHERE id = 3; END;
                                                     ^^^^^^
-- fixed:
CREATE TRIGGER changed BEFORE UPDATE ON t WHEN OLD.a IS NULL BEGIN UPDATE t SET a = NULL WHERE id = 3; END;
