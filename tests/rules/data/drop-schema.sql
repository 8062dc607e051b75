-- bad: nothing is known of it
DROP SCHEMA reporting;
^^^^^^^^^^^^^^^^^^^^^
DROP SCHEMA IF EXISTS a, b CASCADE;
                      ^  ^
-- good: known and empty, new
-- given:
CREATE SCHEMA reporting;
CREATE TABLE reporting.days (day date PRIMARY KEY);
-- sql:
CREATE SCHEMA scratch;
DROP SCHEMA scratch;
DROP TABLE reporting.days;
DROP SCHEMA reporting;
