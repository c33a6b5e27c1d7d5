-- All documents in force with their bodies.
SELECT parts.* EXCLUDE (version, content_hash, coder_hash, blocks)
FROM document_parts AS parts
JOIN current ON current.version = parts.version
ORDER BY parts.id;
