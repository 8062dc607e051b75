-- bad: keys and tokens
CREATE TABLE apps (id bigint PRIMARY KEY, api_key varchar(64) NOT NULL, "clientSecret" text, otp varchar(6));
                                          ^^^^^^^                       ^^^^^^^^^^^^^^       ^^^
ALTER TABLE apps ADD COLUMN private_key text;
                            ^^^^^^^^^^^

-- good: digests, other tokens, other types
CREATE TABLE apps (
    id bigint PRIMARY KEY,
    api_key_hash text,
    secret_encrypted text,
    csrf_token text,
    push_token text,
    next_page_token text,
    token_type text,
    public_key text,
    token_count integer,
    refresh_token bytea
);

-- bad, mysql, sqlite: other engines
CREATE TABLE apps (id integer PRIMARY KEY, access_token varchar(64) NOT NULL);
                                           ^^^^^^^^^^^^

-- good, mysql, sqlite: other engines
CREATE TABLE apps (id integer PRIMARY KEY, access_token_digest varchar(64) NOT NULL);
-- good: the copy that takes the place of a table
CREATE TABLE apps_tmp (id bigint PRIMARY KEY, access_token text NOT NULL);
