-- The documents in force that were coded, with their bodies, by id as events are.
SELECT parts.* FROM document_parts AS parts
JOIN current ON current.version = parts.version
WHERE parts.coded
ORDER BY parts.id;
