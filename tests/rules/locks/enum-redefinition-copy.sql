-- bad, mysql, mariadb: another order, and CHANGE
-- given:
CREATE TABLE jobs (id int PRIMARY KEY, state enum('new', 'done') NOT NULL, tags set('a', 'b'));
-- sql:
ALTER TABLE jobs CHANGE COLUMN state status ENUM('done', 'new') NOT NULL;
                                            ^^^^^^^^^^^^^^^^^^^
ALTER TABLE jobs MODIFY tags set('c', 'a', 'b');
                             ^^^^^^^^^^^^^^^^^^
-- fixed:
ALTER TABLE jobs CHANGE COLUMN state status ENUM('new', 'done') NOT NULL;
ALTER TABLE jobs MODIFY tags set('a', 'b', 'c');
-- bad, mysql, mariadb: a SET of nine values needs another byte, which no order spares
-- given:
CREATE TABLE jobs (id int PRIMARY KEY, tags set('1', '2', '3', '4', '5', '6', '7', '8'));
-- sql:
ALTER TABLE jobs MODIFY tags set('1', '2', '3', '4', '5', '6', '7', '8', '9');
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- good, mysql, mariadb: more values at the end, or the same ones
-- given:
CREATE TABLE jobs (id int PRIMARY KEY, state enum('new', 'done'), tags set('a', 'b'));
-- sql:
ALTER TABLE jobs MODIFY state enum('new', 'done', 'failed', 'late');
ALTER TABLE jobs MODIFY tags set('a', 'b') NOT NULL;
-- good, mysql, mariadb: values that go have a rule of their own
-- given:
CREATE TABLE jobs (id int PRIMARY KEY, state enum('new', 'done', 'late'));
-- sql:
ALTER TABLE jobs MODIFY state enum('late', 'new');
-- good, mysql, mariadb: the list of now is not known
-- error: 1146
ALTER TABLE jobs MODIFY state enum('late', 'new');
-- good, mysql, mariadb: the table is new or small
-- option small_tables: ["settings"]
-- given:
CREATE TABLE settings (kind enum('a', 'b'));
-- sql:
CREATE TABLE jobs (id int PRIMARY KEY, state enum('new', 'done'));
ALTER TABLE jobs MODIFY state enum('done', 'new');
ALTER TABLE settings MODIFY kind enum('b', 'a');
