-- bad, mysql only: files of the server
LOAD DATA INFILE '/tmp/x.csv' INTO TABLE t;
                 ^^^^^^^^^^^^
SELECT id FROM t INTO OUTFILE '/tmp/x.csv';
                              ^^^^^^^^^^^^
SELECT id INTO DUMPFILE '/tmp/x' FROM t;
                        ^^^^^^^^

-- good, mysql only: files of the client
LOAD DATA LOCAL INFILE '/tmp/x.csv' INTO TABLE t;
SELECT id INTO @x FROM t LIMIT 1;

-- bad: files and programs
COPY t (a, b) FROM '/srv/t.csv' WITH (FORMAT csv);
                   ^^^^^^^^^^^^
COPY t TO PROGRAM 'gzip > /tmp/t.gz';
          ^^^^^^^^^^^^^^^^^^^^^^^^^^

-- good: what the client sends
COPY t FROM STDIN;
COPY t TO STDOUT;
