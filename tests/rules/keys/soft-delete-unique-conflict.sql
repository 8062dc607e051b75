-- bad: an index over an expression
CREATE TABLE members (id bigint PRIMARY KEY, nick text NOT NULL, is_deleted boolean NOT NULL DEFAULT false);
CREATE UNIQUE INDEX members_nick_key ON members (lower(nick));
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good: the values never come back
-- option never_reused: ["nick"]
CREATE TABLE members (id bigint PRIMARY KEY, nick text NOT NULL UNIQUE, deleted_at timestamptz);

-- good: other unique columns, and a table without the mark
CREATE TABLE members (id bigint PRIMARY KEY, session_token text UNIQUE, deleted_at timestamptz);
CREATE TABLE teams (id bigint PRIMARY KEY, name text UNIQUE);

-- good: only what is not deleted
CREATE TABLE members (id bigint PRIMARY KEY, nick text NOT NULL, is_deleted boolean NOT NULL DEFAULT false);
CREATE UNIQUE INDEX members_nick_key ON members (lower(nick)) WHERE NOT is_deleted;

-- bad, mysql: a key
CREATE TABLE members (id bigint PRIMARY KEY, nick varchar(40) NOT NULL UNIQUE, deleted_at datetime);
                                                                       ^^^^^^

-- good, mysql: the mark is part of the key
CREATE TABLE members (id bigint PRIMARY KEY, nick varchar(40) NOT NULL, deleted_at datetime, UNIQUE KEY (nick, deleted_at));

-- bad, sqlite: a key
CREATE TABLE members (id integer PRIMARY KEY, nick text NOT NULL UNIQUE, deleted_at text);
                                                                 ^^^^^^

-- good, sqlite: a partial index
CREATE TABLE members (id integer PRIMARY KEY, nick text NOT NULL, deleted_at text);
CREATE UNIQUE INDEX members_nick_key ON members (nick) WHERE deleted_at IS NULL;

-- good: the id that another system gives
CREATE TABLE members (id bigint PRIMARY KEY, stripe_id text UNIQUE, deleted_at timestamptz);

-- good: a token
CREATE TABLE members (id bigint PRIMARY KEY, access_token text UNIQUE, deleted_at timestamptz);
-- good: a digest of what is stored
CREATE TABLE uploads (id bigint PRIMARY KEY, md5 text NOT NULL UNIQUE, deleted_at timestamptz);
