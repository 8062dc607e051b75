-- bad, mysql: another engine
CREATE TABLE memos (id bigint PRIMARY KEY, created datetime NOT NULL, due date);
                                           ^^^^^^^                    ^^^

-- good, mysql: another engine
CREATE TABLE memos (id bigint PRIMARY KEY, created_at datetime NOT NULL, due_on date);

-- bad: added columns, an option
-- option date_suffixes: ["_day"]
ALTER TABLE memos ADD COLUMN due_on date;
                             ^^^^^^
ALTER TABLE memos ADD COLUMN updated timestamp;
                             ^^^^^^^

-- good: names that say it in words
CREATE TABLE t (valid_from date, valid_to date, since timestamptz, until timestamptz, birthday date, dob date, day date, started_at timestamptz, x text);
