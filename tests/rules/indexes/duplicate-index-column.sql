-- bad: expressions, whatever their spaces, and INCLUDE
CREATE INDEX a ON t (lower(x), y, lower( x ));
                                  ^^^^^^^^^^
-- fixed:
CREATE INDEX a ON t (lower(x), y);
-- bad: the only stored column
CREATE INDEX a ON t (x) INCLUDE (x);
                                 ^
-- bad: twice in INCLUDE
CREATE INDEX a ON t (x) INCLUDE (y, z, y);
                                       ^
-- fixed:
CREATE INDEX a ON t (x) INCLUDE (y, z);
-- bad: in two directions
CREATE INDEX a ON t (x DESC, x);
                             ^
-- fixed:
CREATE INDEX a ON t (x DESC);
-- good: quoted names of other columns
CREATE INDEX a ON t (x, "X", (x + 1));
