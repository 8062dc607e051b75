-- bad, mysql: nothing is reported on the next statement
-- beside: queries/select-star
# sqlreview: ignore[queries/select-star] read by hand
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
SELECT 1;
-- fixed:
SELECT 1;
-- good, mysql: a comment of that engine
-- beside: queries/select-star
-- given:
CREATE TABLE t (a int);
-- sql:
# sqlreview: ignore[queries/select-star] read by hand
SELECT * FROM t;
-- bad, sqlite: in the middle of a line
-- beside: queries/select-star
SELECT/* sqlreview: ignore[queries/select-star] */1;
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
SELECT 1;
-- good, sqlite: at the end of the line
-- beside: queries/select-star
-- given:
CREATE TABLE t (a int);
-- sql:
SELECT * FROM t; -- sqlreview: ignore[queries/select-star]
-- bad: the same rule twice
-- beside: types/money-type
-- sqlreview: ignore[types/money-type, types/money-type] old
                                       ^^^^^^^^^^^^^^^^
CREATE TABLE t (a money);
-- fixed:
-- sqlreview: ignore[types/money-type] old
CREATE TABLE t (a money);
-- bad: two comments for one finding
-- beside: types/money-type
-- sqlreview: ignore[types/money-type] old
-- sqlreview: ignore[types/money-type] older
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE t (a money);
-- fixed:
-- sqlreview: ignore[types/money-type] old
CREATE TABLE t (a money);
-- bad: a comment for the file where narrower ones do
-- beside: types/money-type
-- sqlreview: ignore-file[types/money-type] old
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE t (
    a money -- sqlreview: ignore[types/money-type] old
);
-- fixed:
CREATE TABLE t (
    a money -- sqlreview: ignore[types/money-type] old
);
-- bad: a comment behind code goes with the blanks before it
-- beside: types/money-type
CREATE TABLE t (
    a int, -- sqlreview: ignore[types/money-type] old
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    b int
); -- sqlreview: ignore[types/money-type]
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE t (
    a int,
    b int
);
-- bad: the first two of three names
-- beside: types/money-type, types/money-as-float, types/padded-char
-- sqlreview: ignore[types/money-type,types/padded-char ,  types/money-as-float] old
                     ^^^^^^^^^^^^^^^^
                                      ^^^^^^^^^^^^^^^^^
CREATE TABLE t (price float);
-- fixed:
-- sqlreview: ignore[types/money-as-float] old
CREATE TABLE t (price float);
-- bad: a name of a block, at both ends
-- beside: types/money-type, types/padded-char
-- sqlreview: ignore-start[types/padded-char, types/money-type] old
                           ^^^^^^^^^^^^^^^^^
CREATE TABLE t (a money);
-- sqlreview: ignore-end[types/money-type, types/padded-char]
-- fixed:
-- sqlreview: ignore-start[types/money-type] old
CREATE TABLE t (a money);
-- sqlreview: ignore-end[types/money-type]
-- bad: a whole block
-- beside: types/money-type
-- sqlreview: ignore-start[types/money-type] old
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE t (a int);
/* sqlreview: ignore-end */
-- fixed:
CREATE TABLE t (a int);
-- bad: nothing stands in the block
-- beside: types/money-type
/* sqlreview: ignore-start[types/money-type] */   /* sqlreview: ignore-end[types/money-type] */
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
CREATE TABLE t (a int);
-- fixed:
CREATE TABLE t (a int);
-- bad: only a comment for the file silences rules about comments
-- sqlreview: ignore[docs/unused-suppression]
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
SELECT 1;
-- fixed:
SELECT 1;
-- bad: no statement follows
-- beside: types/money-type
CREATE TABLE t (a int);
-- sqlreview: ignore[types/money-type]
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-- fixed:
CREATE TABLE t (a int);
-- good: a rule that is off
-- sqlreview: ignore[types/money-type]
SELECT 1;
-- good: a pack of which some rules are off
-- beside: types/money-type
-- sqlreview: ignore[types]
SELECT 1;
-- good: all rules, some of which are off
-- beside: types/money-type
-- sqlreview: ignore
SELECT 1;
-- good, mysql: a rule that is not for this engine
-- beside: locks/vacuum-full
-- sqlreview: ignore[locks/vacuum-full]
SELECT 1;
-- good: a statement that was not analysed
-- beside: types/money-type
-- sqlreview: ignore[types/money-type]
CREATE TABLE t (a money, CONSTRAINT CONSTRAINT);
-- good: a block that holds a statement that was not analysed
-- beside: types/money-type
-- sqlreview: ignore-start[types/money-type]
SELECT 1;
CREATE TABLE t (a money, CONSTRAINT CONSTRAINT);
-- sqlreview: ignore-end
-- good: a section that undoes the migration
-- beside: types/money-type
-- +goose Up
SELECT 1;
-- +goose Down
-- sqlreview: ignore[types/money-type]
CREATE TABLE t (a money);
-- good: what the table has beside it stands in files that are not under review
-- beside: indexes/duplicate-index
-- sqlreview: ignore[indexes/duplicate-index]
CREATE INDEX i ON somewhere (a);
-- bad: a rule that has nothing to do with such a statement
-- beside: indexes/duplicate-index
-- sqlreview: ignore[indexes/duplicate-index]
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
SELECT 1;
-- fixed:
SELECT 1;
-- good: the comments of other tools
-- squawk-ignore prefer-robust-stmts
-- atlas:nolint
-- noqa: disable=all
SELECT 1; -- noqa
-- good: only ours are ours
-- sqlfluff: ignore[types/money-type]
-- about sqlreview: ignore[types/money-type]
SELECT 'sqlreview: ignore[types/money-type]';
-- good: silenced for the file
-- beside: types/money-type
-- sqlreview: ignore-file[docs/unused-suppression] they are kept for a reason
-- sqlreview: ignore[types/money-type]
SELECT 1;

-- bad: without brackets
-- beside: locks/vacuum-full
-- sqlreview: ignore locks/vacuum-full at night
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
SELECT 1;
-- fixed:
SELECT 1;

-- good: without brackets
-- beside: locks/vacuum-full
-- sqlreview: ignore locks/vacuum-full at night
VACUUM FULL orders;
