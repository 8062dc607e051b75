-- bad: INCLUDE
CREATE INDEX a ON t USING hash (token) INCLUDE (a);
                                                ^
CREATE INDEX b ON t USING gin (tags) INCLUDE (a);
                                              ^
CREATE INDEX c ON t USING brin (at) INCLUDE (a);
                                             ^
-- bad: several columns
CREATE INDEX a ON t USING hash (a, b);
                                   ^
CREATE INDEX b ON t USING spgist (a, b);
                                     ^
-- bad: order
CREATE INDEX a ON t USING gist (spot ASC NULLS LAST);
                                     ^^^^^^^^^^^^^^
-- fixed:
CREATE INDEX a ON t USING gist (spot);
-- bad: unique extension methods
CREATE UNIQUE INDEX a ON t USING hnsw (embedding);
                                       ^^^^^^^^^
-- bad, postgres 13: INCLUDE of spgist
CREATE INDEX a ON t USING spgist (spot) INCLUDE (a);
                                                 ^
-- good, postgres 14: INCLUDE of spgist and gist
CREATE INDEX a ON t USING spgist (spot) INCLUDE (a);
CREATE INDEX b ON t USING gist (spot) INCLUDE (a);
-- good: several columns where they are allowed
CREATE INDEX a ON t USING gin (a, b);
CREATE INDEX b ON t USING brin (a, b);
CREATE INDEX c ON t USING bloom (a, b) INCLUDE (c);
-- good: a column called asc, and exclusion constraints
CREATE INDEX a ON t USING hash ("asc");
CREATE TABLE uses (during tstzrange, EXCLUDE USING gist (during WITH &&));
