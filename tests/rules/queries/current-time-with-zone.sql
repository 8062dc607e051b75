-- bad: a precision, a list of outputs, INSERT, a view, a body, a later default, a check
SELECT current_time(3) AS t;
       ^^^^^^^^^^^^^^^
INSERT INTO shifts (starts_at) VALUES (CURRENT_TIME);
                                       ^^^^^^^^^^^^
CREATE VIEW v AS SELECT id FROM shifts WHERE starts_at > CURRENT_TIME;
                                                         ^^^^^^^^^^^^
CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ UPDATE shifts SET starts_at = CURRENT_TIME WHERE id = 1 $$;
                                                                                  ^^^^^^^^^^^^
ALTER TABLE shifts ALTER COLUMN starts_at SET DEFAULT CURRENT_TIME;
                                                      ^^^^^^^^^^^^
ALTER TABLE shifts ADD COLUMN t time DEFAULT CURRENT_TIME;
                                             ^^^^^^^^^^^^
ALTER TABLE shifts ADD CONSTRAINT c CHECK (starts_at <= CURRENT_TIME);
                                                        ^^^^^^^^^^^^
-- fixed:
SELECT LOCALTIME(3) AS t;
INSERT INTO shifts (starts_at) VALUES (LOCALTIME);
CREATE VIEW v AS SELECT id FROM shifts WHERE starts_at > LOCALTIME;
CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ UPDATE shifts SET starts_at = LOCALTIME WHERE id = 1 $$;
ALTER TABLE shifts ALTER COLUMN starts_at SET DEFAULT LOCALTIME;
ALTER TABLE shifts ADD COLUMN t time DEFAULT LOCALTIME;
ALTER TABLE shifts ADD CONSTRAINT c CHECK (starts_at <= LOCALTIME);

-- good: its kin, a quoted column, a string
SELECT CURRENT_TIMESTAMP, now(), LOCALTIME, CURRENT_DATE, "current_time", t."current_time" FROM t WHERE x = 'CURRENT_TIME';
CREATE TABLE t (a time DEFAULT LOCALTIME, b text DEFAULT 'CURRENT_TIME', c timestamptz DEFAULT CURRENT_TIMESTAMP);
