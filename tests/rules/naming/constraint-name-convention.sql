-- bad, mysql, sqlite: other engines
CREATE TABLE songs (id bigint PRIMARY KEY, title varchar(20), CONSTRAINT foo UNIQUE (title));
                                                                         ^^^
-- fixed:
CREATE TABLE songs (id bigint PRIMARY KEY, title varchar(20), CONSTRAINT uq_songs_title UNIQUE (title));

-- good, mysql, sqlite: other engines
CREATE TABLE songs (id bigint, title varchar(20), CONSTRAINT uq_songs_title UNIQUE (title), CHECK (id > 0), PRIMARY KEY (id));

-- good, mysql: the name of a primary key is forgotten
CREATE TABLE songs (id bigint, CONSTRAINT foo PRIMARY KEY (id));

-- bad: every kind, a check has no exact name
CREATE TABLE b (id bigint CONSTRAINT key_b PRIMARY KEY, a_id bigint CONSTRAINT to_a REFERENCES a, n int CONSTRAINT n_ok CHECK (n > 0));
                                     ^^^^^                                     ^^^^                                ^^^^
ALTER TABLE b ADD CONSTRAINT x EXCLUDE USING gist (n WITH =);
                             ^
ALTER TABLE b ADD CONSTRAINT b_n UNIQUE (n);
                             ^^^
-- fixed:
CREATE TABLE b (id bigint CONSTRAINT pk_b PRIMARY KEY, a_id bigint CONSTRAINT fk_b_a_id REFERENCES a, n int CONSTRAINT n_ok CHECK (n > 0));
ALTER TABLE b ADD CONSTRAINT x EXCLUDE USING gist (n WITH =);
ALTER TABLE b ADD CONSTRAINT uq_b_n UNIQUE (n);

-- good: the server's own names, both forms, no name, a name with a number
CREATE TABLE b (id bigint CONSTRAINT b_pkey PRIMARY KEY, a_id bigint CONSTRAINT b_a_id_fkey REFERENCES a, n int CONSTRAINT chk_b_positive CHECK (n > 0), UNIQUE (n));
ALTER TABLE b ADD CONSTRAINT b_n_check1 CHECK (n > 1);
ALTER TABLE b ADD CONSTRAINT b_check CHECK (n > a_id);

-- bad: an option
-- option unique: ["u__{table}__{columns}"]
ALTER TABLE b ADD CONSTRAINT uq_b_n UNIQUE (n);
                             ^^^^^^
-- fixed:
ALTER TABLE b ADD CONSTRAINT u__b__n UNIQUE (n);
