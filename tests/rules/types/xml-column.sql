-- bad: later, and as a new type
CREATE TABLE a (id bigint PRIMARY KEY, y text);
ALTER TABLE a ADD COLUMN z xml;
                           ^^^
ALTER TABLE a ALTER COLUMN y TYPE xml USING y::xml;
                                  ^^^
-- good: an archive
CREATE TABLE a (id bigint PRIMARY KEY, signed_document xml);
