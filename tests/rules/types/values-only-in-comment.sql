-- bad: every way to write a list
CREATE TABLE t (
    a text, -- 'open', 'closed' or 'lost'
    ^^^^^^
    b varchar(10), -- red | green | blue
    ^^^^^^^^^^^^^
    c smallint, -- 1: low, 2: high
    ^^^^^^^^^^
    d text -- one of: a, b, c
    ^^^^^^
);
-- fixed:
CREATE TABLE t (
    a text CHECK (a IN ('open', 'closed', 'lost')), -- 'open', 'closed' or 'lost'
    b varchar(10) CHECK (b IN ('red', 'green', 'blue')), -- red | green | blue
    c smallint CHECK (c IN (1, 2)), -- 1: low, 2: high
    d text CHECK (d IN ('a', 'b', 'c')) -- one of: a, b, c
);

-- bad: a comment of the database
CREATE TABLE t (a text);
                ^^^^^^
COMMENT ON COLUMN t.a IS 'x=left, y=right';
-- fixed:
CREATE TABLE t (a text CHECK (a IN ('x', 'y')));
COMMENT ON COLUMN t.a IS 'x=left, y=right';

-- good: prose, ranges, units and examples
CREATE TABLE t (
    a text, -- the name, as the user wrote it
    b integer, -- 0-100
    c text, -- kg/lb
    d text, -- e.g. 'a', 'b'
    e text, -- note: see below
    f text CHECK (f IN ('a', 'b')), -- 'a' or 'b'
    g text, -- JSON like {'a': 1, 'b': 2}
    h text -- TODO: split | join
);

-- bad, mysql: COMMENT
CREATE TABLE t (id int PRIMARY KEY, op char(1) NOT NULL COMMENT 'I=insert, U=update');
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE t (id int PRIMARY KEY, op char(1) NOT NULL COMMENT 'I=insert, U=update' CHECK (op IN ('I', 'U')));

-- good, mysql: a comment
CREATE TABLE t (id int PRIMARY KEY, op char(1) NOT NULL COMMENT 'the operation');

-- bad, sqlite: a comment
CREATE TABLE t (
    id integer PRIMARY KEY,
    op text NOT NULL -- I=insert, U=update
    ^^^^^^^^^^^^^^^^
);
-- fixed:
CREATE TABLE t (
    id integer PRIMARY KEY,
    op text NOT NULL CHECK (op IN ('I', 'U')) -- I=insert, U=update
);

-- good, sqlite: checked
CREATE TABLE t (id integer PRIMARY KEY, op text NOT NULL CHECK (op IN ('I', 'U')) -- I=insert, U=update
);

-- bad: a comment in the middle of a line
CREATE TABLE engines (id bigint PRIMARY KEY, mode text NOT NULL, /* 'fast'/'slow' */ at timestamptz NOT NULL);
                                             ^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE engines (id bigint PRIMARY KEY, mode text NOT NULL CHECK (mode IN ('fast', 'slow')), /* 'fast'/'slow' */ at timestamptz NOT NULL);

-- bad, mysql: other ways to list them
CREATE TABLE engines (
    id BIGINT PRIMARY KEY,
    a INT NOT NULL COMMENT '0-none,1-basic,2-full',
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    b TINYINT NOT NULL COMMENT '1:on 0:off',
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    c TINYINT NOT NULL COMMENT 'kind: 1 = a, 2 = b',
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    d INT NOT NULL COMMENT 'range: 0-100',
    e INT NOT NULL COMMENT 'see: http://x.y/z'
);
-- fixed:
CREATE TABLE engines (
    id BIGINT PRIMARY KEY,
    a INT NOT NULL COMMENT '0-none,1-basic,2-full' CHECK (a IN (0, 1, 2)),
    b TINYINT NOT NULL COMMENT '1:on 0:off' CHECK (b IN (1, 0)),
    c TINYINT NOT NULL COMMENT 'kind: 1 = a, 2 = b' CHECK (c IN (1, 2)),
    d INT NOT NULL COMMENT 'range: 0-100',
    e INT NOT NULL COMMENT 'see: http://x.y/z'
);
