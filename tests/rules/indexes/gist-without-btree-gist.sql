-- bad: an index and a constraint added to a known table
-- given:
CREATE TYPE mood AS ENUM ('fine');
CREATE TABLE uses (room bigint, feeling mood, during tstzrange);
-- sql:
CREATE INDEX CONCURRENTLY a ON uses USING gist (room, during);
                                                ^^^^
ALTER TABLE uses ADD EXCLUDE USING gist (feeling WITH =, during WITH &&);
                                         ^^^^^^^
-- good: the extension is there
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE TABLE uses (room uuid, during tstzrange, EXCLUDE USING gist (room WITH =, during WITH &&));
-- good: types GiST knows, operator classes, unknown types
CREATE TABLE shapes (a box, b tsvector, c int4range, d point, e ltree, f text, g mystery);
CREATE INDEX one ON shapes USING gist (a, b, c, d, e, f gist_trgm_ops, g);
CREATE INDEX two ON elsewhere USING gist (whatever);
-- good: the platform provides it
-- option provided_extensions: ["btree_gist"]
CREATE TABLE uses (room uuid, during tstzrange, EXCLUDE USING gist (room WITH =, during WITH &&));
-- good: another method
CREATE INDEX a ON uses USING brin (room);
