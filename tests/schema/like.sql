CREATE TABLE source (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    a int NOT NULL DEFAULT 3 CHECK (a > 1),
    b text UNIQUE,
    c int GENERATED ALWAYS AS (a + 1) STORED,
    d serial,
    EXCLUDE USING btree (a WITH =) WHERE (a > 5)
);
CREATE INDEX source_lower ON source (lower(b));
CREATE INDEX source_two ON source (a, b);
COMMENT ON COLUMN source.a IS 'A number';
CREATE TABLE plain (first int, LIKE source, last int);
CREATE TABLE everything (LIKE source INCLUDING ALL);
CREATE TABLE a_few (LIKE source INCLUDING DEFAULTS INCLUDING CONSTRAINTS, UNIQUE (a));
CREATE TABLE most (LIKE source INCLUDING ALL EXCLUDING INDEXES EXCLUDING IDENTITY);
