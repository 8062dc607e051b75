-- bad: one of several columns, and a CHECK that is not validated
-- given:
CREATE TABLE audit (id bigint NOT NULL, no integer, note text);
CREATE UNIQUE INDEX audit_key ON audit (id, no);
ALTER TABLE audit ADD CONSTRAINT audit_no CHECK (no IS NOT NULL) NOT VALID;
-- sql:
ALTER TABLE audit ADD PRIMARY KEY USING INDEX audit_key;
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good: a validated CHECK
-- given:
CREATE TABLE audit (id bigint, note text);
CREATE UNIQUE INDEX audit_key ON audit (id);
ALTER TABLE audit ADD CONSTRAINT audit_id CHECK (id IS NOT NULL) NOT VALID;
ALTER TABLE audit VALIDATE CONSTRAINT audit_id;
-- sql:
ALTER TABLE audit ADD PRIMARY KEY USING INDEX audit_key;
-- good: nothing is known of the columns
-- error: 42P01
ALTER TABLE audit ADD PRIMARY KEY USING INDEX audit_key;
-- good: the table is new
CREATE TABLE audit (id bigint, note text);
CREATE UNIQUE INDEX audit_key ON audit (id);
ALTER TABLE audit ADD PRIMARY KEY USING INDEX audit_key;
-- good: without an index to adopt another rule tells of it
-- given:
CREATE TABLE audit (id bigint, note text);
-- sql:
ALTER TABLE audit ADD PRIMARY KEY (id);
-- good: a table known to be small
-- option small_tables: ["settings"]
-- given:
CREATE TABLE settings (id bigint);
CREATE UNIQUE INDEX settings_key ON settings (id);
-- sql:
ALTER TABLE settings ADD PRIMARY KEY USING INDEX settings_key;
