-- bad: the type of an existing column is changed
-- given:
CREATE TABLE settings (id bigint PRIMARY KEY, options text);
-- sql:
ALTER TABLE settings ALTER COLUMN options TYPE json USING options::json;
                                               ^^^^
-- bad: arrays
CREATE TABLE settings (id bigint PRIMARY KEY, options json[]);
                                                      ^^^^^^
-- fixed:
CREATE TABLE settings (id bigint PRIMARY KEY, options jsonb[]);
-- good: archives of what came in
CREATE TABLE webhooks (id bigint PRIMARY KEY, body_raw json, signed_body json, payload_text json);
-- good: casts and arguments
SELECT '{}'::json, json_build_object('a', 1);
