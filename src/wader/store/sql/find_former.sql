-- Whether a version that is in force no more has an event whose id begins with $prefix.
SELECT id FROM event_parts WHERE starts_with(id, $prefix) LIMIT 1;
