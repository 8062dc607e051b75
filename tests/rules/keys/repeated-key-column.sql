-- bad: added later, a foreign key
CREATE TABLE t (a bigint NOT NULL, "A" bigint);
ALTER TABLE t ADD CONSTRAINT k UNIQUE (a, "A", A);
                                               ^
ALTER TABLE t ADD FOREIGN KEY (a, a) REFERENCES u (x, y);
                                  ^
-- fixed:
CREATE TABLE t (a bigint NOT NULL, "A" bigint);
ALTER TABLE t ADD CONSTRAINT k UNIQUE (a, "A");
ALTER TABLE t ADD FOREIGN KEY (a, a) REFERENCES u (x, y);

-- good: two names, an exclusion
CREATE TABLE t (a bigint NOT NULL, "A" bigint, UNIQUE (a, "A"), EXCLUDE USING gist (a WITH =, a WITH <>));

-- bad, mysql, mariadb: other engines
-- error: 1060
CREATE TABLE t (a bigint NOT NULL, b bigint NOT NULL, UNIQUE KEY k (a, b, A));
                                                                          ^
-- fixed:
CREATE TABLE t (a bigint NOT NULL, b bigint NOT NULL, UNIQUE KEY k (a, b));

-- bad, sqlite: other engines
CREATE TABLE t (a INTEGER NOT NULL, b INTEGER NOT NULL, UNIQUE (a, b, A));
                                                                      ^
-- fixed:
CREATE TABLE t (a INTEGER NOT NULL, b INTEGER NOT NULL, UNIQUE (a, b));

-- good, mysql, mariadb, sqlite: other engines
CREATE TABLE t (a bigint NOT NULL, b bigint NOT NULL, PRIMARY KEY (a, b));
