-- bad: every type
CREATE TABLE t (a timestamp(3) with time zone, b TIME (0), c interval(1), d timestamp without time zone);
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                 ^^^^^^^^
                                                             ^^^^^^^^^^^
-- fixed:
CREATE TABLE t (a timestamp with time zone, b TIME, c interval, d timestamp without time zone);
-- bad: in a later statement, without an edit
CREATE TABLE t (n bigint PRIMARY KEY);
ALTER TABLE t ADD COLUMN at timestamptz(3);
                            ^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE t (n bigint PRIMARY KEY);
ALTER TABLE t ADD COLUMN at timestamptz(3);
-- bad, mysql, mariadb: fractions where whole seconds are wanted
-- option forbid_fractional: true
CREATE TABLE t (n int PRIMARY KEY, a datetime(6), b TIMESTAMP (3) NULL, c time(0), d datetime);
                                     ^^^^^^^^^^^    ^^^^^^^^^^^^^
-- fixed:
CREATE TABLE t (n int PRIMARY KEY, a datetime, b TIMESTAMP NULL, c time(0), d datetime);
-- good, mysql, mariadb: a precision keeps more than none
CREATE TABLE t (n int PRIMARY KEY, a datetime(6), b datetime(3), c datetime, d datetime(0));
