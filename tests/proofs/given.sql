-- Tables that cases speak of as unknown, so that their statements can be run. A section is for all cases of a rule
-- or for the case whose title follows; cases without a section run after the example shop.
-- for data/disabled-trigger: a table that is not known, a rule
CREATE TABLE orders (id bigint);
CREATE RULE protect AS ON DELETE TO orders DO INSTEAD NOTHING;
-- for data/drop-cascade: every kind
CREATE VIEW v AS SELECT 1 AS a;
CREATE TYPE mood AS ENUM ('a');
CREATE DOMAIN d AS text;
CREATE FUNCTION f(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE SEQUENCE s;
CREATE TABLE orders (id bigint CONSTRAINT c CHECK (id > 0));
CREATE EXTENSION IF NOT EXISTS hstore;
-- for data/drop-cascade: several objects
CREATE TABLE a (id bigint);
CREATE TABLE b (id bigint);
-- for indexes/duplicate-index-column
CREATE TABLE t (x text, y text, z text);
-- for indexes/misordered-index-clauses: the method behind the keys
CREATE TABLE t (a int[]);
-- for indexes/misordered-index-clauses: a condition in the middle
CREATE SCHEMA s;
CREATE TABLE s.t (a text, b text);
-- for indexes/unindexed-foreign-key: the column is new, so no index can be elsewhere
CREATE TABLE parents (id bigint PRIMARY KEY);
CREATE TABLE unknown (id bigint);
-- for indexes/unsupported-index-option: order
CREATE TABLE t (spot box);
-- for keys/missing-not-null: in quotes, of a schema, with the key added later
CREATE SCHEMA app;
-- for locks/blocking-index-build: one statement has to stay in the file
CREATE TABLE orders (id bigint PRIMARY KEY, status text, at timestamptz);
-- for locks/blocking-index-drop
CREATE TABLE orders (id bigint PRIMARY KEY, status text, at timestamptz);
CREATE INDEX orders_status_idx ON orders (status);
-- for locks/blocking-partition-detach
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2023 PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
-- for locks/blocking-reindex
CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE SCHEMA sales;
CREATE TABLE sales.orders (id bigint PRIMARY KEY);
-- for locks/missing-idle-timeout
CREATE TABLE users (id bigint);
CREATE TABLE orders (id bigint);
-- for locks/missing-lock-timeout: CONCURRENTLY is out of the question
CREATE TABLE orders (id bigint PRIMARY KEY, status text);
CREATE INDEX orders_status_idx ON orders (status);
-- for locks/missing-lock-timeout
CREATE ROLE migrator;
CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE TABLE users (id bigint PRIMARY KEY);
-- for locks/unique-constraint-index-build: unknown table, unnamed
CREATE TABLE users (id bigint PRIMARY KEY, tenant_id bigint, email text);
-- for locks/unique-constraint-index-build: INCLUDE, NULLS NOT DISTINCT and DEFERRABLE find their places
CREATE SCHEMA sales;
-- for locks/validating-foreign-key: the column is new in this file, but the rows are read all the same
CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE TABLE regions (id bigint PRIMARY KEY);
-- for locks/missing-lock-timeout: set_config() that takes the limit away
CREATE TABLE members (id bigint);
-- for locks/repeated-alter-table: a table that no migration creates
CREATE TABLE members (a int, b int);
-- for locks/unique-constraint-index-build: IF EXISTS of a table that no migration creates, like all others
CREATE TABLE members (id bigint, code text);
-- for naming/identifier-too-long: renamed, a constraint, bytes instead of characters, a qualified name
CREATE SCHEMA shop;
CREATE TABLE a (b int, c int);
-- for partitions/concurrent-index-on-parent: several partitions, one in another schema
CREATE SCHEMA old;
-- for queries/and-in-set-list: upserts and three assignments
CREATE TABLE t (id bigint PRIMARY KEY, a boolean, b int, c int);
-- for queries/current-time-with-zone
CREATE TABLE shifts (id bigint, starts_at time);
-- for queries/distinct-with-group-by
CREATE TABLE t (a int, b text, c int);
-- for queries/duplicate-output-columns: an outer query refers to the name
CREATE TABLE a (id bigint PRIMARY KEY);
CREATE TABLE b (id bigint PRIMARY KEY, a_id bigint);
-- for queries/explain-analyze-write: prepared statements
PREPARE elsewhere AS SELECT 1;
-- for queries/function-argument-type-mismatch: array_length without the dimension
CREATE TABLE t (tags text[]);
-- for queries/group-by-ordinal
CREATE TABLE t (a int, b int);
-- for queries/keyset-without-tiebreaker: a literal in documentation
CREATE TABLE m (id text PRIMARY KEY, sent_at timestamptz, room_id bigint);
-- for queries/left-join-discarded-by-having
CREATE TABLE u (id bigint PRIMARY KEY, x int);
CREATE TABLE o (id bigint PRIMARY KEY, u_id bigint, total int, kind text, at timestamptz);
-- for queries/locking-subquery-with-limit
CREATE TABLE jobs (id bigint PRIMARY KEY);
-- for queries/natural-join: outer, unknown tables
CREATE TABLE a (x int, y int);
CREATE TABLE b (x int);
-- for queries/not-in-subquery
CREATE TABLE people (id bigint PRIMARY KEY);
CREATE TABLE bans (person_id bigint, a int, b int);
-- for queries/null-comparison
CREATE TABLE t (a int, b int, c int, d int, owner text);
CREATE TABLE u (x int);
-- for queries/null-comparison: checks and policies
CREATE TABLE t (a int, owner text);
INSERT INTO t VALUES (NULL, 'a'), (2, NULL);
-- for queries/offset-pagination
CREATE TABLE posts (id bigint PRIMARY KEY);
-- for queries/or-chain-of-equalities
CREATE TABLE a (id bigint PRIMARY KEY, x int, kind text);
CREATE TABLE b (id bigint PRIMARY KEY, a_id bigint, kind text);
-- for queries/order-by-ordinal
CREATE TABLE t (a int, b int);
CREATE TABLE u (c int, d int);
-- for queries/order-by-random
CREATE TABLE quotes (id bigint PRIMARY KEY, weight int NOT NULL);
-- for queries/outer-join-nullified: the only condition, and the second fix
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, state text);
-- for queries/outer-join-nullified
CREATE TABLE u (id bigint PRIMARY KEY, x int);
CREATE TABLE o (id bigint PRIMARY KEY, u_id bigint, x int, at int);
-- for queries/self-comparison
CREATE TABLE t (a text, b text);
CREATE TABLE u (t_id bigint);
-- for queries/sum-without-coalesce
CREATE TABLE t (n int);
CREATE TABLE u (id bigint PRIMARY KEY, max_total int, total int);
CREATE TABLE o (id bigint PRIMARY KEY, u_id bigint, total int, paid int);
-- for queries/unguarded-division
CREATE TABLE items (id bigint PRIMARY KEY, price int, quantity int);
CREATE TABLE cache_stats (hits int, reads int);
CREATE TABLE orders (id bigint PRIMARY KEY, shop int, paid boolean, visits int);
CREATE TABLE a (id bigint PRIMARY KEY, n int, m int, x int, y int);
CREATE TABLE b (id bigint PRIMARY KEY);
-- for queries/unguarded-division: a count of no rows
CREATE TABLE a (paid boolean);
-- for queries/union-instead-of-union-all
CREATE TABLE t (a int PRIMARY KEY);
CREATE TABLE u (b int PRIMARY KEY);
CREATE TABLE v (c int PRIMARY KEY);
-- for queries/unknown-table-qualifier: with schema
CREATE SCHEMA shop;
CREATE TABLE shop.orders (id bigint);
-- for queries/unquoted-date
CREATE TABLE t (id bigint, d date);
CREATE TABLE s (id bigint);
-- for queries/unused-cte
CREATE TABLE t (id bigint);
CREATE TABLE u (id bigint, x int);
CREATE TABLE v (id bigint);
-- for queries/window-alias-reference: unknown tables
CREATE TABLE songs (title text);
-- for security/grant-all-privileges
CREATE ROLE app;
CREATE ROLE reader;
CREATE SCHEMA shop;
CREATE TABLE t (id bigint);
CREATE SEQUENCE s;
CREATE DATABASE shop;
-- for security/grant-option
CREATE ROLE app;
CREATE ROLE editors;
-- for security/policy-without-row-level-security: FORCE alone, a schema, DISABLE
CREATE SCHEMA audit;
-- for security/security-definer-without-search-path
CREATE SCHEMA app;
-- for security/superuser-role
CREATE ROLE app;
CREATE ROLE readers;
CREATE ROLE rds_superuser;
-- for security/table-without-row-level-security
CREATE SCHEMA auth;
CREATE SCHEMA private;
CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS 'SELECT NULL::uuid';
-- for transactions/concurrently-in-transaction
CREATE SCHEMA shop;
CREATE TABLE orders (id bigint PRIMARY KEY, note text);
CREATE TABLE shop.orders (id bigint PRIMARY KEY, note text);
CREATE INDEX b ON orders (note);
-- for transactions/unnamed-concurrent-index
CREATE TABLE "Users" (id bigint, email text);
-- for naming/constraint-name-convention
CREATE TABLE a (id bigint PRIMARY KEY);
-- for naming/constraint-name-convention: an option
CREATE TABLE b (n int);
-- for naming/index-name-convention
CREATE TABLE songs (title text);
-- for naming/unnamed-constraint
CREATE TABLE makers (id bigint PRIMARY KEY);
CREATE TABLE mugs (id bigint PRIMARY KEY, maker_id bigint);
-- for naming/unnamed-constraint: at columns, with the option
CREATE TABLE makers (id bigint PRIMARY KEY);
-- for keys/repeated-key-column: added later, a foreign key
CREATE TABLE u (x bigint, y bigint, UNIQUE (x, y));
-- for locks/set-not-null-scan
CREATE TABLE orders (id bigint PRIMARY KEY, status text);
-- for locks/blocking-index-drop: several unknown indexes
CREATE SCHEMA sales;
CREATE TABLE orders (id bigint PRIMARY KEY, a int);
CREATE TABLE sales.orders (id bigint PRIMARY KEY, a int);
CREATE INDEX orders_a_idx ON sales.orders (a);
CREATE INDEX orders_b_idx ON orders (a);
CREATE INDEX orders_c_idx ON orders (a, id);
-- for transactions/guarded-concurrent-index
CREATE SCHEMA app;
CREATE TABLE app.users (id bigint PRIMARY KEY, email text);
-- for locks/missing-lock-timeout: taken back
CREATE TABLE orders (id bigint PRIMARY KEY);
-- for security/per-row-policy-function: both conditions, a further operator, ALTER POLICY, a function of the history
CREATE SCHEMA app;
CREATE SCHEMA auth;
CREATE FUNCTION auth.uid() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT NULL::bigint';
CREATE FUNCTION auth.role() RETURNS text LANGUAGE sql STABLE AS 'SELECT NULL::text';
CREATE FUNCTION auth.jwt() RETURNS jsonb LANGUAGE sql STABLE AS 'SELECT NULL::jsonb';
CREATE TABLE t (id bigint, owner bigint, org text);
-- for security/publicly-executable-definer-function: arguments, a schema, granted again
CREATE SCHEMA app;
-- for security/publicly-executable-definer-function: granted to whoever comes through an API
CREATE ROLE anon;
CREATE ROLE authenticated;
-- for queries/insert-without-columns: from a query
CREATE TABLE u (x int, y int);
-- for queries/null-as-string: compared, inserted, as default
CREATE TABLE elsewhere (x text);
-- for views/select-star-in-view: branches, materialized views, OR REPLACE, unknown tables, a query that names its columns
CREATE TABLE elsewhere (id bigint);
-- for locks/blocking-index-drop: inside a DO block
CREATE TABLE orders (id bigint PRIMARY KEY, status text);
CREATE INDEX orders_status_idx ON orders (status);
-- for queries/nondeterministic-group-by: ORDER BY, HAVING, expressions, tables the history does not know, no GROUP BY, a joined table
CREATE TABLE scores (team_id bigint, player text, score int);
-- for security/user-editable-claim-in-policy: the setting, the table of users, a path, ALTER POLICY
CREATE SCHEMA auth;
CREATE FUNCTION auth.jwt() RETURNS jsonb LANGUAGE sql STABLE AS 'SELECT NULL::jsonb';
CREATE TABLE auth.users (id bigint, raw_user_meta_data jsonb, raw_app_meta_data jsonb);
CREATE TABLE t (id bigint, org text);
-- for security/audit-copies-secrets: old rows, json, a whole row, a schema, something else subtracted
CREATE SCHEMA app;
-- for queries/null-comparison: the condition of an index
CREATE TABLE orders (id bigint PRIMARY KEY, done_at timestamptz);
-- for views/order-by-in-view: a union
CREATE TABLE a (id bigint PRIMARY KEY);
CREATE TABLE b (id bigint PRIMARY KEY);
