-- bad: calculations, years and brackets
-- given:
CREATE TABLE t (id bigint PRIMARY KEY, n int, at timestamptz);
CREATE INDEX ON t (n);
CREATE INDEX ON t (at);
-- sql:
SELECT id FROM t WHERE t.n - 3 = 10 AND extract(year FROM at) = 2025;
                       ^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
SELECT id FROM t WHERE t.n = 13 AND at >= '2025-01-01' AND at < '2026-01-01';

-- bad: under OR there is no fix
-- given:
CREATE TABLE t (id bigint PRIMARY KEY, at timestamptz);
CREATE INDEX ON t (at);
-- sql:
SELECT id FROM t WHERE date(at) = '2025-03-01' OR date_trunc('day', at) = $1;
                       ^^^^^^^^^^^^^^^^^^^^^^^    ^^^^^^^^^^^^^^^^^^^^^^^^^^

-- bad: a cast to another kind of type, a calculation in a join
-- given:
CREATE TABLE t (id bigint PRIMARY KEY, u_id bigint);
CREATE TABLE u (id bigint PRIMARY KEY);
-- sql:
SELECT t.id FROM t JOIN u ON u.id + 1 = t.u_id WHERE t.id::text = $1;
                             ^^^^^^^^^^^^^^^^^       ^^^^^^^^^^^^^^^

-- bad: habits, where no table is known
SELECT id FROM t WHERE created_at::date = $1 AND lower(email) = 'x' AND coalesce(n, 0) = 0 AND m + 1 > 5;
                       ^^^^^^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^     ^^^^^^^^^

-- good: an index or column for the expression
-- given:
CREATE TABLE t (id bigint PRIMARY KEY, email text, at timestamptz);
CREATE INDEX ON t (email);
CREATE INDEX ON t (lower(email));
-- sql:
SELECT id FROM t WHERE lower(email) = lower($1);

-- good: no index to hide
-- given:
CREATE TABLE t (id bigint PRIMARY KEY, n int);
-- sql:
SELECT id FROM t WHERE n + 1 = 5;

-- good: casts within a kind of types, case-insensitive types
-- given:
CREATE TABLE t (id bigint PRIMARY KEY, name varchar(50), n int, c citext);
CREATE INDEX ON t (name);
CREATE INDEX ON t (n);
CREATE INDEX ON t (c);
-- sql:
SELECT id FROM t WHERE name::text = 'x' AND n::bigint = 5 AND lower(c) = 'x';

-- good: the row is found by its key
-- given:
CREATE TABLE t (id bigint PRIMARY KEY, at timestamptz);
CREATE INDEX ON t (at);
-- sql:
SELECT id FROM t WHERE id = 5 AND at::date = '2025-03-01';

-- good: the other side, other clauses, sharding
SELECT date_trunc('day', at), count(*) FROM t WHERE at > date_trunc('day', now()) GROUP BY 1 ORDER BY date(at);
SELECT id FROM t WHERE id % 8 = 3 AND md5(x) = 'y';
SELECT max(id) FROM t GROUP BY a HAVING coalesce(max(b), 0) = 0;

-- good: a pattern made of a column is nothing an index is searched for
-- given:
CREATE TABLE patterns (id bigint PRIMARY KEY, pattern text NOT NULL);
CREATE INDEX patterns_pattern_idx ON patterns (pattern);
-- sql:
SELECT id FROM patterns WHERE $1 LIKE replace(pattern, '*', '%');

-- bad, mysql, sqlite: other engines
-- given:
CREATE TABLE visits (id integer PRIMARY KEY, started_at datetime NOT NULL);
CREATE INDEX visits_started_at_idx ON visits (started_at);
-- sql:
SELECT id FROM visits WHERE date(started_at) = ?;
                            ^^^^^^^^^^^^^^^^^^^^

-- bad, mysql: a day on MySQL
-- given:
CREATE TABLE visits (id integer PRIMARY KEY, started_at datetime NOT NULL, KEY (started_at));
-- sql:
SELECT id FROM visits WHERE DATE(started_at) = '2025-03-01';
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
SELECT id FROM visits WHERE started_at >= '2025-03-01' AND started_at < '2025-03-01' + INTERVAL 1 DAY;

-- bad, sqlite: a day on SQLite
-- given:
CREATE TABLE visits (id integer PRIMARY KEY, started_at TEXT NOT NULL);
CREATE INDEX visits_started_at_idx ON visits (started_at);
-- sql:
SELECT id FROM visits WHERE date(started_at) = '2025-03-01';
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
SELECT id FROM visits WHERE started_at >= '2025-03-01' AND started_at < date('2025-03-01', '+1 day');

-- good, mysql, sqlite: other engines
-- given:
CREATE TABLE visits (id integer PRIMARY KEY, started_at datetime NOT NULL);
CREATE INDEX visits_started_at_idx ON visits (started_at);
-- sql:
SELECT id FROM visits WHERE started_at >= '2025-03-01' AND started_at < '2025-03-02';

-- bad, mysql, mariadb 10.11: a year
-- given:
CREATE TABLE visits (id integer PRIMARY KEY, started_at datetime NOT NULL, KEY (started_at));
-- sql:
SELECT id FROM visits WHERE YEAR(started_at) = 2025;
                            ^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
SELECT id FROM visits WHERE started_at >= '2025-01-01' AND started_at < '2026-01-01';

-- good, mariadb 11.4: MariaDB makes a range of it
-- given:
CREATE TABLE visits (id integer PRIMARY KEY, started_at datetime NOT NULL, KEY (started_at));
-- sql:
SELECT id FROM visits WHERE YEAR(started_at) = 2025 OR DATE(started_at) = '2024-02-03';

-- bad, sqlite: a day of another time zone, which has no simple range
-- given:
CREATE TABLE visits (id integer PRIMARY KEY, started_at TEXT NOT NULL);
CREATE INDEX visits_started_at_idx ON visits (started_at);
-- sql:
SELECT id FROM visits WHERE date(started_at, 'localtime') = '2025-03-01';
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- bad: habits, of tables elsewhere
SELECT id FROM elsewhere WHERE to_char(d, 'YYYY-MM') = '2025-03';
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
SELECT id FROM elsewhere WHERE d + interval '1 day' > now();
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
SELECT id FROM elsewhere WHERE trim(code) = $1;
                               ^^^^^^^^^^^^^^^

-- bad, mysql: habits, of tables elsewhere
-- error: 1146
SELECT id FROM elsewhere WHERE MONTH(d) = 3 AND DATE_FORMAT(e, '%Y') = '2025' AND IFNULL(s, 'x') = 'x';
                               ^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^^^
SELECT id FROM elsewhere WHERE d + INTERVAL 1 DAY > NOW();
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^

-- bad, sqlite: habits, of tables elsewhere
-- error: no such table
SELECT id FROM elsewhere WHERE strftime('%Y', d) = '2025';
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^

-- bad: a document shows a part of the indexes
-- file: guide.md
```sql
CREATE TABLE visits (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, seen_at timestamptz NOT NULL);
SELECT id FROM visits WHERE date(seen_at) = '2024-05-01';
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
```
-- fixed:
-- file: guide.md
```sql
CREATE TABLE visits (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, seen_at timestamptz NOT NULL);
SELECT id FROM visits WHERE seen_at >= '2024-05-01' AND seen_at < date '2024-05-01' + 1;
```
