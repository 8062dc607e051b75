-- bad, mysql, sqlite: other engines
CREATE TABLE customers (id bigint PRIMARY KEY, strName varchar(20) NOT NULL);
                                               ^^^^^^^

-- good, mysql, sqlite: other engines
CREATE TABLE customers (id bigint PRIMARY KEY, name varchar(20) NOT NULL);

-- bad: added and renamed columns, quotes
ALTER TABLE t ADD COLUMN "fullName" text;
                         ^^^^^^^^^^
ALTER TABLE t RENAME COLUMN a TO B;
                                 ^

-- bad: options
-- option pattern: "^[a-z]+_[a-z_]+$"
-- option max_length: 8
CREATE TABLE t (id bigint PRIMARY KEY, a_b int, a_longer_name int);
                ^^                              ^^^^^^^^^^^^^

-- good: a pattern that is no regular expression, templates
-- option pattern: "["
CREATE TABLE t (strName text, "{{ column }}" text);
