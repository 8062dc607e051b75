-- bad, mysql: an unknown word
-- error: 1064
ALTER TABLE users FROBNICATE email;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good, mysql: known words
CREATE TABLE users (id bigint PRIMARY KEY);

-- bad, sqlite: an unknown word
-- error: near "FROBNICATE"
ALTER TABLE users FROBNICATE email;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good, sqlite: known words
CREATE TABLE users (id integer PRIMARY KEY);

-- bad: the first of several places, a variable, another language
CREATE FUNCTION clear(t text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE q text;
BEGIN
    EXECUTE format('TRUNCATE %I', t);
            ^^^^^^^^^^^^^^^^^^^^^^^^
    q := format('ANALYZE %I', t);
    EXECUTE q;
END $$;
DO LANGUAGE plpython3u $$ plpy.execute("SELECT 1") $$;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good: single strings, prepared statements, other uses of the word
DO $$
BEGIN
    EXECUTE 'ANALYZE orders';
    EXECUTE ('SELECT 1');
    RAISE NOTICE 'EXECUTE %', 1;
END $$;
GRANT EXECUTE ON FUNCTION clear(text) TO CURRENT_USER;

-- bad, mysql: PREPARE of a variable in a procedure
CREATE PROCEDURE clear(IN t VARCHAR(60)) BEGIN
    SET @q = CONCAT('TRUNCATE `', t, '`');
    PREPARE s FROM @q;
                   ^^
    EXECUTE s;
END;
