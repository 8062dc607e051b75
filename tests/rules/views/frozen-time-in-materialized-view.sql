-- bad: a subquery, a word without brackets
CREATE MATERIALIZED VIEW m AS SELECT id FROM a WHERE id IN (SELECT a_id FROM b WHERE b.at > CURRENT_DATE - 7);
                                                                                            ^^^^^^^^^^^^

-- good: plain views, outputs
CREATE VIEW v AS SELECT id FROM a WHERE at > now();
CREATE MATERIALIZED VIEW m AS SELECT id, now() AS refreshed_at, age(now(), at) AS age FROM a WHERE at > '2024-01-01';
