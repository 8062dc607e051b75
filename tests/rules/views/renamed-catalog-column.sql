-- bad, postgres 17: the checkpointer has a view of its own since 17
SELECT b.checkpoints_timed FROM pg_stat_bgwriter AS b;
       ^^^^^^^^^^^^^^^^^^^
-- bad, postgres 18: before there were versions this tool knows
SELECT conname, consrc FROM pg_catalog.pg_constraint;
                ^^^^^^

-- good, postgres 12: the old name on the old version
SELECT query, total_time FROM pg_stat_statements;

-- bad, postgres 12: the new name on the old version
SELECT query, total_exec_time FROM pg_stat_statements;
              ^^^^^^^^^^^^^^^

-- good: an own table
-- given:
CREATE TABLE pg_stat_statements (total_time int);
-- sql:
SELECT total_time FROM pg_stat_statements;

-- bad: the statistics of statements
SELECT query, total_time FROM pg_stat_statements ORDER BY total_time DESC LIMIT 10;
              ^^^^^^^^^^
                                                          ^^^^^^^^^^
-- fixed:
SELECT query, total_exec_time FROM pg_stat_statements ORDER BY total_exec_time DESC LIMIT 10;

-- bad: in a function
CREATE FUNCTION waiting() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM pg_stat_activity WHERE procpid = 1 $$;
                                                                                                        ^^^^^^^
-- fixed:
CREATE FUNCTION waiting() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM pg_stat_activity WHERE pid = 1 $$;
-- good: a function that asks for the version
CREATE FUNCTION place() RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('server_version_num')::int < 100000 THEN
        RETURN pg_current_xlog_location();
    END IF;
    RETURN pg_current_wal_lsn();
END $$;
