-- bad: a moment that never was
SELECT relname FROM pg_stat_all_tables AS t WHERE t.last_autovacuum < now() - interval '1 day';
                                                  ^^^^^^^^^^^^^^^^^
-- good: a moment with a branch for NULL
SELECT relname FROM pg_stat_user_tables WHERE last_vacuum IS NULL OR last_vacuum < now() - interval '1 day';
