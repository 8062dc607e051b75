-- bad: booleans
-- given:
CREATE TABLE t (b boolean, u uuid, n integer, j jsonb, f real, d date, s text);
-- sql:
SELECT sum(b) AS many, max(b) AS one, min(b) AS every, avg(b) AS part FROM t;
           ^               ^              ^                ^
-- fixed:
SELECT count(*) FILTER (WHERE b) AS many, bool_or(b) AS one, bool_and(b) AS every, avg(b) AS part FROM t;

-- bad: identifiers, documents, texts and dates
-- given:
CREATE TABLE t (b boolean, u uuid, n integer, j jsonb, f real, d date, s text);
-- sql:
SELECT max(u) AS a, min(j) AS b, sum(s) AS c, avg(d) AS d, length(n) AS e FROM t;
           ^            ^            ^            ^               ^

-- bad: casts that are missing
-- given:
CREATE TABLE t (b boolean, u uuid, n integer, j jsonb, f real, d date, s text);
-- sql:
SELECT round(f * 100, 1) AS a, round((f / 2), 1) AS b, round('1'::float8, 2) AS c FROM t;
             ^^^^^^^                 ^^^^^^^                 ^^^^^^^^^^^
SELECT string_agg(n, ',') AS a, string_agg(DISTINCT u, ',') AS b FROM t;
                  ^                                 ^
-- fixed:
SELECT round((f * 100)::numeric, 1) AS a, round((f / 2)::numeric, 1) AS b, round('1'::float8::numeric, 2) AS c FROM t;
SELECT string_agg(n::text, ',') AS a, string_agg(DISTINCT u::text, ',') AS b FROM t;

-- bad: behind a domain, in a view and in a function
-- given:
CREATE DOMAIN ratio AS double precision;
CREATE TABLE t (r ratio, id bigint);
-- sql:
CREATE VIEW v AS SELECT round(r, 2) AS r FROM t;
                              ^
CREATE FUNCTION f() RETURNS numeric LANGUAGE sql AS $$ SELECT round(r, 2) FROM t WHERE id = 1 $$;
                                                                    ^
-- fixed:
CREATE VIEW v AS SELECT round(r::numeric, 2) AS r FROM t;
CREATE FUNCTION f() RETURNS numeric LANGUAGE sql AS $$ SELECT round(r::numeric, 2) FROM t WHERE id = 1 $$;

-- good: types that are accepted
-- given:
CREATE TABLE t (n integer, m numeric, f double precision, i interval, s text, d date, b bytea, a text[]);
-- sql:
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY i) AS a, percentile_cont(0.5) WITHIN GROUP (ORDER BY n) AS b FROM t;
SELECT round(f) AS a, round(m, 2) AS b, round(n, 1) AS c, sum(i) AS d, max(s) AS e, min(d) AS f, length(b) AS g FROM t;
SELECT string_agg(s, ',') AS a, string_agg(b, '') AS b, max(a) AS c, sum(n::numeric) AS d, length(n::text) AS e FROM t;

-- good: unknown types
SELECT round(x, 2) AS a, sum(y) AS b, percentile_cont(0.5) WITHIN GROUP (ORDER BY z) AS c FROM elsewhere;

-- good: an overload of the project
-- given:
CREATE FUNCTION round(double precision, integer) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT round($1::numeric, $2) $$;
CREATE TABLE t (f double precision);
-- sql:
SELECT round(f, 2) AS f FROM t;

-- bad: array_length without the dimension
SELECT array_length(tags) AS many FROM t;
       ^^^^^^^^^^^^^^^^^^
-- fixed:
SELECT array_length(tags, 1) AS many FROM t;
