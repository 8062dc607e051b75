-- bad: a unique index
-- given:
CREATE TABLE tags (id bigint PRIMARY KEY, kind text, name text NOT NULL);
-- sql:
CREATE UNIQUE INDEX tags_name_idx ON tags (name, kind);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, postgres 14: no NULLS NOT DISTINCT before PostgreSQL 15
CREATE TABLE tags (id bigint PRIMARY KEY, kind text, n int NOT NULL, CONSTRAINT tags_key UNIQUE(kind, n));
                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: without a space before the bracket
CREATE TABLE tags (id bigint PRIMARY KEY, kind text, n int NOT NULL, CONSTRAINT tags_key UNIQUE(kind, n));
                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE tags (id bigint PRIMARY KEY, kind text, n int NOT NULL, CONSTRAINT tags_key UNIQUE NULLS NOT DISTINCT (kind, n));
-- good: required in one way or another
CREATE TABLE tags (kind text NOT NULL, name text, PRIMARY KEY (name), UNIQUE (kind, name));
CREATE TABLE labels (kind text CHECK (kind IS NOT NULL), name text NOT NULL, UNIQUE (kind, name));
-- good: made NOT NULL by a later file
CREATE TABLE tags (kind text, name text NOT NULL, UNIQUE (kind, name));
-- file: 0002_required.sql
ALTER TABLE tags ALTER COLUMN kind SET NOT NULL;
-- good: soft deletion
CREATE TABLE tags (name text NOT NULL, deleted_at timestamptz, UNIQUE (name, deleted_at));
-- good: the index leaves the NULLs out, or another one covers them
CREATE TABLE tags (kind text, name text NOT NULL);
CREATE UNIQUE INDEX a ON tags (kind, name) WHERE kind IS NOT NULL;
CREATE UNIQUE INDEX b ON tags (kind, name) WHERE "tags"."kind" IS NOT NULL;
CREATE UNIQUE INDEX c ON tags (kind, name) WHERE (public.tags.kind) IS NOT NULL AND (tags.name <> '');
-- good: unknown columns
CREATE UNIQUE INDEX a ON unknown (kind, name);

-- good: an optional column
CREATE TABLE people (id bigint PRIMARY KEY, nickname text UNIQUE);

-- bad, mysql, sqlite: other engines
CREATE TABLE tags (id bigint PRIMARY KEY, kind varchar(20), n int NOT NULL, UNIQUE (kind, n));
                                                                            ^^^^^^^^^^^^^^^^

-- good, sqlite: a partial index for the rest
CREATE TABLE categories (id INTEGER PRIMARY KEY, parent INTEGER, name TEXT NOT NULL, UNIQUE (parent, name));
CREATE UNIQUE INDEX categories_root_idx ON categories (name) WHERE parent IS NULL;

-- good, mysql, sqlite: nothing is NULL
CREATE TABLE tags (id bigint PRIMARY KEY, kind varchar(20) NOT NULL, n int NOT NULL, UNIQUE (kind, n));

-- good: NULL says that the row is in use
CREATE TABLE tags (id bigint PRIMARY KEY, n int NOT NULL, deleted_at timestamptz, UNIQUE (n, deleted_at));
