CREATE TABLE parents (id int PRIMARY KEY);
CREATE TABLE t (
    first timestamp,
    second timestamp,
    third timestamp NULL,
    a int CHECK (a > 0),
    parent int REFERENCES parents (id),
    CONSTRAINT named CHECK (a < 5)
);
