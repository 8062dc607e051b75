-- bad: several tables and the whole database
VACUUM FULL orders, users;
            ^^^^^^  ^^^^^
VACUUM (FULL true, ANALYZE) orders;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
VACUUM FULL VERBOSE;
^^^^^^^^^^^^^^^^^^^
-- fixed:
VACUUM (ANALYZE) orders, users;
VACUUM (ANALYZE) orders;
VACUUM (ANALYZE);
-- bad: comments stay
VACUUM /* once */ FULL orders;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: not full
VACUUM (FULL off) orders;
VACUUM (FULL false, ANALYZE) orders;
VACUUM orders;
VACUUM FREEZE ANALYZE orders;
-- good: temporary tables
CREATE TEMP TABLE picked (id bigint);
VACUUM FULL picked;
