-- The events of the documents in force. A row an event. `counted` leaves out what did not happen: counts and series
-- take the negated and the hypothetical only when asked.
CREATE TABLE events AS
SELECT parts.*,
       NOT list_has_any(parts.auxiliary, ['negation', 'hypothetical']) AS counted
FROM event_parts AS parts
JOIN current ON current.version = parts.version
ORDER BY parts.document, parts.position;
