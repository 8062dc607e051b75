-- bad: below a node of the inner side
-- file: report.md
```
 Nested Loop Left Join  (cost=0.0..900.0 rows=10 width=8) (actual time=0.1..8123.4 rows=5000 loops=1)
   ->  Index Scan using a_pkey on a  (cost=0.0..10.0 rows=10 width=4) (actual time=0.01..1.2 rows=900 loops=1)
   ->  Aggregate  (cost=0.0..10.0 rows=1 width=4) (actual time=0.9..1.6 rows=1 loops=1500)
         ->  Seq Scan on b  (cost=0.0..10.0 rows=1 width=4) (actual time=0.9..1.6 rows=1 loops=1500)
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
               Filter: (a_id = a.id)
```

-- good: few loops, rows that are kept, no loop above
-- file: report.md
```text
Nested Loop  (cost=0.0..900.0 rows=10 width=8) (actual time=0.1..3.4 rows=50 loops=1)
  ->  Seq Scan on a  (cost=0.0..10.0 rows=10 width=4) (actual time=0.01..1.2 rows=50 loops=1)
  ->  Seq Scan on b  (cost=0.0..10.0 rows=1 width=4) (actual time=0.01..0.02 rows=1 loops=50)
```
```text
Nested Loop  (cost=0.0..900.0 rows=10 width=8) (actual time=0.1..93.4 rows=5000 loops=1)
  ->  Seq Scan on a  (cost=0.0..10.0 rows=5000 width=4) (actual time=0.01..1.2 rows=5000 loops=1)
  ->  Materialize  (cost=0.0..10.0 rows=1 width=4) (actual time=0.01..0.02 rows=1 loops=5000)
        ->  Seq Scan on b  (cost=0.0..10.0 rows=1 width=4) (actual time=0.01..0.02 rows=1 loops=1)
```
