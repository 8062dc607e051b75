-- bad: every type
CREATE TABLE t (a timestamp(3) with time zone, b TIME (0), c interval(1), d timestamp without time zone);
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                 ^^^^^^^^
                                                             ^^^^^^^^^^^
-- fixed:
CREATE TABLE t (a timestamp with time zone, b TIME, c interval, d timestamp without time zone);
