-- The body of one document in force.
SELECT parts.* FROM document_parts AS parts
JOIN current ON current.version = parts.version
WHERE current.document = $document;
