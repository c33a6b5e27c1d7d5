-- Where it happened, by country of the event's place.
SELECT event_loc.country_code AS country, count(*) AS events
FROM events WHERE counted AND event_loc.country_code IS NOT NULL
GROUP BY country ORDER BY events DESC, country
LIMIT $top;
