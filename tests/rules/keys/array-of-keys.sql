-- bad: every type, in a later migration
CREATE TABLE a (id bigint PRIMARY KEY, "friendIds" uuid[] NOT NULL, ref_id integer ARRAY, role_keys text[]);
                                                   ^^^^^^                  ^^^^^^^^^^^^^            ^^^^^^
ALTER TABLE a ADD COLUMN team_ids int[];
                                  ^^^^^
-- bad: any array
-- option every_array: true
CREATE TABLE a (id bigint PRIMARY KEY, tags text[]);
                                            ^^^^^^
-- good: values, vectors, logs and stages
CREATE TABLE a (id bigint PRIMARY KEY, tags text[], weights real[], ids int[], points numeric[]);
CREATE TABLE change_log (id bigint PRIMARY KEY, row_ids bigint[]);
CREATE TABLE staging_a (song_ids bigint[]);
