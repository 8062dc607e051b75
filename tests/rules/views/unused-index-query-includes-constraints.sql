-- bad: few scans, in a view of the catalog by its schema
SELECT s.relname, s.indexrelname FROM pg_catalog.pg_stat_all_indexes AS s WHERE s.idx_scan < 50;
                                                                                ^^^^^^^^^^^^^^^
-- good: many scans, no condition, another table
SELECT indexrelname FROM pg_stat_user_indexes WHERE idx_scan > 1000;
SELECT relname FROM pg_stat_user_tables WHERE coalesce(idx_scan, 0) = 0;
-- good: without those that enforce something
SELECT indexrelname FROM pg_stat_user_indexes
WHERE idx_scan = 0 AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid);
