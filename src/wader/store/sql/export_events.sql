-- The events in force that are sure enough, in an order that does not depend on how they came in.
SELECT * EXCLUDE (version, document, position, counted) FROM events
WHERE coalesce(confidence, 1) >= $least
ORDER BY document, position;
