-- bad: every spelling
CREATE TABLE alarms (id bigint PRIMARY KEY, a TIME WITH TIME ZONE, b time(3) with time zone, c timetz[]);
                                              ^^^^^^^^^^^^^^^^^^^
                                                                     ^^^^^^^^^^^^^^^^^^^^^^
                                                                                               ^^^^^^^^
ALTER TABLE alarms ADD COLUMN d timetz;
                                ^^^^^^
-- fixed:
CREATE TABLE alarms (id bigint PRIMARY KEY, a TIMESTAMPTZ, b timestamptz, c timestamptz[]);
ALTER TABLE alarms ADD COLUMN d timestamptz;

-- bad: a type that is set later
CREATE TABLE alarms (id bigint PRIMARY KEY, a time);
ALTER TABLE alarms ALTER COLUMN a TYPE timetz;
                                       ^^^^^^

-- good: plain times, casts, a type that is gone
CREATE TABLE alarms (id bigint PRIMARY KEY, a time, b time without time zone, c timestamptz, d timetz);
SELECT a::timetz FROM alarms WHERE id = 1;
ALTER TABLE alarms ALTER COLUMN d TYPE time;
