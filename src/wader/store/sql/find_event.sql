-- Events whose id begins with what was typed; two are enough to know that it is not unique.
SELECT * EXCLUDE (counted) FROM events WHERE starts_with(id, $prefix) ORDER BY id LIMIT 6;
