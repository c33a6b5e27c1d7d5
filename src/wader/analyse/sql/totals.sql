-- One row: how much there is, and the days it spans.
SELECT (SELECT count(*) FROM documents),
       (SELECT count(*) FROM documents WHERE NOT coded),
       count(*),
       count(*) FILTER (counted),
       min(date) FILTER (counted),
       max(coalesce(enddate, date)) FILTER (counted),
       count(*) FILTER (counted AND date IS NULL)
FROM events;
