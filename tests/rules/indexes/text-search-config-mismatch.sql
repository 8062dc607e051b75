-- bad: another language
-- given:
CREATE TABLE docs (id bigint PRIMARY KEY, body text);
CREATE INDEX docs_fts ON docs USING gin (to_tsvector('english'::regconfig, body));
-- sql:
SELECT id FROM docs WHERE to_tsvector('simple', docs.body) @@ to_tsquery('simple', 'x');
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: a stored vector, no index, a parameter, both languages
-- given:
CREATE TABLE docs (id bigint PRIMARY KEY, body text, lang regconfig);
CREATE INDEX docs_fts ON docs USING gin (to_tsvector('english', body));
CREATE INDEX docs_de ON docs USING gin (to_tsvector('german', body));
CREATE TABLE notes (id bigint PRIMARY KEY, body text, v tsvector GENERATED ALWAYS AS (to_tsvector('english', body)) STORED);
CREATE INDEX notes_fts ON notes USING gin (to_tsvector('english', body));
CREATE TABLE plain (id bigint PRIMARY KEY, body text);
-- sql:
SELECT id FROM docs WHERE to_tsvector('german', body) @@ to_tsquery('german', 'x');
SELECT id FROM docs WHERE to_tsvector(lang, body) @@ to_tsquery(lang, 'x') OR to_tsvector($1, body) @@ to_tsquery($1, 'x');
SELECT id FROM notes WHERE to_tsvector(body) @@ to_tsquery('x');
SELECT id FROM plain WHERE to_tsvector(body) @@ to_tsquery('x');
