-- bad: a hash in batches, an aggregate on disk, without a label, after the table of psql
-- file: report.md
```
                             QUERY PLAN
---------------------------------------------------------------------
 HashAggregate  (cost=9.1..10.2 rows=90000 width=12) (actual time=90.1..120.2 rows=90000 loops=1)
   Group Key: customer_id
   Batches: 5  Memory Usage: 4145kB  Disk Usage: 1232kB
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   ->  Hash  (cost=8.1..9.2 rows=90000 width=12) (actual time=9.1..12.2 rows=90000 loops=1)
         Buckets: 65536  Batches: 4  Memory Usage: 1503kB
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
(4 rows)
```

-- good: in memory
-- file: report.md
```text
 HashAggregate  (cost=9.1..10.2 rows=900 width=12) (actual time=90.1..120.2 rows=900 loops=1)
   Batches: 1  Memory Usage: 73kB
   ->  Sort  (cost=8.1..9.2 rows=900 width=12) (actual time=9.1..12.2 rows=900 loops=1)
         Sort Method: top-N heapsort  Memory: 27kB
```
