-- bad: by type, by name, included
CREATE TABLE a (id bigint PRIMARY KEY, extra jsonb, data bytea, v varchar(600), name text, raw_html text, doc json);
CREATE INDEX ON a (extra);
^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE INDEX ON a (name, data);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE INDEX ON a (v);
^^^^^^^^^^^^^^^^^^^^^
CREATE INDEX ON a (name) INCLUDE (raw_html);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE INDEX ON a (name) INCLUDE (doc);
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad, mysql only: without a length
-- error: 1170
CREATE TABLE a (id int PRIMARY KEY, body text, KEY k (body));
                                               ^^^^^^^^^^^^
-- bad, mariadb: the first 3072 bytes
CREATE TABLE a (id int PRIMARY KEY, body text, KEY k (body));
                                               ^^^^^^^^^^^^
-- good: short texts, expressions, other methods, unique
CREATE TABLE a (id bigint PRIMARY KEY, name text, email text, url text, body text, extra jsonb, v varchar(500), code bytea);
CREATE INDEX ON a (name, email, url, v);
CREATE INDEX ON a (md5(body));
CREATE INDEX ON a USING hash (body);
CREATE INDEX ON a USING gin (extra);
CREATE UNIQUE INDEX ON a (code);
CREATE INDEX ON a ((extra->>'x'));
-- good, mysql, mariadb: a prefix, words, a computed column
CREATE TABLE a (id int PRIMARY KEY, body text, v varchar(2000), KEY k (body(191)), KEY v (v(100)), FULLTEXT KEY f (body));
