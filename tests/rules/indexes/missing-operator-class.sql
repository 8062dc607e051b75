-- bad: a text, for which the fix adds trigrams
CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL);
CREATE INDEX users_name ON users USING gin (name);
                                            ^^^^
-- fixed:
CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL);
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX users_name ON users USING gin (name gin_trgm_ops);
-- bad: scalars beside arrays, types without order
CREATE TABLE a (id bigint PRIMARY KEY, team int, tags text[], doc json, spot point, name varchar(20));
CREATE INDEX ON a USING gin (team, tags);
                             ^^^^
CREATE INDEX ON a (doc);
                   ^^^
CREATE INDEX ON a (spot);
                   ^^^^
-- bad: of a domain, on a table of an earlier file
-- given:
CREATE DOMAIN word AS text;
CREATE TABLE a (id bigint PRIMARY KEY, w word);
-- sql:
CREATE INDEX CONCURRENTLY ON a USING gin (w);
                                          ^
-- fixed:
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX CONCURRENTLY ON a USING gin (w gin_trgm_ops);
-- good: with the extension, of types that have a class, of what is not known
CREATE EXTENSION btree_gin;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA extensions;
CREATE TABLE a (id bigint PRIMARY KEY, team int, tags text[], doc jsonb, v tsvector, spot point, name text, r int4range);
CREATE INDEX ON a USING gin (team, tags);
CREATE INDEX ON a USING gin (doc);
CREATE INDEX ON a USING gin (v);
CREATE INDEX ON a USING gist (spot);
CREATE INDEX ON a USING gin (name extensions.gin_trgm_ops);
CREATE INDEX ON a USING gist (r);
CREATE INDEX ON a USING gin (to_tsvector('english', name));
CREATE INDEX ON unknown USING gin (name);
-- good: provided
-- option provided_extensions: ["btree_gin"]
CREATE TABLE a (id bigint PRIMARY KEY, team int, tags text[]);
CREATE INDEX ON a USING gin (team, tags);
