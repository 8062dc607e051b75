-- bad: OR REPLACE, on a view
CREATE OR REPLACE RULE v_insert AS ON INSERT TO v DO INSTEAD INSERT INTO t (id) VALUES (new.id);
                       ^^^^^^^^

-- good: the rule of a view, as pg_dump prints it, and DROP RULE
CREATE RULE "_RETURN" AS ON SELECT TO v DO INSTEAD SELECT 1 AS x;
DROP RULE v_insert ON v;
