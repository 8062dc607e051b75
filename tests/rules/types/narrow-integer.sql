-- bad: less than bigint
-- option minimum: "bigint"
CREATE TABLE a (id bigint PRIMARY KEY, n int, m INT2, k int DEFAULT 3, big bigint);
                                         ^^^    ^^^^    ^^^
-- fixed:
CREATE TABLE a (id bigint PRIMARY KEY, n bigint, m BIGINT, k int DEFAULT 3, big bigint);
-- good: keys, bounded columns, partitions
CREATE TABLE kinds (id smallint PRIMARY KEY);
CREATE TABLE a (id smallint PRIMARY KEY, kind_id smallint, kind smallint REFERENCES kinds (id), age smallint CHECK (age < 200));
