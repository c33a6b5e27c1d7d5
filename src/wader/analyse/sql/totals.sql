-- One row: how much there is, and the days it spans. What a page recalls from history does not stretch the span.
SELECT (SELECT count(*) FROM documents),
       (SELECT count(*) FROM documents WHERE NOT coded),
       count(*),
       count(*) FILTER (counted),
       min(date) FILTER (counted AND NOT list_contains(auxiliary, 'historical')),
       max(coalesce(enddate, date)) FILTER (counted AND NOT list_contains(auxiliary, 'historical')),
       count(*) FILTER (counted AND date IS NULL)
FROM events;
