-- bad: an ellipsis of one character
SELECT … FROM t;
       ^

-- bad: in a condition
UPDATE t SET a = 1 WHERE ...;
                         ^^^

-- good: operators and ranges
SELECT id FROM users WHERE id < 5 AND id > 1;
SELECT a[1:2] FROM t WHERE a < b AND c > d;
DO $$ BEGIN FOR i IN 1..10 LOOP RAISE NOTICE '...'; END LOOP; END $$;

-- good: a table of that name
SELECT table_name FROM information_schema.tables;
SELECT column_name FROM information_schema.columns WHERE table_name = 't';

-- bad, mysql: names
-- error: 1064
SELECT id FROM <table> WHERE id = 1;
               ^^^^^^^

-- good, mysql: strings
SELECT "..." AS dots, 3 < 5 AS less;

-- bad, sqlite: columns
-- error: near "."
CREATE TABLE t (id integer PRIMARY KEY, ...);
                                        ^^^

-- good, sqlite: strings
SELECT '...' AS dots;
