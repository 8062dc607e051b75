-- bad: on a required column
CREATE TABLE contacts (email text NOT NULL CHECK (email IS NOT NULL));
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^
-- bad: literal truths
CREATE TABLE contacts (a int CHECK (1 = 1), b int CHECK (true), c int CHECK ((c = c)), d text CHECK (length(d) >= 0));
                             ^^^^^^^^^^^^^
                                                  ^^^^^^^^^^^^
                                                                      ^^^^^^^^^^^^^^^
                                                                                              ^^^^^^^^^^^^^^^^^^^^^^
-- bad: added to a table whose column is required
-- given:
CREATE TABLE contacts (id bigint PRIMARY KEY, phone text);
-- sql:
ALTER TABLE contacts ADD CONSTRAINT reachable CHECK (phone <> '' OR (id IS NOT NULL));
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: on the way to SET NOT NULL
-- given:
CREATE TABLE contacts (id bigint PRIMARY KEY, phone text);
-- sql:
ALTER TABLE contacts ADD CONSTRAINT phone_given CHECK (phone IS NOT NULL) NOT VALID;
ALTER TABLE contacts VALIDATE CONSTRAINT phone_given;
ALTER TABLE contacts ALTER COLUMN phone SET NOT NULL;
-- good: required through a domain only
CREATE DOMAIN address AS text NOT NULL;
CREATE TABLE contacts (email address, phone text, CHECK (email IS NOT NULL OR phone IS NOT NULL));
-- good: real conditions
CREATE TABLE contacts (
    a int NOT NULL CHECK (a > 0 AND a IS NOT NULL),
    b int CHECK (b = a),
    c text CHECK (length(c) > 0),
    d text CHECK (d IS NOT NULL OR a = 1),
    e int CHECK (CASE WHEN a = 1 OR 1 = 1 THEN e > 0 END)
);

-- bad, mysql, sqlite: other engines
CREATE TABLE contacts (
    id bigint PRIMARY KEY,
    email varchar(200) NOT NULL,
    phone varchar(20),
    CONSTRAINT contacts_reachable CHECK (email IS NOT NULL OR phone IS NOT NULL)
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
);

-- good, mysql, sqlite: other engines
CREATE TABLE contacts (
    id bigint PRIMARY KEY,
    email varchar(200),
    phone varchar(20),
    CONSTRAINT contacts_reachable CHECK (email IS NOT NULL OR phone IS NOT NULL)
);
-- bad: no value passes both
CREATE TABLE a (id bigint PRIMARY KEY, n int, s text, m int, CHECK (n > 10), CHECK (n <= 10), CHECK (s IN ('a', 'b')), CHECK (s IN ('c')));
                                                                             ^^^^^^^^^^^^^^^                           ^^^^^^^^^^^^^^^^^^
ALTER TABLE a ADD CHECK (m BETWEEN 1 AND 5);
ALTER TABLE a ADD CHECK (m >= 6 AND m < 9);
                  ^^^^^^^^^^^^^^^^^^^^^^^^
-- good: some values pass
CREATE TABLE a (id bigint PRIMARY KEY, n int, s text, CHECK (n > 10), CHECK (n < 12), CHECK (n <> 5), CHECK (s IN ('a', 'b')), CHECK (s IN ('b')), CHECK (n > 20 OR n < 5));
CREATE TABLE b (id bigint PRIMARY KEY, n int CHECK (n > 10), m int CHECK (m < 5), CHECK (n > -5));
