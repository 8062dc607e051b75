-- bad: behind TABLESPACE
CREATE INDEX i ON t (a) TABLESPACE fast INCLUDE (b);
                                        ^^^^^^^^^^^
-- fixed:
CREATE INDEX i ON t (a) INCLUDE (b) TABLESPACE fast;

-- bad: the method behind the keys
CREATE INDEX i ON t (a) USING gin;
                        ^^^^^^^^^
-- fixed:
CREATE INDEX i ON t USING gin (a);

-- bad: a condition in the middle
CREATE UNIQUE INDEX CONCURRENTLY i ON ONLY s.t (lower(a)) WHERE (a IS NOT NULL) AND b = 'include' WITH (fillfactor = 70);
                                                                                                  ^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE UNIQUE INDEX CONCURRENTLY i ON ONLY s.t (lower(a)) WITH (fillfactor = 70) WHERE (a IS NOT NULL) AND b = 'include';

-- good: names like clauses
CREATE INDEX include ON include (include) INCLUDE (tablespace) WHERE include > 0;

-- good: every clause
CREATE UNIQUE INDEX i ON t USING btree (a) INCLUDE (b) NULLS NOT DISTINCT WITH (fillfactor = 70) TABLESPACE x WHERE a > 0;

-- bad: NULLS behind the predicate
-- error: 42601
CREATE TABLE songs (id bigint PRIMARY KEY, title text, year int);
CREATE UNIQUE INDEX songs_title_key ON songs (title) WHERE year IS NULL NULLS NOT DISTINCT;
                                                                        ^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE songs (id bigint PRIMARY KEY, title text, year int);
CREATE UNIQUE INDEX songs_title_key ON songs (title) NULLS NOT DISTINCT WHERE year IS NULL;

-- bad: USING behind the predicate
-- error: 42601
CREATE TABLE songs (id bigint PRIMARY KEY, title text, year int);
CREATE INDEX songs_title_idx ON songs (title) WHERE (year IS NULL) USING btree;
                                                                   ^^^^^^^^^^^
-- fixed:
CREATE TABLE songs (id bigint PRIMARY KEY, title text, year int);
CREATE INDEX songs_title_idx ON songs USING btree (title) WHERE (year IS NULL);
