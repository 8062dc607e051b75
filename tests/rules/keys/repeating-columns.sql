-- bad: with an end, from zero, with line breaks
CREATE TABLE orders (
    id bigint PRIMARY KEY,
    item_1_qty int,
    ^^^^^^^^^^^^^^
    item_2_qty int,
    item_3_qty int,
    Option0 text, option1 text, option2 text, option3 text
    ^^^^^^^^^^^^
);
-- bad, mysql, mariadb, sqlite: the same elsewhere, the last one added later
CREATE TABLE guests (id int PRIMARY KEY, phone1 varchar(20), phone2 varchar(20));
                                         ^^^^^^^^^^^^^^^^^^
ALTER TABLE guests ADD COLUMN phone3 varchar(20);
-- good: two, gaps, types, coordinates, calendars, imports
CREATE TABLE a (id bigint PRIMARY KEY, address_line1 text, address_line2 text, address_line3 text, phone1 text, phone2 text);
CREATE TABLE b (id bigint PRIMARY KEY, sha1 text, sha256 text, sha512 text, x1 int, x2 int, x3 int, a1 int, a2 text, a3 date);
CREATE TABLE c (id bigint PRIMARY KEY, q1 int, q2 int, q3 int, q4 int, m1 int, m2 int, m3 int, v7 int, v8 int, v9 int);
CREATE TABLE staging_d (phone1 text, phone2 text, phone3 text);
-- good: named in the options
-- option allowed: ["phone"]
CREATE TABLE a (id bigint PRIMARY KEY, phone1 text, phone2 text, phone3 text);
-- good, mysql, mariadb, sqlite: two
CREATE TABLE guests (id int PRIMARY KEY, phone1 varchar(20), phone2 varchar(20));

-- bad: tags
CREATE TABLE notes (id bigint PRIMARY KEY, tag1 text, tag2 text, tag3 text);
                                           ^^^^^^^^^
-- good: slots for what customers add
CREATE TABLE notes (id bigint PRIMARY KEY, tag1 text, tag2 text, tag3 text, number1 int, date1 date);
