-- bad, mysql, shop: another engine
SELECT id, SLEEP(0) AS s FROM users WHERE id = 1;
           ^^^^^^^^
SELECT LOAD_FILE('/etc/none') AS f, GET_LOCK('a', 0) AS l;
       ^^^^^^^^^^^^^^^^^^^^^^       ^^^^^^^^^^^^^^^^

-- good, mysql, shop: another engine
SELECT id, LENGTH(name) AS n FROM users WHERE id = 1;

-- bad, sqlite: another engine
SELECT load_extension('none') AS x;
       ^^^^^^^^^^^^^^^^^^^^^^
-- error: not authorized

-- good, sqlite: another engine
SELECT length('none') AS x;

-- bad: files, sessions, qualified, in bodies, long delays, an option
-- option denied: ["dblink"]
SELECT pg_read_file('/etc/hostname');
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database();
       ^^^^^^^^^^^^^^^^^^^^^^^^^
SELECT pg_catalog.pg_cancel_backend(1);
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
SELECT dblink('dbname=x', 'SELECT 1');
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
DO $$ BEGIN PERFORM pg_sleep(5); END $$;
                    ^^^^^^^^^^^

-- good: delays between batches, functions of the same name, locks for migrations, an option
-- option allowed: ["pg_reload_conf"]
DO $$ BEGIN LOOP UPDATE t SET x = 1 WHERE id IN (SELECT id FROM t LIMIT 10); PERFORM pg_sleep(0.1); END LOOP; END $$;
SELECT app.pg_sleep(10);
SELECT pg_advisory_lock(1), pg_reload_conf();
CREATE FUNCTION lo_export(a int) RETURNS int LANGUAGE sql AS $$ SELECT a $$;
SELECT lo_export(1);

-- good: a pause that grows
CREATE PROCEDURE fill() LANGUAGE plpgsql AS $$ DECLARE pause int := 1; BEGIN LOOP UPDATE t SET x = 1 WHERE id = 1; COMMIT; PERFORM pg_sleep(pause); END LOOP; END $$;
