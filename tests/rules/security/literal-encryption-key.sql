-- bad, mysql: another engine, a key that is made of a literal
-- given:
CREATE TABLE cards (id bigint PRIMARY KEY, pan varbinary(200));
-- sql:
UPDATE cards SET pan = AES_ENCRYPT('x', 'k3y-of-2024') WHERE id = 1;
                                        ^^^^^^^^^^^^^
SELECT AES_DECRYPT(pan, UNHEX('00112233')) AS pan FROM cards WHERE id = 1;
                        ^^^^^^^^^^^^^^^^^

-- good, mysql: another engine
-- given:
CREATE TABLE cards (id bigint PRIMARY KEY, pan varbinary(200));
-- sql:
UPDATE cards SET pan = AES_ENCRYPT('x', @card_key) WHERE id = 1;
SELECT AES_DECRYPT(pan, ?) AS pan FROM cards WHERE id = 1;

-- bad: views, functions, generated columns, hmac, casts
CREATE VIEW v AS SELECT id, decrypt(pan, 'k3y'::bytea, 'aes') AS pan FROM cards;
                                         ^^^^^^^^^^^^
CREATE FUNCTION f(x text) RETURNS bytea LANGUAGE sql AS $$ SELECT pgp_sym_encrypt(x, 'k3y') $$;
                                                                                     ^^^^^
CREATE TABLE t (id bigint, s bytea GENERATED ALWAYS AS (hmac('a', 'k3y', 'sha256')) STORED);
                                                                  ^^^^^
SELECT hmac(body, 'k3y', 'sha256') FROM docs;
                  ^^^^^

-- good: parameters, settings, templates, public keys, hashes, columns
SELECT pgp_sym_encrypt(x, $1), pgp_sym_encrypt(x, :'key'), pgp_sym_encrypt(x, '${key}') FROM t;
SELECT pgp_sym_encrypt(x, current_setting('app.key')), pgp_sym_encrypt(x, k.secret) FROM t JOIN keys AS k USING (id);
SELECT pgp_pub_encrypt(x, dearmor('-----BEGIN')) FROM t;
SELECT encode(digest(body, 'sha256'), 'hex'), decode('00', 'hex'), crypt('x', gen_salt('bf')) FROM docs;

-- bad: in a body
CREATE FUNCTION hide() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.card := pgp_sym_encrypt(NEW.card, 'k3y-of-2024');
                                          ^^^^^^^^^^^^^
    RETURN NEW;
END $$;

-- good: in a body
CREATE FUNCTION hide() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.card := pgp_sym_encrypt(NEW.card, current_setting('app.key'));
    RETURN NEW;
END $$;
