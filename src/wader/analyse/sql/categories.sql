-- Events by category, most frequent first.
SELECT event[1] AS category, count(*) AS events
FROM events WHERE counted
GROUP BY category ORDER BY events DESC, category;
