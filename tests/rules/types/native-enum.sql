-- bad, mysql: columns
CREATE TABLE tickets (
    id bigint PRIMARY KEY,
    state enum('open', 'closed') NOT NULL,
          ^^^^^^^^^^^^^^^^^^^^^^
    flags SET('a', 'b')
          ^^^^^^^^^^^^^
);
ALTER TABLE tickets ADD COLUMN size enum('s', 'l');
                                    ^^^^^^^^^^^^^^
ALTER TABLE tickets MODIFY COLUMN size enum('s', 'm', 'l');
                                       ^^^^^^^^^^^^^^^^^^^

-- good, mysql: a check
CREATE TABLE tickets (id bigint PRIMARY KEY, state varchar(10) NOT NULL CHECK (state IN ('open', 'closed')));
