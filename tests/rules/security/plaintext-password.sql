-- bad: columns
CREATE TABLE logins (id bigint PRIMARY KEY, smtp_password text, "userPassword" varchar(50), passwd char(32));
                                            ^^^^^^^^^^^^^       ^^^^^^^^^^^^^^              ^^^^^^
ALTER TABLE logins ADD COLUMN pwd text;
                              ^^^
-- bad: written, compared and hashed fast
INSERT INTO logins (id, password) VALUES (1, 'tulip42'), (2, '5f4dcc3b5aa765d61d8327deb882cf99'), (3, NULL);
                                             ^^^^^^^^^       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
UPDATE logins SET password = 'tulip42' WHERE id = 1;
                             ^^^^^^^^^
SELECT id FROM logins WHERE name = $1 AND password = $2;
                                                     ^^
SELECT md5(password) FROM logins WHERE id = 1;
       ^^^^^^^^^^^^^
SELECT id FROM logins WHERE digest(password, 'sha1') = $1;
                            ^^^^^^^^^^^^^^^^^^^^^^^^
-- good: hashes and facts about passwords
CREATE TABLE logins (
    id bigint PRIMARY KEY,
    password_hash text,
    encrypted_password text,
    hashed_password text,
    password bytea,
    password_reset_at timestamptz,
    has_password boolean,
    password_policy text
);
INSERT INTO logins (id, password) VALUES (1, '$2b$12$abcdefghijklmnopqrstuv'), (2, crypt('x', gen_salt('bf')));
SELECT id FROM logins WHERE password_hash = crypt($1, password_hash);
SELECT md5(body) FROM pages WHERE id = 1;
SELECT id FROM logins WHERE password IS NULL OR password = '';

-- bad, mysql, sqlite: other engines
CREATE TABLE logins (id bigint PRIMARY KEY, login varchar(50) NOT NULL UNIQUE, Password varchar(100) NOT NULL);
                                                                               ^^^^^^^^

-- bad, mysql: fast hashes of MySQL
-- given:
CREATE TABLE logins (id bigint PRIMARY KEY, pwd char(41));
                                            ^^^
-- sql:
SELECT id FROM logins WHERE pwd = SHA(?);
                                  ^^^^^^

-- good, mysql, sqlite: hashes
CREATE TABLE logins (id bigint PRIMARY KEY, password_hash text, password_changed_at datetime);

-- bad: hashed in a body, or into a column for hashes
CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.password := md5(NEW.password);
                    ^^^^^^^^^^^^^^^^^
    RETURN NEW;
END $$;
CREATE FUNCTION is_right(p_password text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE h text;
BEGIN
    h := encode(digest(p_password, 'sha1'), 'hex');
                ^^^^^^^^^^^^^^^^^^^^^^^^^^
    RETURN md5(p_password) = 'x';
           ^^^^^^^^^^^^^^^
END $$;
SELECT id FROM logins WHERE password_hash = md5($1);
                                            ^^^^^^^
UPDATE logins SET password_hash = md5('tulip42') WHERE id = 3;
                                  ^^^^^^^^^^^^^^

-- good: slow hashes and other values in a body
CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.password_hash := crypt(NEW.password, gen_salt('bf'));
    NEW.etag := md5(NEW.body);
    NEW.fingerprint := encode(digest(NEW.password, 'sha256'), 'hex');
    RETURN NEW;
END $$;

-- bad, mysql: SET, and fast hashes of what is given
-- given:
CREATE TABLE people (id bigint PRIMARY KEY, password varchar(99));
                                            ^^^^^^^^
-- sql:
INSERT INTO people SET id = 1, password = 'tulip';
                                          ^^^^^^^
INSERT INTO people (id, password) VALUES (2, MD5('tulip42'));
                                             ^^^^^^^^^^^^^^
