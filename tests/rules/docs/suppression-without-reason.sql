-- bad, mysql, sqlite: without a word
-- sqlreview: ignore-file[queries/select-star]
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
SELECT 1;
-- good, mysql, sqlite: with a reason
-- sqlreview: ignore-start[queries/select-star] read by hand
SELECT 1; -- sqlreview: ignore[queries/select-star] -- read by hand
-- sqlreview: ignore-end
-- bad: dashes are no reason
/* sqlreview: ignore-start[locks] -- */
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
VACUUM FULL orders;
-- sqlreview: ignore-end
