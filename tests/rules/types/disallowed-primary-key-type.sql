-- bad: written anywhere
-- option columns: ["*_id"]
CREATE TABLE a (id integer, other_id text, name text);
                   ^^^^^^^           ^^^^
ALTER TABLE a ADD PRIMARY KEY (id);
CREATE TABLE b (id serial PRIMARY KEY);
                   ^^^^^^
-- bad: only one type
-- option allowed: ["uuid"]
CREATE TABLE a (id bigint PRIMARY KEY);
                   ^^^^^^
-- good: keys of others, natural keys, listed types
-- option allow_natural_keys: true
CREATE TABLE a (id bigserial PRIMARY KEY);
CREATE TABLE b (a_id int REFERENCES a (id), n bigint, PRIMARY KEY (a_id, n));
CREATE TABLE c (code char(3) PRIMARY KEY);
-- bad, mysql, mariadb: text
CREATE TABLE a (id varchar(36) PRIMARY KEY);
                   ^^^^^^^^^^^
-- good, mysql, mariadb: bytes of a UUID
CREATE TABLE a (id binary(16) PRIMARY KEY);
