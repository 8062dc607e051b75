-- bad: materialized, unknown, several
-- given:
CREATE MATERIALIZED VIEW totals AS SELECT 1 AS a;
-- sql:
DROP MATERIALIZED VIEW totals;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
DROP VIEW a, reports.b;
          ^  ^^^^^^^^^
-- good: made again later, made here, not there, temporary
-- given:
CREATE VIEW totals AS SELECT 1 AS a;
-- sql:
DROP VIEW totals;
CREATE OR REPLACE VIEW totals AS SELECT 1 AS b;
CREATE VIEW scratch AS SELECT 1 AS a;
DROP VIEW scratch;
DROP VIEW IF EXISTS never_there;
CREATE TEMPORARY VIEW mine AS SELECT 1 AS a;
DROP VIEW mine;
-- good: another view, or a table, takes its place
-- given:
CREATE VIEW totals AS SELECT 1 AS a;
CREATE VIEW sums AS SELECT 1 AS a;
-- sql:
DROP VIEW totals;
CREATE TABLE totals (a integer);
DROP VIEW sums;
CREATE VIEW sums_next AS SELECT 2 AS a;
ALTER VIEW sums_next RENAME TO sums;
-- bad, mysql, sqlite: other engines
-- given:
CREATE VIEW totals AS SELECT 1 AS a;
-- sql:
DROP VIEW totals;
^^^^^^^^^^^^^^^^
-- good, mysql, sqlite: made again
-- given:
CREATE VIEW totals AS SELECT 1 AS a;
-- sql:
DROP VIEW totals;
CREATE VIEW totals AS SELECT 1 AS b;
