-- All events in force, in an order that does not depend on how they came in.
SELECT * EXCLUDE (version, document, position, counted) FROM events ORDER BY document, position;
